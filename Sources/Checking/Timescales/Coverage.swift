public import Procedures

/// Which of the durations of a table a procedure carries.
public struct Coverage: Sendable {
  public let list: TimescaleList
  public let entries: [CoverageEntry]
  /// What the table has and the list has not, or the other way round; empty where no table was given.
  public let differences: [CoverageDifference]
  /// How many rows of the table hold a duration, and how many durations they hold; `nil` where no table was given.
  public let written: (rows: Int, durations: Int)?

  /// - Parameters:
  ///   - procedures: the procedure under each profile that the list names; under no name, as it is.
  ///   - table: the table itself, if it is at hand.
  public init(of list: TimescaleList, procedures: [String?: Procedure], against table: WrittenTable? = nil) {
    self.list = list
    entries = list.rows.map { CoverageEntry($0, procedure: procedures[$0.profile]) }
    differences = table.map { CoverageDifference.all(between: list, and: $0) } ?? []
    written = table.map { table in
      let rows = table.rows.filter { list.answers(for: $0.section) && !$0.durations.isEmpty }
      return (rows.count, rows.map(\.durations.count).reduce(0, +))
    }
  }

  /// Whether every duration is carried, or left out for a reason.
  public var isComplete: Bool { differences.isEmpty && entries.allSatisfy { $0.standing != .notCovered } }

  /// The sections that have entries, in the order of the list.
  public var sections: [String] {
    entries.map(\.timescale.section).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
