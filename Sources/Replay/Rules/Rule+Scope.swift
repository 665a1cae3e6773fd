import Conditions
import Procedures

extension Procedure {
  /// The workflows of the rules and those whose states they name, and all that the guards of these ask about; every workflow where
  /// a rule is asked again whenever any machine moves, be it at a time that is not known.
  var workflowsOfRules: Set<WorkflowIndex> {
    guard rules.allSatisfy(\.standsOnStates) else { return Set(workflows.indices) }
    var found: Set<WorkflowIndex> = []
    for rule in rules { found.formUnion([rule.workflow] + rule.statesNamed) }
    var waiting = Array(found)
    while let workflow = waiting.popLast() {
      for transition in workflows[workflow].transitions {
        let asked = transition.when?.expression.workflowsNamed ?? []
        waiting += asked.subtracting(found)
        found.formUnion(asked)
      }
    }
    return found
  }
}

extension Rule {
  /// Whether what has to hold over time is of states of the child alone.
  fileprivate var standsOnStates: Bool {
    if case .invariant = form { ownStatesOnly != 0 } else { duringStates != nil }
  }

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
    guard let workflows = duringStates.map({ Set($0.map(\.workflow)) }), workflows.count == 1 else { return nil }
    return workflows.first
  }

  /// The states of the child itself that the rule's `while` names; `nil` where it asks for anything else.
  var duringStates: [StateReference]? {
    let during: Condition? =
      switch form {
      case .deadline(let deadline): deadline.during
      case .cadence(let cadence): cadence.during
      case .invariant(let invariant): invariant.during
      case .check: nil
      }
    var states: [StateReference] = []
    var isOnly = true
    during?.expression.visit { part in
      switch part {
      case .state(let state): states.append(state)
      case .not, .and, .or: break
      default: isOnly = false
      }
    }
    return isOnly ? states : nil
  }
}
