import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// Says what one finding found, as one plain sentence.
public struct FindingSentence {
  let reported: ReportedCase

  public init(_ reported: ReportedCase) { self.reported = reported }

  /// The sentence, without the child, who is named beside it; what it says did not hold is the rule's own sentence.
  public func sentence(_ finding: Finding) -> String {
    let member = finding.judgement.flatMap(reported.member)
    return sentence(finding, about: SentenceSubject(children: [finding.child], members: [member].compactMap(\.self)))
  }

  /// The sentence for several findings that are alike in all but the child and the member of the rule's `each`.
  func sentence(_ finding: Finding, about subject: SentenceSubject) -> String {
    let plain = departure(finding) ?? judged(finding, subject) ?? "\(finding.kind.rawValue.capitalised)."
    guard finding.certainty == .possible, finding.kind != .notRecorded, !saysWhatIsUncertain(finding) else { return plain }
    return "It is possible that \(keepsItsCapital(plain) ? plain : plain.uncapitalised)"
  }

  /// Whether the sentence itself tells what is uncertain: not that the step did not come, but that it was due.
  private func saysWhatIsUncertain(_ finding: Finding) -> Bool {
    guard let judgement = finding.judgement, case .deadline = reported.procedure.rules[judgement.rule].form else {
      return false
    }
    return judgement.mayNotHaveBeenDue
  }

  /// A sentence that begins with the title of an event keeps it as it is.
  private func keepsItsCapital(_ sentence: String) -> Bool { sentence.hasPrefix("\"") }

  private func judged(_ finding: Finding, _ subject: SentenceSubject) -> String? {
    guard let judgement = finding.judgement else { return nil }
    let members = subject.members
    let rule = reported.procedure.rules[judgement.rule]
    if judgement.verdict == .notRecorded { return silence(judgement, rule, members) }
    switch rule.form {
    case .deadline(let deadline): return clock(judgement, expected(deadline.expect, members))
    case .cadence(let cadence): return gap(judgement, expected(cadence.expect, members), finding.kind)
    case .check(let asked): return check(asked, judgement, finding.kind, subject)
    case .invariant(let invariant): return stretch(invariant, judgement)
    }
  }
}

// MARK: - Clocks

extension FindingSentence {
  private func clock(_ judgement: Judgement, _ expected: String) -> String {
    guard judgement.verdict == .late else {
      let overrun: String
      if judgement.mayNotHaveBeenDue {
        let lateness = judgement.lateness.map { "; if it was, it was overdue by \(inWords($0, judgement))" } ?? ""
        overrun = ". Whether it was due by then is uncertain\(lateness)"
      } else {
        overrun = judgement.lateness.map { ", \(inWords($0, judgement)) after it was due" } ?? ""
      }
      if let absence = reported.absenceThatEnds(judgement) {
        return "\(expected) had not been done by the end of \(identifier(absence)), which says so\(overrun)."
      }
      return "\(expected) had not come \(end(of: judgement))\(overrun)."
    }
    return "\(expected) came \(lateBy(judgement))."
  }

  private func gap(_ judgement: Judgement, _ expected: String, _ kind: FindingKind) -> String {
    let went = intervals(judgement)
    let opening = kind == .drift ? "Nothing moved forward: \(went.uncapitalised)" : went
    if judgement.ending == .slotPassed { return "\(opening) without \(expected)." }
    if judgement.verdict == .late { return "\(opening) before \(expected) came \(lateBy(judgement))." }
    guard let lateness = judgement.lateness else { return "\(opening) without \(expected)." }
    let end =
      reported.absenceThatEnds(judgement).map { "by the end of \(identifier($0)), which says that there was none," }
      ?? (judgement.isOpenEnded ? judgement.ended?.asALimit ?? "" : end(of: judgement))
    return "\(opening) without \(expected): \(end) it was overdue by \(inWords(lateness, judgement))."
  }

  private func identifier(_ number: Int) -> String { reported.history.events[number].identifier }

  /// How many intervals went by; where the dates are not exact, it is the least number under every dating.
  private func intervals(_ judgement: Judgement) -> String {
    let least = judgement.intervals ?? 1
    guard !judgement.intervalsAreCounted else {
      return least == 1 ? "An interval went by" : "\(least) intervals went by"
    }
    return least == 1 ? "At least one interval went by" : "At least \(least) intervals went by"
  }

