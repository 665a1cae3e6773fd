import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Everything the run found, in a fixed order.
  func result() -> CaseReplay {
    numberJudgements()
    let judgements = judged.told(ordinals)
    let findings = findings(of: judgements, departures)
    return CaseReplay(
      caseName: history.name, findings: findings, judgements: judgements, departures: departures,
      stays: stays.lines.indices.map { stay(stays.lines[$0]) }, transitions: transitions.lines)
  }

  /// What is told of the judgements and departures, in order of day, then workflow, rule, child and identifier.
  func findings(of judgements: [Judgement], _ departures: [Departure]) -> [Finding] {
    if judgements.isEmpty, departures.isEmpty { return [] }
    var findings: [Finding] = []
    findings.reserveCapacity(judgements.count + departures.count)
    for place in judgements.indices where judgements[place].verdict.isBreach || judgements[place].verdict == .notRecorded {
      findings.append(finding(judgements[place]))
    }
    for place in departures.indices { findings.append(finding(departures[place])) }
    if findings.count < 2 { return findings }
    // Findings are large, so that what they are put in order by is.
    var places = findings.indices.map { FindingPlace(findings[$0], at: $0) }
    places.sort { a, b in
      if a.isAlike(b) {
        let (one, other) = (findings[a.place].identifier, findings[b.place].identifier)
        return one == other ? a.place < b.place : one < other
      }
      return a.precedes(b)
    }
    return places.map { findings[$0.place] }
  }

  /// Numbers the judgements that share an identifier.
  func numberJudgements() {
    ordinals.number(judged.lines, start: history.events.firstIndex { $0.identifier == "start" } ?? -1)
  }

  private func identifier(of judgement: Judgement, _ telling: RuleTelling) -> String {
    var identifier = history.name
    identifier += "/"
    identifier += history.children[judgement.child].name
    identifier += "/"
    identifier += telling.name
    if let member = judgement.member, member < telling.words.count {
      identifier += "["
      identifier += telling.words[member]
      identifier += "]"
    }
    identifier += "/"
    identifier += judgement.openingEvent.map { history.events[$0].identifier } ?? "start"
    identifier += "#"
    identifier += String(judgement.ordinal)
    return identifier
  }

  private func finding(_ judgement: Judgement) -> Finding {
    let telling = tables.tellings[judgement.rule]
    let kind: FindingKind =
      switch judgement.verdict {
      case .notRecorded: .notRecorded
      case .late where telling.finds == .missed: .late
      default: telling.finds
      }
    return Finding(
      identifier: identifier(of: judgement, telling), caseName: history.name, child: judgement.child,
      childName: history.children[judgement.child].name, workflow: telling.workflow, rule: judgement.rule, kind: kind,
      certainty: judgement.certainty, severity: severity(of: judgement, telling), judgement: judgement, departure: nil,
      day: (judgement.due ?? judgement.ended ?? judgement.opened).earliest)
  }

  private func severity(of judgement: Judgement, _ telling: RuleTelling) -> Severity {
    guard judgement.verdict.isBreach else { return .low }
    let base = telling.severity
    // How far a figure that no source gives was overrun says nothing.
    if telling.isOwnFigure { return base }
    guard let due = judgement.due, let lateness = judgement.lateness, lateness.least > 0 else { return base }
    // Raised only where every dating makes the overrun as long as the limit itself.
    let length = due.latest.days(since: judgement.opened.earliest)
    let overrun = (judgement.ended ?? due).earliest.days(since: due.latest)
    return overrun >= length ? Severity(rawValue: base.rawValue + 1) ?? .high : base
  }

  private func finding(_ departure: Departure) -> Finding {
    let workflow = procedure.workflows[departure.workflow]
    let kind = departure.findingKind
    let name =
      switch departure.kind {
      case .jumped: "missed_transition"
      case .outOfOrder: "out_of_order"
      case .undecided: "undecided"
      }
    let child = history.children[departure.child].name
    let event = history.events[departure.event].identifier
    return Finding(
      identifier: "\(history.name)/\(child)/\(workflow.name).\(name)/\(event)#1", caseName: history.name,
      child: departure.child, childName: child, workflow: departure.workflow, rule: nil, kind: kind,
      certainty: departure.certainty,
      severity: kind == .notRecorded ? .low : workflow.citation.map(procedure.severity) ?? .medium, judgement: nil,
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

extension Departure {
  /// As what it is told.
  var findingKind: FindingKind {
    switch kind {
    case .jumped: shownNotDone.isEmpty ? .notRecorded : .missedTransition
    case .outOfOrder: .outOfOrder
    case .undecided: .notRecorded
    }
  }
}

/// What puts one of many findings in order.
private struct FindingPlace: BitwiseCopyable {
  let place: Int
  private let day: Day
  private let workflow: WorkflowIndex
  private let rule: RuleIndex
  private let child: Int

  init(_ finding: borrowing Finding, at place: Int) {
    self.place = place
    day = finding.day
    workflow = finding.workflow
    rule = finding.rule ?? -1
    child = finding.child
  }

  func isAlike(_ other: FindingPlace) -> Bool {
    day == other.day && workflow == other.workflow && rule == other.rule && child == other.child
  }

  func precedes(_ other: FindingPlace) -> Bool {
    (day.number, workflow, rule, child) < (other.day.number, other.workflow, other.rule, other.child)
  }
}
