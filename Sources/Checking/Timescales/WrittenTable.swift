/// The rows of a table of timescales that hold durations, as a Markdown file writes them.
public struct WrittenTable: Sendable {
  /// One row of a table, or one sentence between the tables.
  struct Row: Sendable {
    let section: String
    /// The identifier of a row, or its words.
    let label: String
    let durations: [WrittenDuration]
    /// The line of the file.
    let line: Int
  }

  /// In the order of the file, those without a duration too.
  let rows: [Row]

  public init(markdown text: String) {
    var reading = WrittenTableReading()
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      reading.read(String(line), number: number + 1)
    }
    rows = reading.rows
  }
}
