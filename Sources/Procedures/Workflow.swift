public import Conditions
public import Diagnostics

/// A typed statechart with the meaning of W3C SCXML; one child has one machine of each workflow.
public struct Workflow: Sendable {
  public let name: String
  public let title: String
  /// All states in document order: a `StateIndex` is an index into it. The workflow itself is the root above them.
  public let states: [State]
  /// The states directly below the workflow.
  public let topStates: [StateIndex]
  /// The top state in which every machine begins.
  public let start: StateIndex
  /// What is entered at the beginning: the start, or states inside it.
  public let startTargets: [StateIndex]
  /// All transitions in document order.
  public let transitions: [Transition]
  /// The names of the signals that actions raise or send, which only this workflow hears.
  public let signals: [String]
  /// The source of the order of the steps, on which a missed transition rests.
  public let citation: Citation?
  public let place: Place

  /// - Parameter startTargets: what is entered at the beginning, where that is not simply the start.
  public init(
    name: String, title: String, states: [State], topStates: [StateIndex], start: StateIndex,
    startTargets: [StateIndex]? = nil, transitions: [Transition], signals: [String], citation: Citation? = nil,
    place: Place
  ) {
    self.name = name
    self.title = title
    self.states = states
    self.topStates = topStates
    self.start = start
    self.startTargets = startTargets ?? [start]
    self.transitions = transitions
    self.signals = signals
    self.citation = citation
    self.place = place
  }
}
