import Procedures
public import Replay

/// One flag of a replay with how it stands to the reviewer's table.
public struct FlagScore: Sendable {
  public enum Standing: Sendable, Hashable, CaseIterable {
    /// A row of the table lists it.
    case matched
    /// No row lists it; it is certain, and its rule's source is not the review itself.
    case defended
    case unexplained
  }

  public let finding: Finding
  /// `workflow.rule`.
  public let rule: String
  public let standing: Standing

  init(_ finding: Finding, in judged: JudgedCase, matched: Set<String>) {
    self.finding = finding
    rule = judged.ruleName(of: finding)
    if matched.contains(finding.identifier) {
      standing = .matched
    } else if finding.certainty == .certain, let source = judged.source(of: finding), !judged.isOwnReview(source) {
      standing = .defended
    } else {
      standing = .unexplained
    }
  }
}
