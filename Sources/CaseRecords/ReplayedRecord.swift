import Conditions
import Histories
import Procedures
import Replay
public import Reporting

/// What the replay of a record found, and where each child stands when it ends.
public struct ReplayedRecord<Procedure: TypedProcedure>: Sendable {
  /// The replay with the history and the procedure, as reports are written from it.
  public let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  /// In order of day, then workflow, rule, child and identifier.
  public var findings: [RecordFinding] {
    reported.replay.findings.map { finding in
      RecordFinding(finding, of: reported, rule: finding.rule.map { reported.procedure.rules[$0].says })
    }
  }

  /// The whole report, as `plumbline replay` prints it.
  public var report: String { TextReport().render(reported) }

  /// Where a child's machine of a workflow stands when observation ends; `nil` where there is no such child.
  public func states<States: WorkflowStates>(
    of child: RecordedChild, in workflow: States.Type = States.self
  ) -> States? where States.Procedure == Procedure {
    let workflows = reported.procedure.workflows
    guard let index = workflows.firstIndex(where: { $0.name == States.workflow }),
      let number = reported.history.children.firstIndex(where: { $0.name == child.name })
    else { return nil }
    let stays = reported.replay.stays.filter { $0.child == number && $0.state.workflow == index && $0.left == nil }
    return States(ActiveStates(stays.map { workflows[index].states[$0.state.state].path }))
  }
}
