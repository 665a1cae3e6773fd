import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Everything the run found, in a fixed order.
  func result() -> CaseReplay {
    numberJudgements()
    let judgements = judged.told(ordinals)
    var findings = judgements.compactMap(finding)
    findings += departures.compactMap(finding)
    findings.sort(by: precedes)
    return CaseReplay(
      caseName: history.name, findings: findings, judgements: judgements, departures: departures,
      stays: stays.lines.indices.map { stay(stays.lines[$0]) }, transitions: transitions.lines)
  }

  private func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.day != b.day { return a.day < b.day }
    if a.workflow != b.workflow { return a.workflow < b.workflow }
    if a.rule != b.rule { return a.rule ?? -1 < b.rule ?? -1 }
    return a.child != b.child ? a.child < b.child : a.identifier < b.identifier
  }

  /// Numbers the judgements that share an identifier.
  func numberJudgements() {
    ordinals.number(judged.lines, start: history.events.firstIndex { $0.identifier == "start" } ?? -1)
  }

  private func prefix(of judgement: Judgement) -> String {
    let rule = procedure.rules[judgement.rule]
    var name = rule.fullName
    if let member = judgement.member, let word = rule.each?.choice.members[member] { name += "[\(word)]" }
    let opening = judgement.openingEvent.map { history.events[$0].identifier } ?? "start"
    return "\(history.name)/\(history.children[judgement.child].name)/\(name)/\(opening)"
  }

  private func finding(_ judgement: Judgement) -> Finding? {
    guard judgement.verdict.isBreach || judgement.verdict == .notRecorded else { return nil }
    let rule = procedure.rules[judgement.rule]
    let kind: FindingKind =
      switch judgement.verdict {
      case .notRecorded: .notRecorded
      case .late where rule.finds == .missed: .late
      default: rule.finds
      }
    return Finding(
      identifier: "\(prefix(of: judgement))#\(judgement.ordinal)", caseName: history.name, child: judgement.child,
      childName: history.children[judgement.child].name, workflow: rule.workflow, rule: judgement.rule, kind: kind,
      certainty: judgement.certainty, severity: severity(of: judgement, rule), judgement: judgement, departure: nil,
      day: (judgement.due ?? judgement.ended ?? judgement.opened).earliest)
  }

  private func severity(of judgement: Judgement, _ rule: Rule) -> Severity {
    guard judgement.verdict.isBreach else { return .low }
    // That a child is in a state that the law does not know is grave whoever says so.
    let base = rule.finds == .unlawfulState ? .high : severity(of: rule.citation)
    // How far a figure that no source gives was overrun says nothing.
    if isOwnFigure(judgement.rule) { return base }
    guard let due = judgement.due, let lateness = judgement.lateness, lateness.least > 0 else { return base }
    // Raised only where every dating makes the overrun as long as the limit itself.
    let length = due.latest.days(since: judgement.opened.earliest)
    let overrun = (judgement.ended ?? due).earliest.days(since: due.latest)
    return overrun >= length ? Severity(rawValue: base.rawValue + 1) ?? .high : base
  }

  private func severity(of citation: Citation) -> Severity {
    switch procedure.sources[citation.source].force {
    case .act, .regulations, .practiceDirection: .high
    case .statutoryGuidance, .practiceGuidance, .local, .review: .medium
    case .dataStandard, .ours: .low
    }
  }

  /// Whether the rule's limit is a figure that no source gives.
  private func isOwnFigure(_ rule: RuleIndex) -> Bool {
    guard case .parameter(let parameter)? = tables.rules[rule].length,
      let citation = procedure.parameters[parameter].citation
    else { return false }
    return procedure.sources[citation.source].force == .ours
  }

  private func finding(_ departure: Departure) -> Finding? {
    let workflow = procedure.workflows[departure.workflow]
    let (name, kind): (String, FindingKind) =
      switch departure.kind {
      case .jumped: ("missed_transition", departure.shownNotDone.isEmpty ? .notRecorded : .missedTransition)
      case .outOfOrder: ("out_of_order", .outOfOrder)
      case .undecided: ("undecided", .notRecorded)
      }
    let child = history.children[departure.child].name
    let event = history.events[departure.event].identifier
    return Finding(
      identifier: "\(history.name)/\(child)/\(workflow.name).\(name)/\(event)#1", caseName: history.name,
      child: departure.child, childName: child, workflow: departure.workflow, rule: nil, kind: kind,
      certainty: departure.certainty,
      severity: kind == .notRecorded ? .low : workflow.citation.map(severity) ?? .medium, judgement: nil,
      departure: departure, day: departure.happened.earliest)
  }

  private func stay(_ line: StayBook.Line) -> Stay {
    Stay(
      child: line.child, state: StateReference(workflow: line.workflow, state: line.state),
      episode: line.episode, entered: span(line.entered), left: line.left.map(span),
      enteringEvent: line.enteringEvent < 0 ? nil : line.enteringEvent,
      leavingEvent: line.leavingEvent < 0 ? nil : line.leavingEvent)
  }
}
