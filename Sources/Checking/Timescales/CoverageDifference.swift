/// Where a list of timescales and the table that it lists part.
public enum CoverageDifference: Sendable, Hashable {
  /// The table has the row, with durations, and the list does not.
  case rowNotListed(section: String, row: String, line: Int, durations: [String])
  /// The list has the row, but not these durations of it.
  case durationsNotListed(section: String, row: String, line: Int, durations: [String])
  /// The list has a row that the table does not have.
  case rowNotInTable(section: String, row: String)
}

extension CoverageDifference {
  /// In the order of the table, then those that only the list has.
  static func all(between list: TimescaleList, and table: WrittenTable) -> [CoverageDifference] {
    let written = table.rows.filter { list.answers(for: $0.section) }
    let missing = written.filter { !$0.durations.isEmpty }.compactMap { row -> CoverageDifference? in
      let entries = list.rows.filter { $0.stands(for: row) }
      let listed = Set(entries.flatMap(\.durations))
      let durations = row.durations.filter { !listed.contains($0) }.map(\.description)
      if entries.isEmpty {
        return .rowNotListed(section: row.section, row: row.label, line: row.line, durations: durations)
      }
      guard !durations.isEmpty else { return nil }
      return .durationsNotListed(section: row.section, row: entries[0].row, line: row.line, durations: durations)
    }
    let unknown = list.rows.filter { entry in !written.contains { entry.stands(for: $0) } }
      .map { CoverageDifference.rowNotInTable(section: $0.section, row: $0.row) }
    return missing + unknown.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Timescale {
  /// Whether this is a figure of that row: it has its identifier, or its first words.
  func stands(for written: WrittenTable.Row) -> Bool {
    guard section == written.section else { return false }
    guard written.label != row else { return true }
    return row.contains(" ") && written.label.hasPrefix(row)
  }
}
