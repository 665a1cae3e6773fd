import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// One replay, with its findings and judgements under the names by which a report tells them.
struct ReplayedCase {
  let procedure: Procedure
  let history: CaseHistory
  let replay: CaseReplay
  let findings: [String: Finding]
  let judgements: [String: Judgement]

  init(_ procedure: Procedure, _ history: CaseHistory, _ replay: CaseReplay) {
    self.procedure = procedure
    self.history = history
    self.replay = replay
    findings = Dictionary(uniqueKeysWithValues: replay.findings.map { ($0.identifier, $0) })
    judgements = Dictionary(
      uniqueKeysWithValues: replay.judgements.map { (Self.identifier(of: $0, procedure, history), $0) })
  }

  /// Everything found but what the record does not say.
  var flags: [String: Finding] { findings.filter { $0.value.kind != .notRecorded } }

  private static func identifier(of judgement: Judgement, _ procedure: Procedure, _ history: CaseHistory) -> String {
    let rule = procedure.rules[judgement.rule]
    let member = judgement.member.flatMap { rule.each?.choice.members[$0] }.map { "[\($0)]" } ?? ""
    let child = history.children[judgement.child].name
    let opening = judgement.openingEvent.map { history.events[$0].identifier } ?? "start"
    return "\(history.name)/\(child)/\(rule.fullName)\(member)/\(opening)#\(judgement.ordinal)"
  }

  func rule(of judgement: Judgement) -> Rule { procedure.rules[judgement.rule] }

  func event(_ number: Int) -> HistoryEvent { history.events[number] }

  /// The latest day an event of the record can have been, given what the history says.
  func span(of event: Int) -> Span { history.times.spans[history.events[event].time] }
}

extension Finding {
  /// What the finding says, in one line: `late, certain, 2 to 5 weeks`.
  var told: String {
    let lateness = judgement?.lateness.map { ", \($0.least) to \($0.most) \($0.unit.rawValue)" } ?? ""
    return "\(kind.rawValue), \(certainty)\(lateness)"
  }

  var evidence: [Int] {
    judgement?.evidence ?? [departure?.since, departure?.event].compactMap(\.self)
  }
}
