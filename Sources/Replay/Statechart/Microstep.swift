import Conditions
import Procedures

/// A machine in the middle of a step.
///
/// **Source:** W3C SCXML 1.0, Appendix D: `microstep`, `exitStates`, `enterStates`, `computeEntrySet`,
/// `getTransitionDomain`.
struct Microstep {
  let chart: Statechart
  var configuration: Configuration
  var changes: [StateChange] = []
  var sends: [MachineStep.Send] = []
  /// Signals and completions not heard yet.
  var queue: [Cue] = []

  enum Cue: Hashable {
    case signal(Int)
    case completion(StateIndex)
  }

  init(_ chart: Statechart, from configuration: Configuration) {
    self.chart = chart
    self.configuration = configuration
  }

  /// Takes several transitions at once: leaves, acts, enters.
  mutating func take(_ transitions: [Int]) {
    let leaving = transitions.reduce(into: StateSet(capacity: chart.workflow.states.count)) { set, transition in
      for state in chart.exitSet(of: transition, in: configuration) { set.insert(state) }
    }
    leave(leaving)
    for transition in transitions { perform(chart.workflow.transitions[transition].actions) }
    var entry = EntrySet(chart, configuration)
    for transition in transitions { entry.add(transition) }
    enter(entry)
  }

  /// Remembers, then leaves, innermost first.
  private mutating func leave(_ states: StateSet) {
    for state in states.members.reversed() {
      for child in chart.workflow.states[state].children {
        guard case .history(let depth, _) = chart.workflow.states[child].kind else { continue }
        configuration.memory[child] = remembered(by: state, depth)
      }
    }
    for state in states.members.reversed() {
      perform(chart.workflow.states[state].onExit)
      configuration.active.remove(state)
      changes.append(StateChange(state: state, isEntry: false))
    }
  }

  private func remembered(by parent: StateIndex, _ depth: State.HistoryDepth) -> StateSet {
    var set = StateSet(capacity: chart.workflow.states.count)
    for state in configuration.active.members {
      let belongs =
        switch depth {
        case .shallow: chart.workflow.states[state].parent == parent
        case .deep: chart.isAtomic(state) && chart.isDescendant(state, of: parent)
        }
      if belongs { set.insert(state) }
    }
    return set
  }

  mutating func enter(_ entry: EntrySet) {
    for state in entry.states.members where !configuration.active.contains(state) {
      configuration.active.insert(state)
      changes.append(StateChange(state: state, isEntry: true))
      perform(chart.workflow.states[state].onEntry)
      if chart.workflow.states[state].kind == .end { complete(state) }
    }
  }

  /// Tells that the parent of an end state is complete, and the parallel state above it where all of it is.
  private mutating func complete(_ end: StateIndex) {
    guard let parent = chart.workflow.states[end].parent else {
      configuration.isFinished = true
      return
    }
    queue.append(.completion(parent))
    guard let above = chart.workflow.states[parent].parent, chart.workflow.states[above].kind == .parallel,
      chart.isComplete(above, in: configuration.active)
    else { return }
    queue.append(.completion(above))
  }

  private mutating func perform(_ actions: [Action]) {
    for action in actions {
      switch action {
      case .raise(let signal): queue.append(.signal(signal))
      case .send(let signal, let after): sends.append(MachineStep.Send(signal: signal, after: after))
      }
    }
  }
}

/// The states that a set of transitions enters.
struct EntrySet {
  private let chart: Statechart
  private let configuration: Configuration
  private(set) var states: StateSet

  init(_ chart: Statechart, _ configuration: Configuration) {
    self.chart = chart
    self.configuration = configuration
    states = StateSet(capacity: chart.workflow.states.count)
  }

  mutating func add(_ transition: Int) {
    let targets = chart.workflow.transitions[transition].to
    guard !targets.isEmpty else { return }
    for target in targets { addDescendants(of: target) }
    let domain = chart.domain(of: transition, in: configuration)
    for target in chart.effectiveTargets(of: transition, in: configuration) { addAncestors(of: target, below: domain) }
  }

