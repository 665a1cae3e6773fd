import CivilTime
import Histories
import Procedures
import Replay

extension ReportedCase {
  /// How long a breach ran, and whether it was still running when the record ends; `nil` for what is over at once and for what
  /// the record does not say.
  ///
  /// **Unknown**: where dates are not exact, from the least to the most that a fitting dating allows.
  func breach(of finding: Finding) -> String? {
    guard let judgement = finding.judgement, judgement.verdict.isBreach else { return nil }
    switch procedure.rules[judgement.rule].form {
    case .deadline, .cadence: return overrun(of: judgement)
    case .invariant: return stretch(of: judgement)
    case .check: return nil
    }
  }

  /// "for 3 weeks after it was due", "still running when the record ends, 3 weeks after it was due".
  private func overrun(of judgement: Judgement) -> String? {
    guard let lateness = judgement.lateness else { return nil }
    let length = "\(lateness.inWords(judgement)) after it was due"
    guard judgement.verdict != .late else { return "for \(length)" }
    guard absenceThatEnds(judgement) == nil else { return "to the end of what is recorded of it, \(length)" }
    switch judgement.ending {
    case .observationEnded: return "still running when the record ends, \(length)"
    case .left where !judgement.isOpenEnded: return "until the rule ceased to apply, \(length)"
    case .excepted: return "until what the rule excepts happened, \(length)"
    case .left, .fulfilled, .atOnce, .slotPassed, .restored: return "for \(length)"
    }
  }

  /// "for 3 days", "still running when the record ends, 3 days after it began".
  private func stretch(of judgement: Judgement) -> String? {
    guard let ended = judgement.ended else { return nil }
    let length = days(from: judgement, to: ended).inWords
    return judgement.ending == .observationEnded
      ? "still running when the record ends, \(length) after it began" : "for \(length)"
  }

  /// By the entries between which it lies, where they give its ends, else by the ends alone.
  private func days(from judgement: Judgement, to ended: Span) -> Span.Distance {
    let spans = history.times.spans
    let opening = judgement.openingEvent.map { history.events[$0].time }.flatMap { spans[$0] == judgement.opened ? $0 : nil }
    let closings = [judgement.closingEvent.map { history.events[$0].time }, history.observedUntil].compactMap(\.self)
    guard let opening, let closing = closings.first(where: { spans[$0] == ended }) else {
      return Span.Distance(
        least: max(0, ended.earliest.days(since: judgement.opened.latest)),
        most: ended.latest.days(since: judgement.opened.earliest))
    }
    let days = history.times.days(from: opening, to: closing)
    return Span.Distance(least: max(0, days.least), most: days.most)
  }
}
