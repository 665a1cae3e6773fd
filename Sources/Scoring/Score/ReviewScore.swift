import Histories
public import Procedures
import Replay

/// How much of one review a replay found by itself, and what it found beside it.
public struct ReviewScore: Sendable {
  public let name: String
  public let title: String
  public let procedure: Procedure
  public let rows: [RowScore]
  /// Everything found by the history's own profile but what the record does not say, each child counted.
  public let flags: [FlagScore]
  /// The findings that the table lists as matching no row.
  public let unmatched: [ListedScore]
  /// Why the table says that a finding which matches no row stands, by its identifier.
  public let reasons: [String: String]

  public init(_ table: FindingsTable, of review: JudgedReview) {
    name = review.own.history.name
    title = review.own.history.title
    procedure = review.own.procedure
    rows = table.rows.map { RowScore($0, of: review) }
    let matched = Set(table.rows.filter { review.isOwn($0.profile) }.flatMap { $0.findings.map(\.identifier) })
    flags = review.own.flags.map { FlagScore($0, in: review.own, matched: matched) }
    unmatched = table.unmatched.map { ListedScore($0.finding, in: review.own) }
    reasons = Dictionary(
      table.unmatched.map { ($0.finding.identifier, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether every finding that the table lists was raised as listed.
  public var isAsListed: Bool {
    rows.allSatisfy(\.shortfalls.isEmpty) && unmatched.allSatisfy { $0.outcome == .asListed }
  }

  public var counts: ScoreCounts { ScoreCounts(self) }
}
