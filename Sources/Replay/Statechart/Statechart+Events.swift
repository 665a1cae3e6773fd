import Conditions
import Procedures

extension Statechart {
  /// The events that could take the machine into a state.
  func eventsEntering(_ state: StateIndex) -> [EventIndex] {
    events { $0.to.contains { isWithin($0, state) || isDescendant(state, of: $0) } }
  }

  /// The events that could take the machine out of a state.
  func eventsLeaving(_ state: StateIndex) -> [EventIndex] {
    events { transition in
      (isWithin(transition.from, state) || isDescendant(state, of: transition.from))
        && transition.to.contains { !isWithin($0, state) }
    }
  }

  private func isWithin(_ a: StateIndex, _ b: StateIndex) -> Bool { a == b || isDescendant(a, of: b) }

  private func events(where isCounted: (Transition) -> Bool) -> [EventIndex] {
    var found: Set<EventIndex> = []
    for transition in workflow.transitions {
      if case .events(let events) = transition.cue, isCounted(transition) { found.formUnion(events) }
    }
    return found.sorted()
  }
}