  private func lateBy(_ judgement: Judgement) -> String {
    guard let lateness = judgement.lateness else { return "late" }
    let words = inWords(lateness, judgement)
    return lateness.least == lateness.most && lateness.least > 0 ? "\(words) late" : "late, by \(words)"
  }

  private func inWords(_ lateness: Lateness, _ judgement: Judgement) -> String { lateness.inWords(judgement) }

  private func end(of judgement: Judgement) -> String {
    switch judgement.ending {
    case .left: "when the rule ceased to apply"
    case .excepted: "when what the rule excepts happened"
    case .observationEnded: "by the end of the record"
    case .fulfilled, .atOnce, .slotPassed, .restored: "by the end of its time"
    }
  }

  private func expected(_ pattern: Pattern, _ members: [String]) -> String {
    let isTold = pattern.conditions.contains { $0?.expression.readsEach ?? false }
    return (reported.inWords(pattern, members: members) + FindingSentence.forMembers(isTold ? [] : members)).capitalised
  }

  static func forMembers(_ members: [String]) -> String {
    members.isEmpty ? "" : " for \(named(members))"
  }

  static func named(_ members: [String]) -> String { members.map { "the \($0)" }.joinedInWords() }
}

// MARK: - Silence

extension FindingSentence {
  private func silence(_ judgement: Judgement, _ rule: Rule, _ members: [String]) -> String {
    let at = judgement.openingEvent.map { " at \(reported.named($0))" } ?? ""
    let from = judgement.openingEvent.map { " from \(reported.named($0))" } ?? ""
    switch rule.form {
    case .deadline(let deadline):
      return "The record does not say whether \(expectedInside(deadline.expect, members)) came in time."
    case .cadence(let cadence):
      return "The record does not say whether \(expectedInside(cadence.expect, members)) came in every interval."
    case .check: return "The record does not say whether this held\(FindingSentence.forMembers(members))\(at)."
    case .invariant: return "The record does not say whether this held\(from)."
    }
  }

  private func expectedInside(_ pattern: Pattern, _ members: [String]) -> String {
    let words = expected(pattern, members)
    return words.hasPrefix("\"") ? words : words.uncapitalised
  }
}

// MARK: - Departures

extension FindingSentence {
  private func departure(_ finding: Finding) -> String? {
    guard let departure = finding.departure else { return nil }
    let event = reported.named(departure.event)
    let workflow = reported.workflow(finding)
    switch departure.kind {
    case .undecided: return "Which way the procedure went at \(event) is not recorded."
    case .outOfOrder: return "\(event) is recorded where \(workflow.title.quotedInWords) does not allow it."
    case .jumped:
      let steps = departure.jumped.map { reported.step(workflow.transitions[$0], of: workflow) }
      let told = steps.joined(separator: ", then ")
      return finding.kind == .notRecorded
        ? "The record does not show what must go before \(event): \(told)."
        : "\(event) came without what must go before it: \(told)."
    }
  }
}

extension Judgement {
  /// Whether under some dating what had not been done was not yet due when its clock ended.
  var mayNotHaveBeenDue: Bool {
    guard verdict == .missed, certainty == .possible, let due, let ended else { return false }
    return ended.earliest <= due.latest
  }

  /// Whether it is about a stretch of the record that merely ends, with no event that ends it.
  var isOpenEnded: Bool { ending == .left && closingEvent == nil }
}

extension Judgement {
  /// Whether its number of intervals is exact, and not the least under every dating; under some datings of what is only
  /// possible none went by.
  var intervalsAreCounted: Bool {
    ending == .slotPassed || opened.isExact && ended?.isExact ?? true || certainty == .possible && intervals ?? 1 == 1
  }
}

extension ReportedCase {
  /// The entry that says a step was not done and with whose end the judgement ends, though the clock ran on.
  func absenceThatEnds(_ judgement: Judgement) -> Int? {
    guard judgement.verdict == .missed, let ended = judgement.ended else { return nil }
    let spans = history.times.spans
    if let closing = judgement.closingEvent, spans[history.events[closing].time] == ended { return nil }
    if judgement.ending == .observationEnded, ended == observedUntil { return nil }
    return judgement.evidence.first { number in
      !history.events[number].wasDone && spans[history.events[number].end] == ended
    }
  }
}

extension String {
  fileprivate var quotedInWords: String { "\"\(self)\"" }
}
