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
    if findings.isEmpty { return }
    var rows = BriefRows(history, procedure)
    // A finding is large, and is read where it stands.
    for place in findings.indices where findings[place].kind != .notRecorded { rows.add(findings[place]) }
    text += String(decoding: rows.bytes, as: UTF8.self)
  }
}

/// The rows of one case, byte by byte.
private struct BriefRows {
  private let history: CaseHistory
  private let procedure: Procedure
  private let name: String
  private(set) var bytes: [UInt8] = []

  init(_ history: CaseHistory, _ procedure: Procedure) {
    self.history = history
    self.procedure = procedure
    name = CSVTable.cell(history.name)
  }

  mutating func add(_ finding: Finding) {
    let judgement = finding.judgement
    let rule = finding.rule
    next(name)
    next(CSVTable.cell(history.children[finding.child].name))
    next(procedure.workflows[finding.workflow].name)
    next(rule.map { procedure.rules[$0].fullName })
    next(judgement?.episode ?? finding.departure?.episode ?? 1)
    next(judgement?.member.flatMap { member in rule.flatMap { procedure.rules[$0].each?.choice.members[member] } })
    next(finding.kind.rawValue)
    next(finding.certainty.inWords)
    next(finding.severity.inWords)
    next(judgement?.verdict.inWords)
    next(judgement?.opened)
    next(judgement?.due)
    next(judgement == nil ? finding.departure?.happened : judgement?.ended)
    next(judgement?.lateness?.least)
    next(judgement?.lateness?.most)
    next(judgement?.lateness?.unit.rawValue)
    next(judgement?.intervals)
    write(CSVTable.cell(finding.identifier))
    bytes.append(13)
    bytes.append(10)
  }

  private mutating func next(_ text: String?) {
    if let text { write(text) }
    bytes.append(UInt8(ascii: ","))
  }

  private mutating func next(_ number: Int?) {
    if let number {
      if (0...9).contains(number) { bytes.append(UInt8(ascii: "0") + UInt8(number)) } else { write(String(number)) }
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// The earliest and the latest day.
  private mutating func next(_ span: Span?) {
    next(span?.earliest.description)
    next(span.map { $0.isExact ? $0.earliest.description : $0.latest.description })
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
