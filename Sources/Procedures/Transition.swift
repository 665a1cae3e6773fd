public import Conditions
public import Diagnostics

/// A way from a state to others.
public struct Transition: Sendable {
  public enum Cue: Sendable, Hashable {
    /// Any of these events.
    case events([EventIndex])
    /// A signal of the workflow's own.
    case signal(Int)
    /// The state inside `from`, or `from` itself, has reached its end.
    case completion(of: StateIndex)
    /// Whatever bears a name that one of these describes: an event, a signal or a completion.
    case named([EventDescriptor])
    /// Taken as soon as its guard holds.
    case always
  }

  public let name: String?
  public let cue: Cue
  public let from: StateIndex
  /// Empty for a transition that goes nowhere and only acts.
  public let to: [StateIndex]
  public let when: Condition?
  /// The procedure does not require this step, so passing it by is not a missed transition.
  public let isOptional: Bool
  /// A target inside `from` leaves `from` and enters it again, as SCXML's default does.
  public let leaves: Bool
  public let actions: [Action]
  public let place: Place

  public init(
    name: String?, cue: Cue, from: StateIndex, to: [StateIndex], when: Condition?, isOptional: Bool, leaves: Bool,
    actions: [Action] = [], place: Place
  ) {
    self.name = name
    self.cue = cue
    self.from = from
    self.to = to
    self.when = when
    self.isOptional = isOptional
    self.leaves = leaves
    self.actions = actions
    self.place = place
  }
}
