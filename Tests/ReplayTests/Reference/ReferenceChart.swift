import CivilTime
import Conditions
import Procedures

/// Where one machine is, as plain sets.
struct ReferenceConfiguration: Hashable {
  var active: Set<StateIndex> = []
  var memory: [StateIndex: Set<StateIndex>] = [:]
  /// Whether a top-level end state has been entered.
  var isFinished = false
}

/// One state entered or left.
struct ReferenceChange: Hashable {
  let workflow: WorkflowIndex
  let state: StateIndex
  let isEntry: Bool
}

/// What one macrostep did.
struct ReferenceStep {
  var configuration: ReferenceConfiguration
  /// The transitions it took.
  var transitions: [Int] = []
  var changes: [ReferenceChange] = []
  var sends: [(signal: Int, after: Period)] = []
}

/// A workflow run by the letter of W3C SCXML 1.0, Appendix D, "Algorithm for SCXML Interpretation".
struct ReferenceChart {
  let index: WorkflowIndex
  let workflow: Workflow

  /// What the algorithm's internal queue holds.
  enum Internal: Hashable {
    case signal(Int)
    case done(StateIndex)
  }

  /// Asks whether a transition's guard holds while the machine is in these states.
  typealias Guard = (_ transition: Int, _ active: Set<StateIndex>) -> Truth

  // MARK: The tree

  /// `getProperAncestors(state, nil)`: innermost first.
  func ancestors(of state: StateIndex) -> [StateIndex] {
    guard let parent = workflow.states[state].parent else { return [] }
    return [parent] + ancestors(of: parent)
  }

  /// `isDescendant`; `nil` is the workflow itself, above every state.
  func isDescendant(_ state: StateIndex, _ other: StateIndex?) -> Bool {
    guard let other else { return true }
    return ancestors(of: state).contains(other)
  }

  func isHistory(_ state: StateIndex) -> Bool {
    if case .history = workflow.states[state].kind { true } else { false }
  }

  func isAtomic(_ state: StateIndex) -> Bool {
    let kind = workflow.states[state].kind
    return kind == .atomic || kind == .end
  }

  func isCompound(_ state: StateIndex) -> Bool {
    if case .compound = workflow.states[state].kind { true } else { false }
  }

  func isParallel(_ state: StateIndex) -> Bool { workflow.states[state].kind == .parallel }

  /// `getChildStates`: without history states.
  func childStates(of state: StateIndex) -> [StateIndex] { workflow.states[state].children.filter { !isHistory($0) } }

  /// `isInFinalState`.
  func isInFinalState(_ state: StateIndex, _ active: Set<StateIndex>) -> Bool {
    if isCompound(state) { return childStates(of: state).contains { workflow.states[$0].kind == .end && active.contains($0) } }
    if isParallel(state) { return childStates(of: state).allSatisfy { isInFinalState($0, active) } }
    return false
  }

  /// `getEffectiveTargetStates`.
  func effectiveTargets(_ targets: [StateIndex], _ configuration: ReferenceConfiguration) -> Set<StateIndex> {
    var found: Set<StateIndex> = []
    for target in targets {
      if case .history(_, let otherwise) = workflow.states[target].kind {
        if let memory = configuration.memory[target] {
          found.formUnion(memory)
        } else {
          found.formUnion(effectiveTargets(otherwise, configuration))
        }
      } else {
        found.insert(target)
      }
    }
    return found
  }

  /// `findLCCA`; `nil` is the workflow itself.
  func leastCommonCompound(_ head: StateIndex, _ others: Set<StateIndex>) -> StateIndex? {
    ancestors(of: head).first { ancestor in
      isCompound(ancestor) && others.allSatisfy { isDescendant($0, ancestor) }
    }
  }

  /// Whether a transition stays inside its `from`: all its targets lie inside, and it does not ask to leave.
  func isInternal(_ transition: Transition, _ configuration: ReferenceConfiguration) -> Bool {
    !transition.leaves
      && effectiveTargets(transition.to, configuration).allSatisfy { isDescendant($0, transition.from) }
  }

  /// `getTransitionDomain`, of a transition with targets; `nil` is the workflow itself.
  func domain(_ transition: Transition, _ configuration: ReferenceConfiguration) -> StateIndex? {
    if isInternal(transition, configuration) { return transition.from }
    return leastCommonCompound(transition.from, effectiveTargets(transition.to, configuration))
  }

  /// `computeExitSet`.
  ///
  /// A transition that stays inside a parallel `from` leaves only what lies in the regions of its targets, and a region
  /// itself only where the region is the target.
  func exitSet(_ index: Int, _ configuration: ReferenceConfiguration) -> Set<StateIndex> {
    let transition = workflow.transitions[index]
    guard !transition.to.isEmpty else { return [] }
    let domain = domain(transition, configuration)
    guard isInternal(transition, configuration), isParallel(transition.from) else {
      return configuration.active.filter { isDescendant($0, domain) }
    }
    var left: Set<StateIndex> = []
    for target in effectiveTargets(transition.to, configuration) {
      for region in childStates(of: transition.from) {
        if target == region { left.formUnion(configuration.active.filter { $0 == region || isDescendant($0, region) }) }
        if isDescendant(target, region) { left.formUnion(configuration.active.filter { isDescendant($0, region) }) }
      }
    }
    return left
  }
}
