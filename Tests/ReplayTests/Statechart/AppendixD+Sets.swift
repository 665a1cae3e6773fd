/// What a set of transitions enters, as `computeEntrySet` gathers it.
struct EntrySetOfAppendixD {
  var statesToEnter: [ChartState] = []
  var statesForDefaultEntry: [ChartState] = []
  /// By the id of the state around the history state.
  var defaultHistoryContent: [String: [ChartAction]] = [:]
}

extension AppendixD {
  // MARK: - Selecting

  func selectEventlessTransitions() -> [ChartTransition] {
    select { $0.events.isEmpty && self.conditionMatch($0) }
  }

  func selectTransitions(_ event: Event) -> [ChartTransition] {
    select { t in t.events.contains { self.nameMatch($0, event.name) } && self.conditionMatch(t) }
  }

  private func select(_ isEnabled: (ChartTransition) -> Bool) -> [ChartTransition] {
    var enabledTransitions: [ChartTransition] = []
    let atomicStates = configuration.filter(isAtomicState).sorted { $0.order < $1.order }
    for state in atomicStates {
      loop: for s in [state] + getProperAncestors(state, nil) {
        for t in s.transitions where isEnabled(t) {
          if !enabledTransitions.contains(where: { $0.number == t.number }) { enabledTransitions.append(t) }
          break loop
        }
      }
    }
    return removeConflictingTransitions(enabledTransitions)
  }

  private func conditionMatch(_ t: ChartTransition) -> Bool { t.condition.map(holds) ?? true }

  private func nameMatch(_ descriptor: String, _ name: String) -> Bool {
    if descriptor == "*" { return true }
    var tokens = descriptor.split(separator: ".", omittingEmptySubsequences: false)
    if tokens.last == "*" || tokens.last == "" { tokens.removeLast() }
    return name.split(separator: ".").starts(with: tokens)
  }

  private func removeConflictingTransitions(_ enabledTransitions: [ChartTransition]) -> [ChartTransition] {
    var filteredTransitions: [ChartTransition] = []
    for t1 in enabledTransitions {
      var t1Preempted = false
      var transitionsToRemove: [ChartTransition] = []
      for t2 in filteredTransitions {
        let (exit1, exit2) = (computeExitSet([t1]), computeExitSet([t2]))
        guard exit1.contains(where: { s in exit2.contains { $0 === s } }) else { continue }
        if isDescendant(t1.source, t2.source) {
          transitionsToRemove.append(t2)
        } else {
          t1Preempted = true
          break
        }
      }
      if !t1Preempted {
        filteredTransitions.removeAll { t in transitionsToRemove.contains { $0.number == t.number } }
        filteredTransitions.append(t1)
      }
    }
    return filteredTransitions
  }

  // MARK: - Sets of states

  func computeExitSet(_ transitions: [ChartTransition]) -> [ChartState] {
    var statesToExit: [ChartState] = []
    for t in transitions where !t.targets.isEmpty {
      let domain = getTransitionDomain(t)
      for s in configuration where isDescendant(s, domain) && !statesToExit.contains(where: { $0 === s }) {
        statesToExit.append(s)
      }
    }
    return statesToExit
  }

  func computeEntrySet(_ transitions: [ChartTransition], _ entry: inout EntrySetOfAppendixD) {
    for t in transitions {
      for s in t.targets { addDescendantStatesToEnter(s, &entry) }
      let ancestor = getTransitionDomain(t)
      for s in getEffectiveTargetStates(t) { addAncestorStatesToEnter(s, ancestor, &entry) }
    }
  }

