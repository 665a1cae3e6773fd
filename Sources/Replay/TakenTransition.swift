public import Conditions

/// One transition that the machine of a child took.
public struct TakenTransition: Sendable, Hashable {
  public enum Manner: UInt8, Sendable, Hashable {
    /// With its event, by a timer, or by itself.
    case taken
    /// The record does not show it: a later event could only be followed as if it had been.
    case passedOver
  }

  public let child: Int
  public let workflow: WorkflowIndex
  /// An index into the transitions of the workflow.
  public let transition: Int
  /// The event with which it was taken, or that shows it was passed over, by number; `nil` where none is.
  public let event: Int?
  public let manner: Manner

  public init(child: Int, workflow: WorkflowIndex, transition: Int, event: Int?, manner: Manner) {
    self.child = child
    self.workflow = workflow
    self.transition = transition
    self.event = event
    self.manner = manner
  }
}
