public import CivilTime
public import Conditions

/// What a machine does on entering or leaving a state, or on the way.
public indirect enum Action: Sendable, Hashable {
  /// Puts a signal into the machine's own queue, heard before the step ends.
  case raise(signal: Int)
  /// Delivers a signal to the machine after a while.
  case send(signal: Int, after: Period)
  /// Delivers a signal to the machine after a while of virtual time; one with an identifier can be cancelled meanwhile.
  case post(signal: Int, after: Milliseconds, identifier: String?)
  /// Takes back what was posted under an identifier and has not arrived.
  case cancel(identifier: String)
  /// Says something to whoever watches the machine.
  case log(label: String, text: String)
  /// Does what the first branch says whose condition holds.
  case choose([Branch])
  /// Raises a signal that tells of an error, and ends the block it stands in.
  case fail(signal: Int)
  /// Actions of their own: an error ends these and not what follows them.
  case block([Action])

  /// One alternative of a choice.
  public struct Branch: Sendable, Hashable {
    /// A condition on the machine's own states; `nil` holds always.
    public let when: Expression?
    public let actions: [Action]

    public init(when: Expression?, actions: [Action]) {
      self.when = when
      self.actions = actions
    }
  }
}

extension Action {
  /// The signals that an action can make the machine hear.
  public var signals: [Int] {
    switch self {
    case .raise(let signal), .send(let signal, _), .post(let signal, _, _), .fail(let signal): [signal]
    case .cancel, .log: []
    case .choose(let branches): branches.flatMap { $0.actions.flatMap(\.signals) }
    case .block(let actions): actions.flatMap(\.signals)
    }
  }
}
