import Conditions
import Procedures

/// How the machine of a workflow can move from state to state, whatever the guards say.
struct Movement {
  let workflow: Workflow
  let nesting: StateNesting
  let reached: Set<StateIndex>
  /// Whether a step can go on by itself, so that a state may be entered and left in one.
  let goesOnByItself: Bool

  init(of workflow: Workflow) {
    self.workflow = workflow
    nesting = StateNesting(of: workflow)
    reached = ReachableStates(of: workflow).reached
    goesOnByItself =
      workflow.transitions.contains {
        if case .events = $0.cue { !$0.actions.isEmpty } else { true }
      } || workflow.states.contains { !($0.onEntry + $0.onExit + $0.onStart).isEmpty }
  }

  /// Whether a state that can be reached is left by some transition, or by the next episode, which leaves an end.
  func canBeLeft(_ state: StateIndex) -> Bool {
    guard reached.contains(state) else { return false }
    if workflow.states[state].kind == .end, workflow.states[state].parent == nil { return true }
    return workflow.transitions.contains { transition in
      reached.contains(transition.from)
        && (isAlong(state, transition.from) || nesting.areInDifferentRegions(state, transition.from))
        && transition.to.contains { leaves(state, transition, to: $0) }
    }
  }

  /// Whether one is the other or lies inside it, either way round.
  private func isAlong(_ a: StateIndex, _ b: StateIndex) -> Bool { a == b || nesting.isInside(a, b) || nesting.isInside(b, a) }

  /// Whether a transition on its way to a target leaves the state; where that is unclear it counts as so.
  private func leaves(_ state: StateIndex, _ transition: Transition, to target: StateIndex) -> Bool {
    if transition.leaves { return true }
    return !nesting.isInside(target, state) || workflow.states[target].isHistory
  }
}
