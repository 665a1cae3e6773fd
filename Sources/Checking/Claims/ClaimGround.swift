import Conditions
import Diagnostics
import Procedures

/// What the claims about the conditions and rules of one procedure share.
struct ClaimGround {
  let procedure: Procedure
  let surroundings: Surroundings
  /// By workflow.
  let movements: [Movement]

  init(of procedure: Procedure) {
    self.procedure = procedure
    // A figure that is true or false is a switch: what hangs on one that is off is not wrong.
    surroundings = Surroundings(of: procedure).withFreeSwitches
    movements = procedure.workflows.map { Movement(of: $0) }
  }

  /// Whether conditions that are asked together are proved never to hold.
  func areImpossible(_ conditions: [AskedCondition]) -> Bool {
    var joint = JointConditions(in: surroundings)
    for asked in conditions { joint.add(asked.expression, at: asked.moment) }
    return joint.areImpossible
  }

  func isReached(_ state: StateReference) -> Bool { movements[state.workflow].reached.contains(state.state) }

  /// Whether the step that enters a state ends in it; an event that begins the next episode goes on from the start at once.
  func rests(in state: StateReference) -> Bool {
    let movement = movements[state.workflow]
    let start = movement.workflow.startTargets.flatMap { [$0] + movement.nesting.around($0) + movement.nesting.entered(with: $0) }
    return !movement.goesOnByItself && !start.contains(state.state)
  }

  /// `workflow.state`, as another workflow names it.
  func name(of state: StateReference) -> String {
    let workflow = procedure.workflows[state.workflow]
    return "\(workflow.name).\(workflow.states[state.state].path)"
  }
}
