import Conditions
public import Histories
public import Procedures
public import Replay

/// A case as one procedure, with its profile, judged it.
public struct JudgedCase: Sendable {
  public let procedure: Procedure
  public let history: CaseHistory
  public let replay: CaseReplay

  public init(procedure: Procedure, history: CaseHistory, replay: CaseReplay) {
    self.procedure = procedure
    self.history = history
    self.replay = replay
  }
}

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

/// The names by which a breach of a workflow itself stands where a rule's name would.
enum WorkflowBreach {
  static let missedTransition = "missed_transition"
  static let outOfOrder = "out_of_order"
}
