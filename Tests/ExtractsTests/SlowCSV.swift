import Extracts

/// What a CSV file says, read from the whole of it byte by byte: slow and plain, for comparison.
struct SlowCSV {
  /// A record with the texts and places of its fields, or a fault.
  enum Part: Hashable {
    case record(line: Int, [String], [CSVPlace])
    case fault(PlacedCSVFault)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func parts(of bytes: [UInt8]) -> [Part] {
    var reading = SlowCSV(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (reading.at, reading.lineStart) = (3, 3) }
    var parts: [Part] = []
    while reading.at < bytes.count { if let part = reading.part() { parts.append(part) } }
    return parts
  }

  private func byte(_ place: Int) -> Character? { place < bytes.count ? Character(Unicode.Scalar(bytes[place])) : nil }

  private func place(_ offset: Int) -> CSVPlace {
    CSVPlace(line: line, column: bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// Goes over a line end, if there is one.
  private mutating func passLineEnd() -> Bool {
    switch (byte(at), byte(at + 1)) {
    case ("\r", "\n"): at += 2
    case ("\r", _), ("\n", _): at += 1
    default: return false
    }
    (line, lineStart) = (line + 1, at)
    return true
  }

  private mutating func fault(_ fault: CSVFault, at placed: CSVPlace, then offset: Int, on number: Int, from start: Int) -> Part {
    (at, line, lineStart) = (offset, number, start)
    while at < bytes.count, !passLineEnd() { at += 1 }
    return .fault(PlacedCSVFault(fault, at: placed))
  }

  private mutating func part() -> Part? {
    let (first, firstLine, firstStart) = (at, line, lineStart)
    var texts: [[UInt8]] = []
    var places: [CSVPlace] = []
    var isPlain = true
    while true {
      let (fieldAt, fieldLine, fieldStart, fieldPlace) = (at, line, lineStart, place(at))
      var text: [UInt8] = []
      if byte(at) == "\"" {
        isPlain = false
        at += 1
        while byte(at) != "\"" || byte(at + 1) == "\"" {
          if at >= bytes.count { return fault(.openQuote, at: fieldPlace, then: fieldAt, on: fieldLine, from: fieldStart) }
          if byte(at) == "\"" {
            text.append(bytes[at])
            at += 2
            continue
          }
          let before = at
          if passLineEnd() {
            text += bytes[before..<at]
          } else {
            text.append(bytes[at])
            at += 1
          }
        }
        at += 1
      } else {
        while let next = byte(at), next != ",", next != "\r", next != "\n" {
          if next == "\"" { return fault(.quoteInPlainField, at: place(at), then: at, on: line, from: lineStart) }
          text.append(bytes[at])
          at += 1
        }
      }
      texts.append(text)
      places.append(fieldPlace)
      if byte(at) == "," {
        at += 1
        continue
      }
      let end = at
      let (endLine, endStart) = (line, lineStart)
      guard at == bytes.count || passLineEnd() else {
        return fault(.textAfterQuote, at: place(end), then: end, on: endLine, from: endStart)
      }
      if texts.count == 1, isPlain, texts[0].isEmpty { return nil }
      if let wrong = wrongBytes(first..<at, firstLine, firstStart) { return wrong }
      return .record(line: firstLine, texts.map { String(decoding: $0, as: UTF8.self) }, places)
    }
  }

  /// The first byte of a record that is no text.
  private func wrongBytes(_ range: Range<Int>, _ line: Int, _ lineStart: Int) -> Part? {
    func placed(_ offset: Int) -> CSVPlace {
      var other = self
      (other.at, other.line, other.lineStart) = (range.lowerBound, line, lineStart)
      while other.at < offset { if !other.passLineEnd() { other.at += 1 } }
      return other.place(offset)
    }
    if let zero = range.first(where: { bytes[$0] == 0 }) { return .fault(PlacedCSVFault(.notText, at: placed(zero))) }
    // The longest beginning that is text.
    let whole = Array(bytes[range])
    if whole.starts(with: [0xEF, 0xBB, 0xBF]) {
      return .fault(PlacedCSVFault(.markWithin, at: placed(range.lowerBound)))
    }
    guard String(validating: whole, as: UTF8.self) == nil else { return nil }
    for count in (0..<whole.count).reversed() where String(validating: whole.prefix(count), as: UTF8.self) != nil {
      return .fault(PlacedCSVFault(.wrongEncoding, at: placed(range.lowerBound + count)))
    }
    return nil
  }
}
