/// The fields of one row that say something, by column.
struct BulkRow {
  struct Field {
    let column: Int
    /// Without quotes about it.
    let range: Range<Int>
    /// Whether it holds a quote, so that it is not what it says.
    let hasQuotes: Bool
  }

  private(set) var fields: [Field] = []
  /// Where the name of the case stands; `nil` in an empty line.
  private(set) var key: Range<Int>?

  /// Reads the row that begins at a place, and gives where the next one begins.
  ///
  /// - Returns: `nil` for a row that only a careful reading understands: one with another number of fields than the first
  ///   row of the table, without the name of its case, with an end of line or something wrong about quotes in it, or with bytes
  ///   that are no text.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, separator: UInt8, columnCount: Int, caseColumn: Int
  ) -> Int? {
    fields.removeAll(keepingCapacity: true)
    key = nil
    var (place, column, hasHigh) = (begin, 0, false)
    let count = bytes.count
    let words = ByteWords(separator: separator)
    while place < count {
      let first = bytes[place]
      if first == separator {
        // Of many columns a row fills few.
        while place + 8 <= count, words.areSeparators(bytes.word(at: place)) {
          place += 8
          column += 8
        }
        guard place < count, bytes[place] == separator else { continue }
        place += 1
        column += 1
        continue
      }
      if first == 10 || first == 13 { break }
      guard let field = field(bytes, &place, column, separator, words, &hasHigh) else { return nil }
      if !field.range.isEmpty { fields.append(field) }
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

  /// One field that is not empty; afterwards the place is that of the separator or end of line behind it.
  @inline(__always)
  private func field(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ column: Int, _ separator: UInt8,
    _ words: ByteWords, _ hasHigh: inout Bool
  ) -> Field? {
    let count = bytes.count
    guard bytes[place] == UInt8(ascii: "\"") else {
      let begin = place
      while place + 8 <= count, words.arePlain(bytes.word(at: place)) { place += 8 }
      while place < count {
        let byte = bytes[place]
        if byte == separator || byte == 10 || byte == 13 { break }
        if byte == UInt8(ascii: "\"") || byte == 0 { return nil }
        if byte >= 0x80 { hasHigh = true }
        place += 1
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

  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
