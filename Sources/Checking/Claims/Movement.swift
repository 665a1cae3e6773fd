import Conditions
import Procedures

/// How the machine of a workflow can move from state to state, whatever the guards say.
struct Movement {
  let workflow: Workflow
  let reached: Set<StateIndex>
  /// Whether a step can go on by itself, so that a state may be entered and left in one.
  let goesOnByItself: Bool

  init(of workflow: Workflow) {
    self.workflow = workflow
    reached = ReachableStates(of: workflow).reached
    goesOnByItself =
      workflow.transitions.contains {
        if case .events = $0.cue { !$0.actions.isEmpty } else { true }
      } || workflow.states.contains { !($0.onEntry + $0.onExit + $0.onStart).isEmpty }
  }

  /// The states around a state, innermost first.
  func around(_ state: StateIndex) -> [StateIndex] {
    var around: [StateIndex] = []
    var next = workflow.states[state].parent
    while let parent = next {
      around.append(parent)
      next = workflow.states[parent].parent
    }
    return around
  }

  func isInside(_ state: StateIndex, _ other: StateIndex) -> Bool { around(state).contains(other) }

  /// Whether a state that can be reached is left by some transition, or by the next episode, which leaves an end.
  func canBeLeft(_ state: StateIndex) -> Bool {
    guard reached.contains(state) else { return false }
    if workflow.states[state].kind == .end, workflow.states[state].parent == nil { return true }
    return workflow.transitions.contains { transition in
      reached.contains(transition.from) && (isAlong(state, transition.from) || areInDifferentRegions(state, transition.from))
        && transition.to.contains { leaves(state, transition, to: $0) }
    }
  }

  /// Whether one is the other or lies inside it, either way round.
  private func isAlong(_ a: StateIndex, _ b: StateIndex) -> Bool { a == b || isInside(a, b) || isInside(b, a) }

  /// Whether two states lie in different regions of one parallel state.
  func areInDifferentRegions(_ a: StateIndex, _ b: StateIndex) -> Bool {
    let (around, other) = ([a] + self.around(a), [b] + self.around(b))
    guard let shared = around.first(where: other.contains) else { return false }
    return workflow.states[shared].kind == .parallel
  }

  /// Whether a transition on its way to a target leaves the state; where that is unclear it counts as so.
  private func leaves(_ state: StateIndex, _ transition: Transition, to target: StateIndex) -> Bool {
    if transition.leaves { return true }
    return !isInside(target, state) || workflow.states[target].isHistory
  }

  /// The states that are entered with a target, those around it left out.
  func entered(with target: StateIndex) -> Set<StateIndex> {
    switch workflow.states[target].kind {
    case .atomic, .end: [target]
    case .compound(let start): start.reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    case .parallel:
      workflow.states[target].children.filter { !workflow.states[$0].isHistory }
        .reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    case .history(_, let otherwise): otherwise.reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    }
  }
}
