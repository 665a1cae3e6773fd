/// A table as comma-separated values, as RFC 4180 has them: each row ends with CR LF, the first names the columns.
struct CSVTable {
  /// One cell; nothing is an empty one.
  enum Cell {
    case nothing
    case text(String)
    case number(Int)
    case truth(Bool)

    static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .nothing }

    static func optional(_ number: Int?) -> Cell { number.map { .number($0) } ?? .nothing }

    /// Several texts in one cell, parted by semicolons.
    static func texts(_ texts: [String]) -> Cell { texts.isEmpty ? .nothing : .text(texts.joined(separator: "; ")) }
  }

  /// One column: its name, and what stands in it for a row.
  struct Column<Row> {
    let name: String
    let cell: (Row) -> Cell

    init(_ name: String, _ cell: @escaping (Row) -> Cell) {
      self.name = name
      self.cell = cell
    }
  }

  /// The row that names the columns.
  static func header<Row>(of columns: [Column<Row>]) -> String {
    var bytes: [UInt8] = []
    write(columns.lazy.map { .text($0.name) }, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A row for each of the given.
  ///
  /// - Complexity: O(n) in the bytes: findings of many cases are mostly time spent here.
  static func rows<Row>(of rows: [Row], in columns: [Column<Row>]) -> String {
    var bytes: [UInt8] = []
    for item in rows { write(columns.lazy.map { $0.cell(item) }, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text as it stands in a cell.
  static func cell(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 < 0x7F }) {
      guard let first = text.utf8.first, first != UInt8(ascii: "="), first != UInt8(ascii: "@") else { return written(text) }
      return text
    }
    return written(text)
  }

  private static func written(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ cells: some Sequence<Cell>, to bytes: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .nothing: break
      case .number(let number): bytes.append(contentsOf: "\(number)".utf8)
      case .truth(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
      case .text(let text): write(text, to: &bytes)
      }
    }
    bytes += [13, 10]
  }

  /// A text that a spreadsheet would run as a formula gets an apostrophe before it, which makes it a text there. It stands in
  /// quotes where it holds a comma, a quote or an end of line, or a blank at an end.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let isFormula = wouldRun(text)
    text.withUTF8 { text in
      let blank = UInt8(ascii: " ")
      let needsQuotes = text.contains(where: isSpecial) || text.first == blank || text.last == blank
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      var begin = 0
      while needsQuotes, let quote = text[begin...].firstIndex(of: UInt8(ascii: "\"")) {
        // A quote is written twice.
        bytes.append(contentsOf: text[begin...quote])
        bytes.append(UInt8(ascii: "\""))
        begin = quote + 1
      }
      bytes.append(contentsOf: text[begin...])
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 13 || byte == 10
  }

  /// Whether a spreadsheet takes the text for a formula, by its first letter, which may be a wide one.
  private static func wouldRun(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n": true
    default: false
    }
  }
}