  private func addDescendantStatesToEnter(_ state: ChartState, _ entry: inout EntrySetOfAppendixD) {
    if state.isHistory, let parent = state.parent {
      if let value = historyValue[state.identifier] {
        for s in value { addDescendantStatesToEnter(s, &entry) }
        for s in value { addAncestorStatesToEnter(s, parent, &entry) }
      } else if let initial = state.initial {
        entry.defaultHistoryContent[parent.identifier] = initial.content
        for s in initial.targets { addDescendantStatesToEnter(s, &entry) }
        for s in initial.targets { addAncestorStatesToEnter(s, parent, &entry) }
      }
      return
    }
    add(state, to: &entry.statesToEnter)
    if isCompoundState(state) {
      add(state, to: &entry.statesForDefaultEntry)
      let targets = state.initial?.targets ?? [getChildStates(state)[0]]
      for s in targets { addDescendantStatesToEnter(s, &entry) }
      for s in targets { addAncestorStatesToEnter(s, state, &entry) }
    } else if state.kind == .parallel {
      addRegions(of: state, &entry)
    }
  }

  private func addAncestorStatesToEnter(_ state: ChartState, _ ancestor: ChartState?, _ entry: inout EntrySetOfAppendixD) {
    for anc in getProperAncestors(state, ancestor) where anc.kind != .scxml {
      add(anc, to: &entry.statesToEnter)
      if anc.kind == .parallel { addRegions(of: anc, &entry) }
    }
  }

  private func addRegions(of parallel: ChartState, _ entry: inout EntrySetOfAppendixD) {
    for child in getChildStates(parallel) where !entry.statesToEnter.contains(where: { isDescendant($0, child) }) {
      addDescendantStatesToEnter(child, &entry)
    }
  }

  private func add(_ state: ChartState, to set: inout [ChartState]) {
    if !set.contains(where: { $0 === state }) { set.append(state) }
  }

  private func getEffectiveTargetStates(_ transition: ChartTransition) -> [ChartState] {
    var targets: [ChartState] = []
    for s in transition.targets {
      guard s.isHistory else {
        add(s, to: &targets)
        continue
      }
      let effective = historyValue[s.identifier] ?? s.initial.map(getEffectiveTargetStates) ?? []
      for target in effective { add(target, to: &targets) }
    }
    return targets
  }

  func getTransitionDomain(_ t: ChartTransition) -> ChartState? {
    let tstates = getEffectiveTargetStates(t)
    if tstates.isEmpty { return nil }
    if t.source.kind == .scxml { return doc }
    if t.isInternal, isCompoundState(t.source), tstates.allSatisfy({ isDescendant($0, t.source) }) { return t.source }
    return findLCCA([t.source] + tstates)
  }

  private func findLCCA(_ stateList: [ChartState]) -> ChartState? {
    for anc in getProperAncestors(stateList[0], nil) where isCompoundState(anc) || anc.kind == .scxml {
      if stateList.dropFirst().allSatisfy({ isDescendant($0, anc) }) { return anc }
    }
    return nil
  }

  // MARK: - The tree

  /// The states around a state, innermost first, up to but without `state2`.
  func getProperAncestors(_ state1: ChartState, _ state2: ChartState?) -> [ChartState] {
    guard let parent = state1.parent, parent !== state2 else { return [] }
    return [parent] + getProperAncestors(parent, state2)
  }

  func isDescendant(_ state1: ChartState, _ state2: ChartState?) -> Bool {
    guard let state2 else { return false }
    return getProperAncestors(state1, nil).contains { $0 === state2 }
  }

  func getChildStates(_ state: ChartState) -> [ChartState] { state.children.filter { !$0.isHistory } }

  func isAtomicState(_ state: ChartState) -> Bool { !state.isHistory && getChildStates(state).isEmpty }

  func isCompoundState(_ state: ChartState) -> Bool { state.kind == .state && !getChildStates(state).isEmpty }

  func isInFinalState(_ s: ChartState) -> Bool {
    if isCompoundState(s) {
      return getChildStates(s).contains { child in child.kind == .final && configuration.contains { $0 === child } }
    }
    if s.kind == .parallel { return getChildStates(s).allSatisfy(isInFinalState) }
    return false
  }
}
