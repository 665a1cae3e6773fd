import Conditions
import Histories
import Procedures
import Replay

extension JudgedCase {
  /// Everything found but what the record does not say.
  var flags: [Finding] { replay.findings.filter { $0.kind != .notRecorded } }

  /// `workflow.rule`, or `workflow.missed_transition` and `workflow.out_of_order` where the workflow itself was left.
  func ruleName(of finding: Finding) -> String {
    if let rule = finding.rule { return procedure.rules[rule].fullName }
    let workflow = procedure.workflows[finding.workflow].name
    return "\(workflow).\(finding.kind == .outOfOrder ? WorkflowBreach.outOfOrder : WorkflowBreach.missedTransition)"
  }

  /// The source of a finding's rule; `nil` for a breach of a workflow that names none.
  func source(of finding: Finding) -> Source? {
    let citation = finding.rule.map { procedure.rules[$0].citation } ?? procedure.workflows[finding.workflow].citation
    return citation.map { procedure.sources[$0.source] }
  }

  /// Whether the source is the publication that the history was taken from.
  func isOwnReview(_ source: Source) -> Bool { source.force == .review && source.title == history.source?.title }

  /// Whether a finding rests on a figure that no source gives, or on a rule of that kind.
  func restsOnOurs(_ finding: Finding) -> Bool {
    guard let rule = finding.rule.map({ procedure.rules[$0] }) else { return false }
    let figures = rule.references.parameters.compactMap { procedure.parameters[$0].citation }
    return ([rule.citation] + figures).contains { procedure.sources[$0.source].force == .ours }
  }
}
