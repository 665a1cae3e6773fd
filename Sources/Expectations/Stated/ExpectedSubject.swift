public import CivilTime
public import Conditions

/// What an expectation is about.
public enum ExpectedSubject: Sendable, Hashable {
  /// How a rule, or any rule of a workflow, is judged.
  case rule(FindingScope)
  /// A step of a workflow that was passed over or came out of order.
  case workflow(WorkflowIndex)
  /// Where a child stands.
  case state(StateReference, at: Time)

  /// When a child stands somewhere.
  public enum Time: Sendable, Hashable {
    /// Where the record leaves the child.
    case end
    /// At the end of a day.
    case day(Day)
    case anyTime
  }
}
