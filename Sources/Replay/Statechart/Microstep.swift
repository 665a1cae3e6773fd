import Conditions
import Procedures

/// A machine in the middle of a step.
///
/// **Source:** W3C SCXML 1.0, Appendix D: `microstep`, `exitStates`, `enterStates`.
struct Microstep {
  let chart: Statechart
  var configuration: Configuration
  /// The transitions taken so far.
  var transitions: [Int] = []
  var changes: [StateChange] = []
  var sends: [MachineStep.Send] = []
  var effects: [MachineStep.Effect] = []
  /// Signals and completions not heard yet.
  var queue: [Word] = []

  init(_ chart: Statechart, from configuration: Configuration) {
    self.chart = chart
    self.configuration = configuration
  }

  /// Takes several transitions at once: leaves, acts, enters.
  mutating func take(_ transitions: [Int]) {
    self.transitions += transitions
    let leaving = transitions.reduce(into: StateSet(capacity: chart.workflow.states.count)) { set, transition in
      set.formUnion(chart.exitSet(of: transition, in: configuration))
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
      if entry.byDefault.contains(state) { perform(chart.workflow.states[state].onStart) }
      if let history = entry.withoutMemory[state] { perform(chart.workflow.states[history].onStart) }
      if chart.workflow.states[state].kind == .end { complete(state) }
    }
  }

  /// Tells that the parent of an end state is complete, and the parallel state above it where all of it is.
  private mutating func complete(_ end: StateIndex) {
    guard let parent = chart.workflow.states[end].parent else {
      configuration.isFinished = true
      return
    }
    tell(chart.completionWords[parent])
    guard let above = chart.workflow.states[parent].parent, chart.workflow.states[above].kind == .parallel,
      chart.completionWords[above] != Statechart.unheard, chart.isComplete(above, in: configuration.active)
    else { return }
    tell(chart.completionWords[above])
  }

  /// Puts a word into the machine's own queue; what nothing hears changes nothing there.
  private mutating func tell(_ word: Word) {
    if word != Statechart.unheard { queue.append(word) }
  }
}

// MARK: - Actions

extension Microstep {
  /// Performs a block of actions in order; an error ends it.
  private mutating func perform(_ actions: [Action]) {
    _ = allSucceed(actions)
  }

  /// Performs actions until one tells of an error.
  private mutating func allSucceed(_ actions: [Action]) -> Bool {
    for action in actions {
      switch action {
      case .raise(let signal): tell(chart.signalWords[signal])
      case .send(let signal, let after): sends.append(MachineStep.Send(signal: signal, after: after))
      case .post(let signal, let after, let identifier):
        effects.append(.post(signal: signal, after: after, identifier: identifier))
      case .cancel(let identifier): effects.append(.cancel(identifier: identifier))
      case .log(let label, let text): effects.append(.log(label: label, text: text))
      case .choose(let branches):
        guard let taken = branches.first(where: holds) else { continue }
        if !allSucceed(taken.actions) { return false }
      case .fail(let signal):
        tell(chart.signalWords[signal])
        return false
      case .block(let actions): perform(actions)
      }
    }
    return true
  }

  private func holds(_ branch: Action.Branch) -> Bool {
    guard let when = branch.when else { return true }
    return when.truth(of: chart.number, in: configuration.active) == .yes
  }
}