  mutating func addStart(_ state: StateIndex) { addDescendants(of: state) }

  mutating func addAbove(_ state: StateIndex) { addAncestors(of: state, below: .root) }

  private mutating func addDescendants(of state: StateIndex) {
    switch chart.workflow.states[state].kind {
    case .history(_, let otherwise):
      let remembered = configuration.memory[state]?.members ?? otherwise
      for target in remembered { addDescendants(of: target) }
      let parent = chart.workflow.states[state].parent
      for target in remembered { addAncestors(of: target, below: parent.map { .state($0) } ?? .root) }
    case .compound(let start):
      states.insert(state)
      addDescendants(of: start)
      addAncestors(of: start, below: .state(state))
    case .parallel:
      states.insert(state)
      addMissingRegions(of: state)
    case .atomic, .end: states.insert(state)
    }
  }

  private mutating func addAncestors(of state: StateIndex, below domain: TransitionDomain) {
    for ancestor in chart.ancestors[state] {
      if domain == .state(ancestor) { return }
      states.insert(ancestor)
      if chart.workflow.states[ancestor].kind == .parallel { addMissingRegions(of: ancestor) }
    }
  }

  private mutating func addMissingRegions(of parallel: StateIndex) {
    for region in chart.regions(of: parallel)
    where !states.members.contains(where: { $0 == region || chart.isDescendant($0, of: region) }) {
      addDescendants(of: region)
    }
  }
}

/// The state within which a transition leaves and enters.
enum TransitionDomain: Hashable {
  case root
  case state(StateIndex)
  /// A transition without a target leaves nothing.
  case nowhere
}

extension Statechart {
  /// The targets with every history state replaced by what it stands for.
  func effectiveTargets(of transition: Int, in configuration: Configuration) -> [StateIndex] {
    workflow.transitions[transition].to.flatMap { effective($0, configuration) }
  }

  private func effective(_ target: StateIndex, _ configuration: Configuration) -> [StateIndex] {
    guard case .history(_, let otherwise) = workflow.states[target].kind else { return [target] }
    if let remembered = configuration.memory[target] { return remembered.members }
    return otherwise.flatMap { effective($0, configuration) }
  }

  /// The innermost state that holds the transition's source and targets: one of several children, never a region.
  ///
  /// A transition whose targets all lie inside its source does not leave the source, unless it says so; where the
  /// source is parallel and they lie inside one region, it leaves the other regions alone.
  func domain(of index: Int, in configuration: Configuration) -> TransitionDomain {
    let transition = workflow.transitions[index]
    let targets = effectiveTargets(of: index, in: configuration)
    guard !targets.isEmpty else { return .nowhere }
    if !transition.leaves, targets.allSatisfy({ isDescendant($0, of: transition.from) }) {
      return innerDomain(of: targets, in: transition.from)
    }
    for ancestor in ancestors[transition.from] {
      guard case .compound = workflow.states[ancestor].kind else { continue }
      if targets.allSatisfy({ isDescendant($0, of: ancestor) }) { return .state(ancestor) }
    }
    return .root
  }

  private func innerDomain(of targets: [StateIndex], in source: StateIndex) -> TransitionDomain {
    guard workflow.states[source].kind == .parallel else { return .state(source) }
    let region = regions(of: source).first { region in targets.allSatisfy { isDescendant($0, of: region) } }
    return .state(region ?? source)
  }

  /// The active states that a transition leaves.
  func exitSet(of transition: Int, in configuration: Configuration) -> [StateIndex] {
    switch domain(of: transition, in: configuration) {
    case .nowhere: []
    case .root: configuration.active.members
    case .state(let domain): configuration.active.members.filter { isDescendant($0, of: domain) }
    }
  }
}
