import Foundation

/// The fields of one row that say something, by column.
struct BulkRow {
  struct Field {
    private let columnNumber: Int32
    private let begin: Int32
    private let end: Int32
    /// Whether it holds a quote, so that it is not what it says.
    let hasQuotes: Bool

    @inline(__always) init(column: Int, range: Range<Int>, hasQuotes: Bool) {
      columnNumber = Int32(truncatingIfNeeded: column)
      begin = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
      self.hasQuotes = hasQuotes
    }

    var column: Int { Int(columnNumber) }
    /// Without quotes about it.
    var range: Range<Int> { Int(begin)..<Int(end) }
  }

  private var room: [Field] = []
  private(set) var fieldCount = 0
  /// The last long text of plain bytes and its column, for every case of a source may say the same: -1 for none.
  private var (long, longColumn): ([UInt8], Int) = ([], -1)
  /// A text of at least so many bytes is quicker compared than searched for its end.
  private static let leastLong = 64
  /// Where the name of the case stands; `nil` in an empty line.
  private(set) var key: Range<Int>?

  /// Reads the row that begins at a place, and gives where the next one begins.
  ///
  /// - Returns: `nil` for a row that only a careful reading understands: one with another number of fields than the first
  ///   row of the table, without the name of its case, with an end of line or something wrong about quotes in it, with bytes
  ///   that are no text, or perhaps with the mark that begins a file.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, separator: UInt8, columnCount: Int, caseColumn: Int
  ) -> Int? {
    fieldCount = 0
    key = nil
    var (place, column, hasHigh) = (begin, 0, false)
    let count = bytes.count
    // Perhaps the mark that begins a file.
    if begin < count, bytes[begin] == 0xEF { return nil }
    let words = ByteWords(separator: separator)
    while place < count {
      let first = bytes[place]
      if first == separator {
        // Of many columns a row fills few.
        let run = place + 8 <= count ? words.separatorCount(bytes.word(at: place)) : 1
        place += run
        column += run
        continue
      }
      if first == 10 || first == 13 { break }
      guard let field = nextField(bytes, &place, column, separator, words, &hasHigh) else { return nil }
      if !field.range.isEmpty { add(field) }
      if column == caseColumn { key = field.hasQuotes || field.range.isEmpty ? nil : field.range }
    }
    let end = place
    if place < count, bytes[place] == 13 { place += 1 }
    if place < count, bytes[place] == 10 { place += 1 }
    if end == begin { return place }
    guard column + 1 == columnCount, key != nil else { return nil }
    if hasHigh, !isText(UnsafeBufferPointer(rebasing: bytes[begin..<end])) { return nil }
    return place
  }

  /// The fields that say something, in the order of their columns.
  func field(_ number: Int) -> Field { room[number] }

  @inline(__always) private mutating func add(_ field: Field) {
    if fieldCount < room.count { room[fieldCount] = field } else { room.append(field) }
    fieldCount += 1
  }

  /// One field that is not empty; afterwards the place is that of the separator or end of line behind it.
  @inline(__always)
  private mutating func nextField(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ column: Int, _ separator: UInt8,
    _ words: ByteWords, _ hasHigh: inout Bool
  ) -> Field? {
    let count = bytes.count
    guard bytes[place] == UInt8(ascii: "\"") else {
      let begin = place
      let known = column == longColumn ? sameLongText(bytes, at: place, separator) : 0
      place += known
      while place < count {
        if place + 8 <= count {
          let plain = words.plainCount(bytes.word(at: place))
          place += plain
          if plain == 8 { continue }
        }
        let byte = bytes[place]
        if byte == separator || byte == 10 || byte == 13 { break }
        if byte == UInt8(ascii: "\"") || byte == 0 { return nil }
        if byte >= 0x80 { hasHigh = true }
        place += 1
      }
      if known == 0, place - begin >= BulkRow.leastLong, !hasHigh {
        (long, longColumn) = (Array(bytes[begin..<place]), column)
      }
      return Field(column: column, range: begin..<place, hasQuotes: false)
    }
    let begin = place + 1
    var hasQuotes = false
    place += 1
    while true {
      guard place < count else { return nil }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        guard place + 1 < count, bytes[place + 1] == UInt8(ascii: "\"") else { break }
        hasQuotes = true
        place += 1
      }
      if byte == 10 || byte == 13 || byte == 0 { return nil }
      if byte >= 0x80 { hasHigh = true }
      place += 1
    }
    let end = place
    place += 1
    guard place == count || bytes[place] == separator || bytes[place] == 10 || bytes[place] == 13 else { return nil }
    return Field(column: column, range: begin..<end, hasQuotes: hasQuotes)
  }

  /// How many bytes from a place on are the last long text, whole; zero where it is another.
  private func sameLongText(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ separator: UInt8) -> Int {
    let end = place + long.count
    guard end < bytes.count, bytes[end] == separator || bytes[end] == 10 || bytes[end] == 13 else { return 0 }
    let isSame = long.withUnsafeBufferPointer { memcmp($0.baseAddress!, bytes.baseAddress! + place, $0.count) == 0 }
    return isSame ? long.count : 0
  }

  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
