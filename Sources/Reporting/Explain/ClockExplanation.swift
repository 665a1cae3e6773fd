import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The part of an explanation that walks a clock, check or stretch from its opening over its due date to its end.
struct ClockExplanation {
  private let reported: ReportedCase
  private let calendar = WorkingCalendar.englandAndWales

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ judgement: Judgement, on page: inout TextPage) {
    let rule = reported.procedure.rules[judgement.rule]
    page.heading(rule.form.isClock ? "The clock" : "The judgement", underlinedWith: "-")
    let opening = judgement.openingEvent.map { "with \(reported.named($0)), \(reported.span(of: $0).inWords)" }
    page.field(rule.form.isClock ? "Opened" : "Judged", opening ?? judgement.opened.inWords, indent: 0)
    if let opening = judgement.openingEvent, reported.start(of: judgement) != reported.history.events[opening].identifier {
      let start = reported.start(of: judgement) ?? ""
      page.field("Counted", "from \(start), \(judgement.opened.inWords)", indent: 0)
    }
    if let member = reported.member(of: judgement) { page.field("For", "the \(member)", indent: 0) }
    writeDue(judgement, rule, &page)
    writeEnd(judgement, &page)
    if let lateness = judgement.lateness { page.field("Overrun", lateness.inWords(judgement), indent: 0) }
    if let intervals = judgement.intervals { page.field("Intervals", reported.intervalsInWords(intervals, judgement), indent: 0) }
    page.field("Verdict", "\(judgement.verdict.inWords), \(judgement.certainty.inWords)", indent: 0)
    writeRemedy(judgement, rule, &page)
  }

  private func writeDue(_ judgement: Judgement, _ rule: Rule, _ page: inout TextPage) {
    guard let due = judgement.due else { return }
    let limit = reported.limit(of: rule, in: judgement).map { " (\($0))" } ?? ""
    page.field("Due", due.asALimit + limit, indent: 0)
    guard let length = rule.form.limit, let counting = rule.form.counting else { return }
    var days = [judgement.opened.earliest]
    if !judgement.opened.isExact { days.append(judgement.opened.latest) }
    for day in days { writeWalk(from: day, length, counting, due, &page) }
  }

  /// One opening day and the due date that follows from it, with the holidays on the way.
  private func writeWalk(
    from day: Day, _ length: LimitLength, _ counting: Counting, _ due: Span, _ page: inout TextPage
  ) {
    guard let period = reported.period(length, on: day),
      let last = calendar.due(after: day, within: period, counting: counting)
    else { return }
    let passed = period.unit == .workingDay ? holidays(after: day, through: last) : []
    let skipped = passed.isEmpty ? "" : "; not counted besides weekends: \(passed.joined(separator: ", "))"
    let moved = due.contains(last) ? "" : "; the due date was then moved"
    page.field("", "Opened \(day.inWords), \(period) end \(last.inWords)\(skipped)\(moved).", indent: 0)
  }

  private func holidays(after day: Day, through last: Day) -> [String] {
    guard last > day else { return [] }
    return calendar.holidays.filter { $0.day > day && $0.day <= last }.map { "\($0.title), \($0.day.inWords)" }
  }

  private func writeEnd(_ judgement: Judgement, _ page: inout TextPage) {
    guard let ended = judgement.ended else { return }
    if let absence = reported.absenceThatEnds(judgement) {
      return page.field("Until", reported.recordedUntil(ended, absence), indent: 0)
    }
    let closing = judgement.closingEvent.map { " with \(reported.named($0))" } ?? ""
    guard !judgement.isOpenEnded else { return page.field("Until", ended.inWords, indent: 0) }
    page.field("Ended", "\(ended.inWords): \(judgement.ending.inWords)\(closing)", indent: 0)
  }

  private func writeRemedy(_ judgement: Judgement, _ rule: Rule, _ page: inout TextPage) {
    page.heading("What would have met the rule", underlinedWith: "-")
    let child = reported.history.children[judgement.child].name
    let member = reported.member(of: judgement).map { " and the \($0)" } ?? ""
    switch rule.form {
    case .deadline(let deadline):
      let by = judgement.due.map { ", \($0.asALimit)" } ?? ""
      page.paragraph("\(reported.inWords(deadline.expect)) for \(child)\(member)\(by).")
    case .cadence(let cadence):
      let by = judgement.due.map { ", after the clock opened and \($0.asALimit)" } ?? ""
      page.paragraph("\(reported.inWords(cadence.expect)) for \(child)\(member)\(by).")
    case .check(let check):
      let event = judgement.openingEvent.map { reported.history.events[$0].event }
      let members = [reported.member(of: judgement)].compactMap(\.self)
      let asked = ConditionWords(reported, members: members).demand(check.require.expression, on: [event].compactMap(\.self))
      page.paragraph(asked.map { "At that moment: \($0)." } ?? "At that moment: \(rule.says)")
    case .invariant: page.paragraph("For as long as it applies: \(rule.says)")
    }
  }
}

extension ReportedCase {
  /// The period that a written or dated length is on a day; `nil` for one worked out from the case.
  fileprivate func period(_ length: LimitLength, on day: Day) -> Period? {
    switch length {
    case .literal(let period): return period
    case .expression: return nil
    case .parameter(let index):
      guard case .duration(let range)? = procedure.parameters[index].value(on: day) else { return nil }
      return range.exact
    }
  }
}

extension RuleForm {
  /// The length that a clock runs from its opening, where it does.
  fileprivate var limit: LimitLength? {
    switch self {
    case .deadline(let deadline): if case .within(let length) = deadline.limit { length } else { nil }
    case .cadence(let cadence): cadence.every
    case .check, .invariant: nil
    }
  }

  /// How the days of its limit are counted, where each of its clocks has one length.
  var counting: Counting? {
    switch self {
    case .deadline(let deadline): deadline.counting
    case .cadence(let cadence): cadence.first == nil ? cadence.counting : nil
    case .check, .invariant: nil
    }
  }
}

extension Judgement.Ending {
  fileprivate var inWords: String {
    switch self {
    case .fulfilled: "it was done"
    case .left: "the rule ceased to apply"
    case .excepted: "what the rule excepts happened"
    case .observationEnded: "the record ends"
    case .atOnce: "it is judged at once"
    case .slotPassed: "the interval went by"
    case .restored: "it was mended, or no longer asked for"
    }
  }
}
