import Extracts
import SeededNumbers
import Testing

@Suite struct `Reading CSV` {
  private typealias Part = SlowCSV.Part

  /// What a reader tells of bytes that come in pieces.
  private func parts(of bytes: [UInt8], piece: Int = 1 << 16, form: CSVReader.Form = CSVReader.Form()) -> [Part] {
    var rest = bytes[...]
    var reader = CSVReader(form, piece: piece) { room in
      let next = rest.prefix(room.count)
      rest = rest.dropFirst(next.count)
      room.copyBytes(from: next)
      return next.count
    }
    var parts: [Part] = []
    while true {
      switch reader.step() {
      case .record:
        let fields = 0..<reader.fieldCount
        var texts: [String] = []
        var places: [CSVPlace] = []
        for number in fields {
          texts.append(reader.text(of: number))
          places.append(reader.place(of: number))
        }
        parts.append(.record(line: reader.line, texts, places))
      case .fault(let fault): parts.append(.fault(fault))
      case .end: return parts
      }
    }
  }

  private func texts(_ text: String) -> [[String]] {
    parts(of: Array(text.utf8)).map { if case .record(_, let texts, _) = $0 { texts } else { ["a fault"] } }
  }

  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    (",\n\n,,\n", [["", ""], ["", "", ""]]),
    ("\"\"\n", [[""]]),
    ("\"a,\"\"b\"\"\r\nc\",d\n", [["a,\"b\"\r\nc", "d"]]),
    ("é, ü \n", [["é", " ü "]]),
    ("", []),
    ("\n\n", []),
  ])
  func `Fields are what stands between separators, or between quotes`(text: String, expected: [[String]]) {
    #expect(texts(text) == expected)
  }

  @Test(arguments: [
    ("a,\"b\nc,d\n", CSVFault.openQuote, 1, 3, 1),
    ("a,\"b\"c\nd\n", .textAfterQuote, 1, 6, 1),
    ("a\né,b\"c\"\nd\n", .quoteInPlainField, 2, 4, 2),
    ("\"a\nb\"x\nd\n", .textAfterQuote, 2, 3, 1),
    ("a\0b\nd\n", .notText, 1, 2, 1),
    ("a,b\n\u{FEFF}a,b\nd\n", .markWithin, 2, 1, 2),
  ])
  func `A fault of form is told where it stands, and what follows is read`(
    text: String, fault: CSVFault, line: Int, column: Int, records: Int
  ) {
    let parts = parts(of: Array(text.utf8))
    #expect(parts.contains(.fault(PlacedCSVFault(fault, at: CSVPlace(line: line, column: column)))))
    #expect(parts.count { if case .record = $0 { true } else { false } } == records)
  }

  @Test func `Bytes that are no UTF-8 are told, and are read where the file is in Windows-1252`() {
    let bytes = Array("name,na".utf8) + [0xEF] + Array("ve \n".utf8) + [0x80, 0x0A, 0x81, 0x0A]
    let first = parts(of: bytes).first
    #expect(first == .fault(PlacedCSVFault(.wrongEncoding, at: CSVPlace(line: 1, column: 8))))
    let read = parts(of: bytes, form: CSVReader.Form(encoding: .windows1252))
    #expect(read.first == .record(line: 1, ["name", "naïve "], [CSVPlace(line: 1, column: 1), CSVPlace(line: 1, column: 6)]))
    #expect(read.dropFirst().first == .record(line: 2, ["€"], [CSVPlace(line: 2, column: 1)]))
    #expect(read.last == .fault(PlacedCSVFault(.wrongEncoding, at: CSVPlace(line: 3, column: 1))))
  }

  @Test func `A record that is too long is passed over without being held`() {
    var left = 8_000_000
    var longest = 0
    var reader = CSVReader(CSVReader.Form(longestRecord: 1 << 16), piece: 1 << 14) { room in
      longest = max(longest, room.count)
      if left == 0 { return 0 }
      let count = min(room.count, left)
      room.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "x"))
      left -= count
      if left == 0 { room[count - 1] = UInt8(ascii: "\n") }
      return count
    }
    #expect(reader.step() == .fault(PlacedCSVFault(.recordTooLong, at: CSVPlace(line: 1, column: 1))))
    #expect(reader.step() == .end)
    #expect(longest <= 1 << 17)
  }

  @Test func `A quote that nothing ends is told where it stands, however long the file`() {
    let text = "a,b\nc,\"d\n" + String(repeating: "e,f\n", count: 50_000)
    let parts = parts(of: Array(text.utf8), form: CSVReader.Form(longestRecord: 1 << 12))
    #expect(parts.dropFirst().first == .fault(PlacedCSVFault(.openQuote, at: CSVPlace(line: 2, column: 3))))
    #expect(parts.count == 50_002)
  }

  /// Random files of few characters, in pieces of every small size, against a reading of the whole.
  @Test func `A file in pieces says what a plain reading of the whole says`() {
    var numbers = SeededNumbers(seed: 20_261_127)
    let words: [[UInt8]] =
      ["a", "b", ",", ",", "\"", "\"", "\n", "\r", "\r\n", "é", "€", "\0", "\u{FEFF}"].map { Array($0.utf8) } + [[0xFF], [0xC3]]
    for _ in 0..<40_000 {
      let count = Int.random(in: 0...14, using: &numbers)
      let bytes = (0..<count).flatMap { _ in words[Int.random(in: words.indices, using: &numbers)] }
      let expected = SlowCSV.parts(of: bytes)
      let found = parts(of: bytes, piece: Int.random(in: 1...9, using: &numbers))
      guard found == expected else {
        Issue.record("\(bytes) \(String(decoding: bytes, as: UTF8.self).debugDescription): \(found), and not \(expected)")
        return
      }
    }
  }
}
