/// A reviewer's table of findings, each row with the findings of a replay that show it.
public struct FindingsTable: Sendable {
  /// The name of the history.
  public let name: String
  /// In the reviewer's order.
  public let rows: [FindingsRow]
  /// Findings that no row tells, with why each stands.
  public let unmatched: [UnmatchedFlag]
}
