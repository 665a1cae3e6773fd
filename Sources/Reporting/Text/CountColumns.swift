/// Columns of counts, flush right, each as wide as its title and its largest count, two blanks apart.
struct CountColumns {
  private let titles: [String]
  private let widths: [Int]

  /// - Parameter rows: all the rows that will stand in the columns.
  init(_ titles: [String], for rows: [[Int]]) {
    self.titles = titles
    widths = titles.indices.map { column in
      2 + max(titles[column].count, rows.map { "\($0[column])".count }.max() ?? 0)
    }
  }

  /// **Unit**: characters.
  var width: Int { widths.reduce(0, +) }

  var head: String { zip(titles, widths).map { $0.flushed(to: $1) }.joined() }

  /// A count of nothing is told as a dot.
  func row(_ counts: [Int]) -> String {
    zip(counts, widths).map { count, width in (count == 0 ? "." : "\(count)").flushed(to: width) }.joined()
  }
}
