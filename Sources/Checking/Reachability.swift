import Conditions
import Diagnostics
import Procedures

/// Tells the states of a workflow that no sequence of events leads to.
struct Reachability {
  /// PL5001 for each state that no way leads to; of states inside one another, for the outermost.
  static func faults(in workflow: Workflow) -> [Diagnostic] {
    let reached = ReachableStates(of: workflow).reached
    return workflow.states.enumerated().compactMap { index, state in
      guard !reached.contains(index), state.parent.map(reached.contains) ?? true else { return nil }
      return Diagnostic(
        .unreachableState, "No way leads to the state \"\(state.path)\" of the workflow \"\(workflow.name)\".",
        at: state.place, mend: "Add a transition to it, or delete it.")
    }
  }
}
