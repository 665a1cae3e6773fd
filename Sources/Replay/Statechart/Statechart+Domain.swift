import Conditions
import Procedures

/// The state within which a transition leaves and enters.
enum TransitionDomain: Hashable {
  case root
  case state(StateIndex)
  /// A transition without a target leaves nothing.
  case nowhere
}

/// **Source:** W3C SCXML 1.0, Appendix D: `getEffectiveTargetStates`, `getTransitionDomain`, `computeExitSet`.
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
    if staysInside(transition, targets) { return .state(transition.from) }
    for ancestor in ancestors[transition.from] {
      guard case .compound = workflow.states[ancestor].kind else { continue }
      if targets.allSatisfy({ isDescendant($0, of: ancestor) }) { return .state(ancestor) }
    }
    return .root
  }

  /// Whether a transition's targets all lie inside its source, which it then does not leave.
  private func staysInside(_ transition: Transition, _ targets: [StateIndex]) -> Bool {
    !transition.leaves && targets.allSatisfy { isDescendant($0, of: transition.from) }
  }

  /// The active states that a transition leaves.
  ///
  /// A transition from a parallel state to targets inside it leaves only the regions that they name: a region that is
  /// itself a target is left and entered again, in a region that only holds one the states below it are left.
  func exitSet(of index: Int, in configuration: Configuration) -> StateSet {
    let transition = workflow.transitions[index]
    switch domain(of: index, in: configuration) {
    case .nowhere: return StateSet(capacity: stateCount)
    case .root: return configuration.active
    case .state(let state) where workflow.states[state].kind == .parallel && state == transition.from:
      return namedRegions(of: index, in: configuration).intersection(configuration.active)
    case .state(let state): return descendants[state].intersection(configuration.active)
    }
  }

  /// What lies in the regions of a transition's source that its targets name, and the regions that are targets themselves.
  private func namedRegions(of index: Int, in configuration: Configuration) -> StateSet {
    let regions = regions(of: workflow.transitions[index].from)
    var named = StateSet(capacity: stateCount)
    for target in effectiveTargets(of: index, in: configuration) {
      guard let region = regions.first(where: { $0 == target || isDescendant(target, of: $0) }) else { continue }
      named.formUnion(descendants[region])
      if region == target { named.insert(region) }
    }
    return named
  }
}
