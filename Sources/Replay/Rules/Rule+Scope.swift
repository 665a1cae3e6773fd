import Conditions
import Procedures

extension Rule {
  /// The workflows whose states the rule's conditions and patterns name.
  var statesNamed: [WorkflowIndex] {
    var found: Set<WorkflowIndex> = []
    for expression in expressions { found.formUnion(expression.workflowsNamed) }
    for pattern in patterns { found.formUnion(pattern.workflowsNamed) }
    return found.sorted()
  }

  /// The workflows an invariant asks about, bit by bit, where it asks for nothing but states of the child itself; 0 where
  /// it asks for more.
  var ownStatesOnly: UInt64 {
    guard case .invariant = form, inForce == .always else { return 0 }
    var workflows: UInt64 = 0
    var isOnly = true
    for expression in expressions {
      expression.visit { part in
        switch part {
        case .state(let state) where state.workflow < 64: workflows |= 1 << UInt64(state.workflow)
        case .not, .and, .or: break
        default: isOnly = false
        }
      }
    }
    return isOnly ? workflows : 0
  }

  /// The workflow of all the states that the rule's `while` names, where it names those of one and nothing else.
  var duringOneWorkflow: WorkflowIndex? {
    let during: Condition? =
      switch form {
      case .deadline(let deadline): deadline.during
      case .cadence(let cadence): cadence.during
      case .invariant(let invariant): invariant.during
      case .check: nil
      }
    var workflows: Set<WorkflowIndex> = []
    var isOnly = true
    during?.expression.visit { part in
      switch part {
      case .state(let state): workflows.insert(state.workflow)
      case .not, .and, .or: break
      default: isOnly = false
      }
    }
    return isOnly && workflows.count == 1 ? workflows.first : nil
  }
}
