import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// Something that a replay tells, with the finding that it is told as, if it is told as one.
public enum Found: Sendable, Hashable {
  case judgement(Judgement, Finding?)
  case departure(Departure, Finding?)

  public var child: Int {
    switch self {
    case .judgement(let judgement, _): judgement.child
    case .departure(let departure, _): departure.child
    }
  }

  public var finding: Finding? {
    switch self {
    case .judgement(_, let finding), .departure(_, let finding): finding
    }
  }

  /// Whether it is told as a finding other than that the record does not say.
  public var isFlag: Bool { finding.map { $0.kind != .notRecorded } ?? false }

  /// The events it rests on, by number, in file order.
  public var evidence: [Int] {
    switch self {
    case .judgement(let judgement, _): judgement.evidence
    case .departure(let departure, _): Set([departure.since, departure.event].compactMap(\.self)).sorted()
    }
  }
}

extension Found {
  /// Everything that a replay tells, judgements first.
  static func all(in judged: JudgedCase) -> [Found] {
    let replay = judged.replay
    let ofJudgements = Dictionary(
      replay.findings.compactMap { finding in finding.judgement.map { ($0, finding) } }, uniquingKeysWith: { first, _ in first })
    let ofDepartures = Dictionary(
      replay.findings.compactMap { finding in finding.departure.map { ($0, finding) } }, uniquingKeysWith: { first, _ in first })
    return replay.judgements.map { .judgement($0, ofJudgements[$0]) }
      + replay.departures.map { .departure($0, ofDepartures[$0]) }
  }

  /// What it has under a key; `nil` where it is not of that sort.
  public func trait(_ name: TraitName, in judged: JudgedCase) -> Trait? {
    switch self {
    case .judgement(let judgement, let finding): Found.trait(name, of: judgement, finding, in: judged)
    case .departure(let departure, let finding): Found.trait(name, of: departure, finding, in: judged)
    }
  }

  private static func trait(
    _ name: TraitName, of judgement: Judgement, _ finding: Finding?, in judged: JudgedCase
  ) -> Trait? {
    switch name {
    case .child: .child(judgement.child)
    case .member: member(of: judgement, in: judged).map { .member($0) }
    case .openedBy: .openedBy(judgement.openingEvent)
    case .closedBy: .closedBy(judgement.closingEvent)
    case .verdict: .verdict(judgement.verdict)
    case .kind: .kind(finding?.kind)
    case .certainty: .certainty(judgement.certainty)
    case .opened: .opened(judgement.opened)
    case .due: .due(judgement.due)
    case .ended: .ended(judgement.ended)
    case .lateBy: .lateBy(judgement.lateness.map { StatedLateness($0, of: judgement) })
    case .intervals: .intervals(judgement.intervals)
    case .restsOn: .restsOn(judgement.evidence)
    case .shownBy, .passedOver: nil
    }
  }

  private static func member(of judgement: Judgement, in judged: JudgedCase) -> String? {
    judgement.member.flatMap { judged.procedure.rules[judgement.rule].each?.choice.members[$0] }
  }

  private static func trait(
    _ name: TraitName, of departure: Departure, _ finding: Finding?, in judged: JudgedCase
  ) -> Trait? {
    switch name {
    case .child: .child(departure.child)
    case .shownBy: .shownBy(departure.event)
    case .passedOver:
      .passedOver(
        departure.jumped.map { step in
          if case .events(let events) = judged.procedure.workflows[departure.workflow].transitions[step].cue {
            events
          } else {
            []
          }
        })
    case .kind: .kind(finding?.kind)
    case .certainty: .certainty(departure.certainty)
    case .member, .openedBy, .closedBy, .verdict, .opened, .due, .ended, .lateBy, .intervals, .restsOn: nil
    }
  }

  /// `workflow.rule`, or the workflow with what was left of it.
  public func ruleName(in judged: JudgedCase) -> String {
    switch self {
    case .judgement(let judgement, _): judged.procedure.rules[judgement.rule].fullName
    case .departure(let departure, _): judged.procedure.workflows[departure.workflow].name
    }
  }
}

extension StatedLateness {
  init(_ lateness: Lateness, of judgement: Judgement) {
    var days: Int?
    if let due = judgement.due, let ended = judgement.ended, due.isExact, ended.isExact {
      days = ended.earliest.days(since: due.latest)
    }
    self.init(least: lateness.least, most: lateness.most, unit: lateness.unit, days: days)
  }
}
