import Conditions
import Procedures

extension ReferenceChart {
  /// The whole of one microstep's working state.
  struct Working {
    var step: ReferenceStep
    var queue: [Internal] = []
  }

  /// What an event does to a machine.
  enum Answer {
    case taken(ReferenceStep, isCertain: Bool)
    /// No transition is enabled.
    case refused
    /// What is enabled is not recorded.
    case undecided
  }

  /// Entering the start state, as when the machine begins.
  func begin(_ holds: Guard) -> ReferenceStep {
    var working = Working(step: ReferenceStep(configuration: ReferenceConfiguration()))
    var entry: Set<StateIndex> = []
    addDescendants(workflow.start, &entry, working.step.configuration)
    enter(entry, &working)
    macrostep(&working, holds)
    return working.step
  }

  /// Where a machine rests that the record opens in these states.
  func configuration(in states: [StateIndex]) -> ReferenceConfiguration {
    let empty = ReferenceConfiguration()
    var entry: Set<StateIndex> = []
    for state in states { addDescendants(state, &entry, empty) }
    for state in states { addAncestors(state, below: nil, &entry, empty) }
    return ReferenceConfiguration(
      active: entry, isFinished: entry.contains { workflow.states[$0].kind == .end && workflow.states[$0].parent == nil })
  }

  /// Offers an event: the guard that is not recorded decides only where nothing else could be meant.
  func offer(_ event: EventIndex, to configuration: ReferenceConfiguration, _ holds: Guard) -> Answer {
    guard !configuration.isFinished else { return .refused }
    let candidates = workflow.transitions.indices.filter { index in
      guard case .events(let events) = workflow.transitions[index].cue else { return false }
      return events.contains(event) && configuration.active.contains(workflow.transitions[index].from)
    }
    let truths = candidates.map { workflow.transitions[$0].when == nil ? Truth.yes : holds($0, configuration.active) }
    let notFalse = zip(candidates, truths).filter { $0.1 != .no }
    if notFalse.isEmpty { return .refused }
    if notFalse.contains(where: { $0.1 == .unknown }) {
      guard notFalse.count == 1 else { return .undecided }
      return .taken(take([notFalse[0].0], from: configuration, holds), isCertain: false)
    }
    let enabled = Set(notFalse.map(\.0))
    let selected = select(configuration) { enabled.contains($0) }
    return .taken(take(selected, from: configuration, holds), isCertain: true)
  }

  /// Delivers a signal; `nil` where nothing hears it.
  func deliver(_ signal: Int, to configuration: ReferenceConfiguration, _ holds: Guard) -> ReferenceStep? {
    guard !configuration.isFinished else { return nil }
    let selected = select(configuration) { heard($0, .signal(signal), configuration, holds) }
    return selected.isEmpty ? nil : take(selected, from: configuration, holds)
  }

  /// Takes the transitions and all that follows without an event.
  func take(_ transitions: [Int], from configuration: ReferenceConfiguration, _ holds: Guard) -> ReferenceStep {
    var working = Working(step: ReferenceStep(configuration: configuration))
    microstep(transitions, &working)
    macrostep(&working, holds)
    return working.step
  }

  /// `mainEventLoop` between two external events.
  private func macrostep(_ working: inout Working, _ holds: Guard) {
    for _ in 0..<1000 {
      if working.step.configuration.isFinished { return }
      let configuration = working.step.configuration
      var selected = select(configuration) { heard($0, nil, configuration, holds) }
      if selected.isEmpty {
        if working.queue.isEmpty { return }
        let next = working.queue.removeFirst()
        selected = select(configuration) { heard($0, next, configuration, holds) }
      }
      if !selected.isEmpty { microstep(selected, &working) }
    }
  }

  private func heard(
    _ index: Int, _ what: Internal?, _ configuration: ReferenceConfiguration, _ holds: Guard
  ) -> Bool {
    let transition = workflow.transitions[index]
    switch (transition.cue, what) {
    case (.always, nil): break
    case (.signal(let a), .signal(let b)) where a == b: break
    case (.completion(let a), .done(let b)) where a == b: break
    default: return false
    }
    return transition.when == nil || holds(index, configuration.active) == .yes
  }

  /// `selectTransitions`, then `removeConflictingTransitions`.
  private func select(_ configuration: ReferenceConfiguration, _ isEnabled: (Int) -> Bool) -> [Int] {
    var enabled: [Int] = []
    for state in configuration.active.sorted() where isAtomic(state) {
      search: for source in [state] + ancestors(of: state) {
        for (index, transition) in workflow.transitions.enumerated() where transition.from == source && isEnabled(index) {
          if !enabled.contains(index) { enabled.append(index) }
          break search
        }
      }
    }
    var filtered: [Int] = []
    for one in enabled {
      var isPreempted = false
      var removed: Set<Int> = []
      for two in filtered where !exitSet(one, configuration).isDisjoint(with: exitSet(two, configuration)) {
        if isDescendant(workflow.transitions[one].from, workflow.transitions[two].from) {
          removed.insert(two)
        } else {
          isPreempted = true
          break
        }
      }
      if !isPreempted {
        filtered.removeAll { removed.contains($0) }
        filtered.append(one)
      }
    }
    return filtered
  }
}
