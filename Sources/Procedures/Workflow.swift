public import CivilTime
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
  /// All transitions in document order.
  public let transitions: [Transition]
  /// The names of the signals that actions raise or send, which only this workflow hears.
  public let signals: [String]
  /// The source of the order of the steps, on which a missed transition rests.
  public let citation: Citation?
  public let place: Place

  public init(
    name: String, title: String, states: [State], topStates: [StateIndex], start: StateIndex, transitions: [Transition],
    signals: [String], citation: Citation? = nil, place: Place
  ) {
    self.name = name
    self.title = title
    self.states = states
    self.topStates = topStates
    self.start = start
    self.transitions = transitions
    self.signals = signals
    self.citation = citation
    self.place = place
  }
}

/// A state of a workflow.
public struct State: Sendable {
  public enum Kind: Sendable, Hashable {
    case atomic
    /// One of its children is active whenever it is.
    case compound(start: StateIndex)
    /// All of its children are active whenever it is.
    case parallel
    /// A final state: its parent is complete when it is entered.
    case end
    /// Remembers which states below its parent were last active; the default is entered where there is no memory.
    case history(depth: HistoryDepth, otherwise: [StateIndex])
  }

  public enum HistoryDepth: Sendable, Hashable {
    case shallow
    case deep
  }

  public let name: String
  /// The names from the top down, joined by dots.
  public let path: String
  public let title: String?
  public let kind: Kind
  /// The state around it; `nil` directly below the workflow.
  public let parent: StateIndex?
  public let children: [StateIndex]
  public let onEntry: [Action]
  public let onExit: [Action]
  public let place: Place

  public init(
    name: String, path: String, title: String?, kind: Kind, parent: StateIndex?, children: [StateIndex],
    onEntry: [Action] = [], onExit: [Action] = [], place: Place
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.kind = kind
    self.parent = parent
    self.children = children
    self.onEntry = onEntry
    self.onExit = onExit
    self.place = place
  }
}

/// What a machine does on entering or leaving a state, or on the way.
public enum Action: Sendable, Hashable {
  /// Puts a signal into the machine's own queue, heard before the step ends.
  case raise(signal: Int)
  /// Delivers a signal to the machine after a while.
  case send(signal: Int, after: Period)
}

/// A way from a state to others.
public struct Transition: Sendable {
  public enum Cue: Sendable, Hashable {
    /// Any of these events.
    case events([EventIndex])
    /// A signal of the workflow's own.
    case signal(Int)
    /// The state inside `from`, or `from` itself, has reached its end.
    case completion(of: StateIndex)
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
