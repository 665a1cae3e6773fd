import CivilTime
import Conditions
public import Histories
public import Procedures
public import Replay

/// The table of findings for very many cases: of each what tells it from others, its rule and its days, and no sentence.
///
/// What a rule says and its source stand in the list of rules.
public enum BriefTable {
  static let columns = [
    "case", "child", "workflow", "rule", "episode", "member", "kind", "certainty", "severity", "verdict", "opened_earliest",
    "opened_latest", "due_earliest", "due_latest", "happened_earliest", "happened_latest", "late_least", "late_most",
    "late_unit", "intervals", "finding",
  ]

  /// Adds a row for each finding to a text.
  public static func add(
    _ findings: [Finding], of history: CaseHistory, under procedure: Procedure, to text: inout String
  ) {
    // A finding is large, and is read where it stands.
    for place in findings.indices where findings[place].kind != .notRecorded {
      add(findings[place], history, procedure, &text)
    }
  }

  private static func add(
    _ finding: Finding, _ history: CaseHistory, _ procedure: Procedure, _ text: inout String
  ) {
    func next(_ cell: String?) {
      if let cell { text += cell }
      text += ","
    }
    func next(_ span: Span?) {
      next(span?.earliest.description)
      next(span.map { $0.isExact ? $0.earliest.description : $0.latest.description })
    }
    next(CSVTable.cell(history.name))
    next(CSVTable.cell(history.children[finding.child].name))
    next(procedure.workflows[finding.workflow].name)
    next(finding.rule.map { procedure.rules[$0].fullName })
    next(String(finding.judgement?.episode ?? finding.departure?.episode ?? 1))
    next(
      finding.judgement?.member.flatMap { member in finding.rule.flatMap { procedure.rules[$0].each?.choice.members[member] } })
    next(finding.kind.rawValue)
    next(finding.certainty.inWords)
    next(finding.severity.inWords)
    next(finding.judgement?.verdict.inWords)
    next(finding.judgement?.opened)
    next(finding.judgement?.due)
    next(finding.judgement == nil ? finding.departure?.happened : finding.judgement?.ended)
    next(finding.judgement?.lateness.map { String($0.least) })
    next(finding.judgement?.lateness.map { String($0.most) })
    next(finding.judgement?.lateness?.unit.rawValue)
    next(finding.judgement?.intervals.map { String($0) })
    text += CSVTable.cell(finding.identifier)
    text += "\r\n"
  }
}
