import Conditions
import Diagnostics
import Procedures

/// Tells the states that lead on to one another for ever, each by itself: a machine that comes there never rests.
struct EndlessSteps {
  private let movement: Movement
  private var workflow: Workflow { movement.workflow }

  /// PL5008 once for each such circle, at the transition that leads on from its first state.
  ///
  /// Only what is certain is told: states with no parallel state around them, and transitions that always hold.
  static func faults(in movement: Movement) -> [Diagnostic] {
    let steps = EndlessSteps(movement: movement)
    var seen: Set<StateIndex> = []
    return steps.workflow.states.indices.filter(movement.reached.contains).compactMap { state in
      var way: [StateIndex] = []
      var next: StateIndex? = state
      while let here = next, seen.insert(here).inserted {
        way.append(here)
        next = steps.transition(from: here).flatMap { steps.rest(of: $0.to[0]) }
      }
      guard let again = next, let first = way.firstIndex(of: again) else { return nil }
      return steps.fault(Array(way[first...]))
    }
  }

  /// The transition that a machine takes at once when it comes to a state without states inside, if that is certain.
  private func transition(from state: StateIndex) -> Transition? {
    guard workflow.states[state].kind == .atomic else { return nil }
    let around = [state] + movement.nesting.around(state)
    guard around.allSatisfy({ workflow.states[$0].kind != .parallel }) else { return nil }
    // What stands further in goes first; then what stands first.
    let first = around.lazy.compactMap { from in
      workflow.transitions.first { $0.from == from && $0.cue == .always }
    }.first
    guard let first, first.to.count == 1, first.when.map({ $0.expression == .constant(.truth(true)) }) ?? true else {
      return nil
    }
    return first
  }

  /// The one state without states inside in which a machine is that enters a state.
  private func rest(of target: StateIndex) -> StateIndex? {
    switch workflow.states[target].kind {
    case .atomic: target
    case .compound(let start) where start.count == 1: rest(of: start[0])
    case .compound, .parallel, .end, .history: nil
    }
  }

  private func fault(_ circle: [StateIndex]) -> Diagnostic? {
    guard let transition = transition(from: circle[0]) else { return nil }
    let names = circle.map { "\"\(workflow.states[$0].path)\"" }.joined(separator: ", ")
    return Diagnostic(
      .neverRests,
      "The workflow \"\(workflow.name)\" never rests once it is in \(names): each leads on at once, and always, to the next.",
      at: transition.place, mend: "Let one of the transitions wait for an event, or for a condition.")
  }
}
