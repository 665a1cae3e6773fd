public import CivilTime
import Diagnostics

/// A case that unfolds from decision to decision.
public struct Scenario: Sendable {
  public let name: String
  public let title: String
  /// What can be learnt from it.
  public let teaches: String
  /// In order of time.
  public let decisions: [Decision]
  /// The last day, on which the debrief looks back.
  public let observedUntil: Day
  /// The scenario as it was read, of which a history is made.
  let tree: PlacedNode
}

/// A point at which a trainee decides.
public struct Decision: Sendable {
  public let name: String
  public let day: Day
  /// It is met only after one of these; empty where it always is.
  let onlyAfter: [Answered]
  /// What the trainee is told, and asked.
  public let tells: String
  /// At least two.
  public let choices: [Choice]
  /// What the reviewers of the real case found, and where they say so.
  public let found: String?
  public let cite: String?
}

/// Something that may be chosen, right or wrong.
public struct Choice: Sendable {
  public let name: String
  public let says: String
  /// What the trainee is told once it is chosen.
  public let answer: String?
  /// What is done, then what the world does in answer: events of a history.
  let events: [PlacedNode]
}

/// A decision with what was chosen, both by name.
public struct Answered: Sendable, Hashable {
  public let decision: String
  public let choice: String

  public init(decision: String, choice: String) {
    self.decision = decision
    self.choice = choice
  }
}
