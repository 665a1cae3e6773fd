public import Procedures
public import Replay

/// A finding that a replay must raise, as the table tells it.
public struct ListedFinding: Sendable, Hashable {
  public let identifier: String
  public let kind: FindingKind
  public let certainty: Certainty
}
