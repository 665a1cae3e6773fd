import CivilTime
import Conditions
import Procedures
public import Replay

/// What a replay found, without the names of the case, and with its days as they were before a move.
///
/// Two replays of a case, before and after, tell the same if their records are equal: of every clock, check and invariant the
/// rule, the child by place, the verdict, certainty, severity, lateness, intervals, what opened and ended it and what it rests
/// on, by place of the events; what is not recorded; and every day on which it opened, fell due and ended, counted from the
/// days of the case. A due date that a bank holiday moves by a day is therefore another.
public struct VerdictRecord: Hashable, Sendable {
  private let judgements: [Judgement]
  private let departures: [Departure]
  private let stays: [Stay]
  private let transitions: [TakenTransition]
  /// Each with how often it comes, for their order goes by names.
  private let findings: [FoundThing: Int]

  /// - Parameter days: by how many days the case was moved.
  public init(_ replay: CaseReplay, movedBy days: Int = 0) {
    judgements = replay.judgements.map { $0.moved(by: -days) }
    departures = replay.departures.map { $0.moved(by: -days) }
    stays = replay.stays.map { $0.moved(by: -days) }
    transitions = replay.transitions
    findings = replay.findings.reduce(into: [:]) { $0[FoundThing($1, movedBy: days), default: 0] += 1 }
  }

  private struct FoundThing: Hashable, Sendable {
    let child: Int
    let workflow: WorkflowIndex
    let rule: RuleIndex?
    let kind: FindingKind
    let certainty: Certainty
    let severity: Severity
    let day: Day
    let ordinal: Int
    let event: Int?

    init(_ finding: Finding, movedBy days: Int) {
      (child, workflow, rule) = (finding.child, finding.workflow, finding.rule)
      (kind, certainty, severity) = (finding.kind, finding.certainty, finding.severity)
      day = finding.day.adding(days: -days)
      ordinal = finding.judgement?.ordinal ?? 0
      event = finding.judgement?.openingEvent ?? finding.departure?.event
    }
  }
}

extension Span {
  fileprivate func moved(by days: Int) -> Span {
    Span(earliest: earliest.adding(days: days), latest: latest.adding(days: days)) ?? self
  }
}

extension Judgement {
  fileprivate func moved(by days: Int) -> Judgement {
    Judgement(
      rule: rule, child: child, episode: episode, member: member, verdict: verdict, certainty: certainty,
      opened: opened.moved(by: days), due: due?.moved(by: days), ended: ended?.moved(by: days), ending: ending,
      lateness: lateness, intervals: intervals, openingEvent: openingEvent, closingEvent: closingEvent,
      furtherEvidence: furtherEvidence, missing: missing, ordinal: ordinal)
  }
}

extension Departure {
  fileprivate func moved(by days: Int) -> Departure {
    Departure(
      kind: kind, child: child, workflow: workflow, episode: episode, event: event, since: since, jumped: jumped,
      shownNotDone: shownNotDone, certainty: certainty, happened: happened.moved(by: days), missing: missing)
  }
}

extension Stay {
  fileprivate func moved(by days: Int) -> Stay {
    Stay(
      child: child, state: state, episode: episode, entered: entered.moved(by: days), left: left?.moved(by: days),
      enteringEvent: enteringEvent, leavingEvent: leavingEvent)
  }
}
