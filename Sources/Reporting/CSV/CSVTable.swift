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
  static func header<Row>(of columns: [Column<Row>]) -> String { row(columns.map { .text($0.name) }) }

  /// A row for each of the given.
  static func rows<Row>(of rows: [Row], in columns: [Column<Row>]) -> String {
    rows.map { item in row(columns.map { $0.cell(item) }) }.joined()
  }

  private static func row(_ cells: [Cell]) -> String { cells.map(written).joined(separator: ",") + "\r\n" }

  /// A text as it stands in a cell.
  static func cell(_ text: String) -> String { quoted(defused(text)) }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .nothing: ""
    case .number(let number): "\(number)"
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text): quoted(defused(text))
    }
  }

  /// A text that a spreadsheet would run as a formula gets an apostrophe before it, which makes it a text there.
  private static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\t\r\n".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  /// In quotes where the text holds a comma, a quote or an end of line, or a blank at an end.
  private static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x2C }) { return text }
    let needsQuotes =
      text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) } || text.hasPrefix(" ") || text.hasSuffix(" ")
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
