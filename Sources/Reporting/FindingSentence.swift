import Conditions
import Procedures
public import Replay

/// Says what one finding found, as one plain sentence.
public struct FindingSentence {
  private let reported: ReportedCase

  public init(_ reported: ReportedCase) { self.reported = reported }

  /// The sentence, without the child, who is named beside it.
  public func sentence(_ finding: Finding) -> String {
    let plain = departure(finding) ?? judged(finding) ?? "\(finding.kind.rawValue.capitalised)."
    guard finding.certainty == .possible, finding.kind != .notRecorded else { return plain }
    return "It is possible that \(keepsItsCapital(plain) ? plain : plain.uncapitalised)"
  }

  /// A sentence that begins with the title of an event keeps it as it is.
  private func keepsItsCapital(_ sentence: String) -> Bool { sentence.hasPrefix("\"") }

  private func judged(_ finding: Finding) -> String? {
    guard let judgement = finding.judgement else { return nil }
    let rule = reported.procedure.rules[judgement.rule]
    if judgement.verdict == .notRecorded { return silence(judgement, rule) }
    switch rule.form {
    case .deadline(let deadline): return clock(judgement, expected(deadline.expect, judgement))
    case .cadence(let cadence): return gap(judgement, expected(cadence.expect, judgement), finding.kind)
    case .check: return check(judgement, finding.kind)
    case .invariant: return stretch(judgement)
    }
  }
}

// MARK: - Clocks

extension FindingSentence {
  private func clock(_ judgement: Judgement, _ expected: String) -> String {
    guard judgement.verdict == .late else {
      let overrun = judgement.lateness.map { ", \($0.inWords) after it was due" } ?? ""
      return "\(expected) had not come \(end(of: judgement))\(overrun)."
    }
    return "\(expected) came \(lateBy(judgement))."
  }

  private func gap(_ judgement: Judgement, _ expected: String, _ kind: FindingKind) -> String {
    let intervals = judgement.intervals ?? 1
    let went = intervals == 1 ? "An interval went by" : "\(intervals) intervals went by"
    let opening = kind == .drift ? "Nothing moved forward: \(went.uncapitalised)" : went
    if judgement.ending == .slotPassed { return "\(opening) without \(expected)." }
    if judgement.verdict == .late { return "\(opening) before \(expected) came \(lateBy(judgement))." }
    let overrun = judgement.lateness.map { ", which was overdue by \($0.inWords) \(end(of: judgement))" } ?? ""
    return "\(opening) without \(expected)\(overrun)."
  }

  private func lateBy(_ judgement: Judgement) -> String {
    guard let lateness = judgement.lateness else { return "late" }
    return lateness.least == lateness.most && lateness.least > 0
      ? "\(lateness.inWords) late" : "late, by \(lateness.inWords)"
  }

  private func end(of judgement: Judgement) -> String {
    switch judgement.ending {
    case .left: "when the part of the procedure that asks for it was left"
    case .excepted: "when what the rule excepts happened"
    case .observationEnded: "by the end of the record"
    case .fulfilled, .atOnce, .slotPassed, .restored: "by the end of its time"
    }
  }

  private func expected(_ pattern: Pattern, _ judgement: Judgement) -> String {
    let member = reported.member(of: judgement).map { " for the \($0)" } ?? ""
    return (reported.inWords(pattern) + member).capitalised
  }
}

// MARK: - Checks and invariants

extension FindingSentence {
  private func check(_ judgement: Judgement, _ kind: FindingKind) -> String {
    let moment = judgement.openingEvent.map(reported.named)
    let at = moment.map { "At \($0)" } ?? "Then"
    let who = reported.member(of: judgement).map { "the \($0)" }
    switch kind {
    case .absent: return "\(at) \(who ?? "someone"), who is required to take part, was absent."
    case .notTold: return "\(at) \(who ?? "someone") who must be told was not told."
    case .belowPlan: return "\(at) less was set than the procedure requires."
    case .prematureEnd: return "\(moment ?? "The end") came before what must go before it."
    case .contingencyNotUsed: return "\(at) what was planned for such a case was not used."
    case .noOversight: return "\(at) the oversight that the rule requires did not take place."
    default: return "\(at) what the rule requires did not hold\(who.map { " for \($0)" } ?? "")."
    }
  }

  private func stretch(_ judgement: Judgement) -> String {
    let from = judgement.openingEvent.map { "From \(reported.named($0)), " } ?? "From the start, "
    let until =
      judgement.ending == .restored
      ? judgement.closingEvent.map { "until \(reported.named($0))" } ?? "until it was mended"
      : judgement.ending == .observationEnded ? "to the end of the record" : "for as long as the rule applied"
    let overrun = judgement.lateness.map { ", \($0.inWords) longer than allowed" } ?? ""
    return "\(from)\(until), what the rule requires did not hold\(overrun)."
  }

  private func silence(_ judgement: Judgement, _ rule: Rule) -> String {
    let at = judgement.openingEvent.map { " at \(reported.named($0))" } ?? ""
    let from = judgement.openingEvent.map { " from \(reported.named($0))" } ?? ""
    switch rule.form {
    case .deadline(let deadline):
      return "The record does not say whether \(expectedInside(deadline.expect, judgement)) came in time."
    case .cadence(let cadence):
      return "The record does not say whether \(expectedInside(cadence.expect, judgement)) came in every interval."
    case .check: return "The record does not say whether what the rule requires held\(at)."
    case .invariant: return "The record does not say whether what the rule requires held\(from)."
    }
  }

  private func expectedInside(_ pattern: Pattern, _ judgement: Judgement) -> String {
    let words = expected(pattern, judgement)
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

extension String {
  fileprivate var quotedInWords: String { "\"\(self)\"" }
}
