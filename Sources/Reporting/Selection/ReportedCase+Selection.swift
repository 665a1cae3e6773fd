import Conditions
import Histories
import Procedures
import Replay

/// What of a case a reader asked for, in the order of the replay.
extension ReportedCase {
  func findings(_ selection: FindingSelection) -> [Finding] {
    replay.findings.filter { selection.takes($0, of: procedure) }
  }

  /// The judgements about the chosen children under rules of the chosen workflows, whatever their verdict.
  func judgements(_ selection: FindingSelection) -> [Judgement] {
    replay.judgements.filter { judgement in
      let workflow = procedure.rules[judgement.rule].workflow
      return isChosen(judgement.child, workflow, by: selection)
    }
  }

  /// The stays of the chosen children in states of the chosen workflows.
  func stays(_ selection: FindingSelection) -> [Stay] {
    replay.stays.filter { isChosen($0.child, $0.state.workflow, by: selection) }
  }

  func isChosen(_ child: Int, _ workflow: WorkflowIndex, by selection: FindingSelection) -> Bool {
    selection.takes(child: history.children[child].name) && selection.takes(workflow: procedure.workflows[workflow].name)
  }

  /// An event by its name in the history.
  func identifier(ofEvent number: Int?) -> String? { number.map { history.events[$0].identifier } }

  /// A state as workflow.state, with the states around it between them.
  func path(of state: StateReference) -> String {
    let workflow = procedure.workflows[state.workflow]
    return "\(workflow.name).\(workflow.states[state.state].path)"
  }
}
