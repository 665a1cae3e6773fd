import Conditions
public import Diagnostics
import Procedures

/// How often a transition was taken, and how often it was only passed over.
public struct TransitionCoverage: Sendable, Hashable {
  public let place: Place
  /// What it hears: the names of events or signals, the state whose completion it waits for; empty for one that is taken
  /// by itself.
  public let hears: [String]
  /// The path of the state that it leads from.
  public let from: String
  /// The paths of the states that it leads to; none where it goes nowhere.
  public let to: [String]
  public let isOptional: Bool
  public private(set) var taken = 0
  /// How often a later event showed that it must have been passed over, which is no coverage.
  public private(set) var passedOver = 0

  public var isReached: Bool { taken > 0 }

  init(_ transition: Transition, of workflow: Workflow, in procedure: Procedure) {
    place = transition.place
    from = workflow.states[transition.from].path
    to = transition.to.map { workflow.states[$0].path }
    isOptional = transition.isOptional
    hears =
      switch transition.cue {
      case .events(let events): events.map { procedure.vocabulary.events[$0].name }
      case .signal(let signal): [workflow.signals[signal]]
      case .completion(let state): [workflow.states[state].path]
      case .named, .always: []
      }
  }

  mutating func count(_ manner: TakenTransition.Manner) {
    switch manner {
    case .taken: taken += 1
    case .passedOver: passedOver += 1
    }
  }

  /// Whether both are one and the same transition, however often each was taken.
  func isSame(as other: TransitionCoverage) -> Bool {
    place == other.place && from == other.from && to == other.to && hears == other.hears
  }
}
