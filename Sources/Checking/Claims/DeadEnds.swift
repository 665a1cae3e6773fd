import Conditions
import Diagnostics
import Procedures

/// Tells the states that a child can come to and not leave again.
struct DeadEnds {
  private let movement: Movement
  private var workflow: Workflow { movement.workflow }

  /// PL5002 for each state with no way on, and once for those from which no end can be reached.
  static func faults(in movement: Movement) -> [Diagnostic] {
    let ends = DeadEnds(movement: movement)
    let closed = ends.workflow.states.indices.filter(ends.isClosed)
    return closed.map(ends.withoutWayOn) + ends.withoutEnd(besides: closed)
  }

  // MARK: No way on

  /// Whether a state that can be reached has no transition to another, though it is no end and others stand beside it.
  ///
  /// A state that some transition enters anew from itself is meant to last.
  private func isClosed(_ state: StateIndex) -> Bool {
    guard movement.reached.contains(state), workflow.states[state].kind == .atomic, hasOthersBeside(state) else { return false }
    return !waysFrom(state).contains { leadsElsewhere($0, from: state) || $0.to.contains(state) }
  }

  /// Whether the region around a state, or the workflow, holds other states than this one.
  private func hasOthersBeside(_ state: StateIndex) -> Bool {
    let region = movement.nesting.around(state).first { inner in
      workflow.states[inner].parent.map { workflow.states[$0].kind == .parallel } ?? false
    }
    return workflow.states.indices.contains { other in
      other != state && !workflow.states[other].isHistory && !movement.nesting.isInside(state, other)
        && (region.map { movement.nesting.isInside(other, $0) } ?? true)
    }
  }

  private func waysFrom(_ state: StateIndex) -> [Transition] {
    let froms = [state] + movement.nesting.around(state)
    return workflow.transitions.filter { froms.contains($0.from) }
  }

  private func leadsElsewhere(_ transition: Transition, from state: StateIndex) -> Bool {
    transition.to.contains { target in
      workflow.states[target].isHistory || !movement.nesting.entered(with: target).contains(state)
    }
  }

  private func withoutWayOn(_ state: StateIndex) -> Diagnostic {
    Diagnostic(
      .noWayOn,
      "No transition leads on from the state \"\(workflow.states[state].path)\" of the workflow \"\(workflow.name)\", which is no end.",
      at: workflow.states[state].place,
      mend: "Add the transition by which it is left, or mark it as an end: \(workflow.states[state].name): {end: true}.")
  }

  // MARK: No end

  /// States that have a way on and yet lead to no end, told once: a child that comes there stays in them.
  private func withoutEnd(besides closed: [StateIndex]) -> [Diagnostic] {
    let ends = workflow.topStates.filter { workflow.states[$0].kind == .end && movement.reached.contains($0) }
    guard !ends.isEmpty else { return [] }
    let leading = statesLeading(to: ends)
    let lost = workflow.states.indices.filter { state in
      movement.reached.contains(state) && !leading.contains(state) && !workflow.states[state].isHistory
        && workflow.states[state].kind != .end
    }
    let told = lost.filter { state in !closed.contains(state) && workflow.states[state].children.isEmpty }
    guard let first = told.first else { return [] }
    let others = told.dropFirst().map { "\"\(workflow.states[$0].path)\"" }
    let also = others.isEmpty ? "" : ", nor from \(others.joined(separator: ", "))"
    return [
      Diagnostic(
        .noWayOn,
        "No end of the workflow \"\(workflow.name)\" can be reached from the state \"\(workflow.states[first].path)\"\(also).",
        at: workflow.states[first].place, mend: "Add the transition that leads from there towards an end.",
        notes: [Diagnostic.Note("This is an end.", at: workflow.states[ends[0]].place)])
    ]
  }

  /// The states from which some sequence of transitions, also of states active beside them, leads to one of these.
  private func statesLeading(to ends: [StateIndex]) -> Set<StateIndex> {
    var leading = Set(ends)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for transition in workflow.transitions where transition.to.contains(where: { leads($0, into: leading) }) {
        for state in workflow.states.indices where !leading.contains(state) && canTake(transition, in: state) {
          leading.insert(state)
          isGrowing = true
        }
      }
    }
    return leading
  }

  private func leads(_ target: StateIndex, into leading: Set<StateIndex>) -> Bool {
    !movement.nesting.entered(with: target).isDisjoint(with: leading)
      || movement.nesting.around(target).contains(where: leading.contains)
  }

  /// Whether a transition can be taken while a state is active: from it, from around it, or from a region beside it.
  private func canTake(_ transition: Transition, in state: StateIndex) -> Bool {
    let from = transition.from
    return from == state || movement.nesting.isInside(state, from) || movement.nesting.isInside(from, state)
      || movement.nesting.areInDifferentRegions(state, from)
  }
}
