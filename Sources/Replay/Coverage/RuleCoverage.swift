/// How the clocks, checks and stretches of a rule were judged.
public struct RuleCoverage: Sendable, Hashable {
  /// `workflow.rule`.
  public let name: String
  public internal(set) var tally = Tally()

  /// Whether anything was judged under it, however it ended.
  public var isReached: Bool { tally.total > 0 }

  /// How often it was met or held.
  public var kept: Int { tally[.met] + tally[.held] }

  /// How often it was late, missed or broken.
  public var broken: Int { tally[.late] + tally[.missed] + tally[.broken] }
}
