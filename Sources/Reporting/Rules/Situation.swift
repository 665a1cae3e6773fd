import CivilTime
public import Conditions
public import Procedures

/// Where a child is and what happens to it, as far as a designer says: all else is not known.
public struct Situation: Sendable {
  /// The states the child is in, with those around them.
  public let states: Set<StateReference>
  /// What happens.
  public let events: Set<EventIndex>
  /// The states to which what happens may lead, with those around them.
  public let entered: Set<StateReference>

  /// - Parameter states: without those around them, which are added.
  public init(in states: Set<StateReference>, at events: Set<EventIndex>, of procedure: Procedure) {
    self.states = procedure.withThoseAround(states)
    self.events = events
    var entered: Set<StateReference> = []
    for (index, workflow) in procedure.workflows.enumerated() {
      for transition in workflow.transitions {
        guard case .events(let cues) = transition.cue, !events.isDisjoint(with: cues) else { continue }
        entered.formUnion(transition.to.map { StateReference(workflow: index, state: $0) })
      }
    }
    self.entered = procedure.withThoseAround(entered)
  }
}

extension Procedure {
  fileprivate func withThoseAround(_ states: Set<StateReference>) -> Set<StateReference> {
    var all = states
    for state in states {
      var parent = workflows[state.workflow].states[state.state].parent
      while let around = parent {
        all.insert(StateReference(workflow: state.workflow, state: around))
        parent = workflows[state.workflow].states[around].parent
      }
    }
    return all
  }
}

/// What a condition can ask of a situation: only the child's states are known, and of a workflow that none is told of, not
/// even those.
struct SituationContext: BlankConditionContext {
  let states: Set<StateReference>

  func isIn(_ state: StateReference, child: Int?) -> Truth {
    guard child == nil else { return .unknown }
    if states.contains(state) { return .yes }
    return states.contains { $0.workflow == state.workflow } ? .no : .unknown
  }
}
