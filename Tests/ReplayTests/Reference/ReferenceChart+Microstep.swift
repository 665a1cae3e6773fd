import Conditions
import Procedures

extension ReferenceChart {
  /// `microstep`.
  func microstep(_ transitions: [Int], _ working: inout Working) {
    let before = working.step.configuration
    working.step.transitions += transitions
    var leaving: Set<StateIndex> = []
    for transition in transitions { leaving.formUnion(exitSet(transition, before)) }
    exit(leaving, &working)
    for transition in transitions { perform(workflow.transitions[transition].actions, &working) }
    var entry: Set<StateIndex> = []
    // The memory of what has just been left already counts.
    for transition in transitions { addEntrySet(of: workflow.transitions[transition], &entry, working.step.configuration) }
    enter(entry, &working)
  }

  /// `exitStates`.
  private func exit(_ states: Set<StateIndex>, _ working: inout Working) {
    let active = working.step.configuration.active
    for state in states {
      for child in workflow.states[state].children {
        guard case .history(let depth, _) = workflow.states[child].kind else { continue }
        switch depth {
        case .deep:
          working.step.configuration.memory[child] = active.filter { isAtomic($0) && isDescendant($0, state) }
        case .shallow:
          working.step.configuration.memory[child] = active.filter { workflow.states[$0].parent == state }
        }
      }
    }
    for state in states.sorted(by: >) {
      perform(workflow.states[state].onExit, &working)
      working.step.configuration.active.remove(state)
      working.step.changes.append(ReferenceChange(workflow: index, state: state, isEntry: false))
    }
  }

  /// `enterStates`.
  func enter(_ states: Set<StateIndex>, _ working: inout Working) {
    for state in states.sorted() where !working.step.configuration.active.contains(state) {
      working.step.configuration.active.insert(state)
      working.step.changes.append(ReferenceChange(workflow: index, state: state, isEntry: true))
      perform(workflow.states[state].onEntry, &working)
      guard workflow.states[state].kind == .end else { continue }
      guard let parent = workflow.states[state].parent else {
        working.step.configuration.isFinished = true
        continue
      }
      working.queue.append(.done(parent))
      if let above = workflow.states[parent].parent, isParallel(above),
        isInFinalState(above, working.step.configuration.active)
      {
        working.queue.append(.done(above))
      }
    }
  }

  private func perform(_ actions: [Action], _ working: inout Working) {
    for action in actions {
      switch action {
      case .raise(let signal): working.queue.append(.signal(signal))
      case .send(let signal, let after): working.step.sends.append((signal, after))
      case .post, .cancel, .log, .choose, .fail, .block: preconditionFailure("No file of a procedure says this.")
      }
    }
  }

  /// `computeEntrySet` for one transition.
  private func addEntrySet(
    of transition: Transition, _ entry: inout Set<StateIndex>, _ configuration: ReferenceConfiguration
  ) {
    guard !transition.to.isEmpty else { return }
    for target in transition.to { addDescendants(target, &entry, configuration) }
    let domain = domain(transition, configuration)
    for target in effectiveTargets(transition.to, configuration).sorted() {
      addAncestors(target, below: domain, &entry, configuration)
    }
  }

  /// `addDescendantStatesToEnter`.
  func addDescendants(_ state: StateIndex, _ entry: inout Set<StateIndex>, _ configuration: ReferenceConfiguration) {
    switch workflow.states[state].kind {
    case .history(_, let otherwise):
      let targets = configuration.memory[state]?.sorted() ?? otherwise
      for target in targets { addDescendants(target, &entry, configuration) }
      for target in targets { addAncestors(target, below: workflow.states[state].parent, &entry, configuration) }
    case .compound(let start):
      entry.insert(state)
      for target in start { addDescendants(target, &entry, configuration) }
      for target in start { addAncestors(target, below: state, &entry, configuration) }
    case .parallel:
      entry.insert(state)
      addMissingRegions(state, &entry, configuration)
    case .atomic, .end: entry.insert(state)
    }
  }

  /// `addAncestorStatesToEnter`; `nil` is the workflow itself.
  func addAncestors(
    _ state: StateIndex, below domain: StateIndex?, _ entry: inout Set<StateIndex>,
    _ configuration: ReferenceConfiguration
  ) {
    for ancestor in ancestors(of: state) {
      if ancestor == domain { return }
      entry.insert(ancestor)
      if isParallel(ancestor) { addMissingRegions(ancestor, &entry, configuration) }
    }
  }

  private func addMissingRegions(
    _ parallel: StateIndex, _ entry: inout Set<StateIndex>, _ configuration: ReferenceConfiguration
  ) {
    for region in childStates(of: parallel) where !entry.contains(where: { $0 == region || isDescendant($0, region) }) {
      addDescendants(region, &entry, configuration)
    }
  }
}
