public import Procedures
public import Replay

/// What became of one finding that a table lists.
public enum ListedOutcome: Sendable, Hashable {
  /// Raised with the kind and certainty that the table states.
  case asListed
  /// Raised, but told as this.
  case otherwise(FindingKind, Certainty)
  case notRaised
}
