/// Comma-separated values as a reader of RFC 4180 reads them.
struct CSVText {
  let rows: [[String]]
  /// What a strict reader does not take.
  let faults: [String]

  init(_ text: String) {
    var (rows, row, cell, faults) = ([[String]](), [String](), String.UnicodeScalarView(), [String]())
    var rest = Substring.UnicodeScalarView(text.unicodeScalars[...])
    var isQuoted = false
    while let scalar = rest.popFirst() {
      if isQuoted {
        guard scalar == "\"" else {
          cell.append(scalar)
          continue
        }
        if rest.first == "\"" { cell.append(rest.removeFirst()) } else { isQuoted = false }
        continue
      }
      switch scalar {
      case "\"":
        if !cell.isEmpty { faults.append("a quote inside a cell") }
        isQuoted = true
      case ",":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r":
        if rest.popFirst() != "\n" { faults.append("CR without LF") }
        rows.append(row + [String(cell)])
        (row, cell) = ([], String.UnicodeScalarView())
      case "\n": faults.append("LF without CR")
      default: cell.append(scalar)
      }
    }
    if isQuoted || !row.isEmpty || !cell.isEmpty { faults.append("the last row does not end") }
    self.rows = rows
    self.faults = faults
  }

  var columns: [String] { rows.first ?? [] }

  /// The cells of a column, below its name.
  func column(_ name: String) -> [String] {
    guard let place = columns.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }
}
