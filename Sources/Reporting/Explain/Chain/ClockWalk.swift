import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// How the due date of a clock follows from the days on which it may have opened.
struct ClockWalk {
  private let reported: ReportedCase
  private let calendar = WorkingCalendar.englandAndWales

  init(_ reported: ReportedCase) { self.reported = reported }

  /// For the first and the last day on which the clock may have opened, the due date with the holidays on the way.
  func steps(of judgement: Judgement) -> [String] {
    let rule = reported.procedure.rules[judgement.rule]
    guard let due = judgement.due, let length = rule.form.limit, let counting = rule.form.counting else { return [] }
    var days = [judgement.opened.earliest]
    if !judgement.opened.isExact { days.append(judgement.opened.latest) }
    return days.compactMap { step(from: $0, length, counting, due) }
  }

  /// One opening day and the due date that follows from it.
  private func step(from day: Day, _ length: LimitLength, _ counting: Counting, _ due: Span) -> String? {
    guard let period = reported.procedure.period(length, on: day),
      let last = calendar.due(after: day, within: period, counting: counting)
    else { return nil }
    let passed = period.unit == .workingDay ? holidays(after: day, through: last) : []
    let skipped = passed.isEmpty ? "" : "; not counted besides weekends: \(passed.joined(separator: ", "))"
    let moved = due.contains(last) ? "" : "; the due date was then moved"
    return "Opened \(day.inWords), \(period) end \(last.inWords)\(skipped)\(moved)."
  }

  private func holidays(after day: Day, through last: Day) -> [String] {
    guard last > day else { return [] }
    return calendar.holidays.filter { $0.day > day && $0.day <= last }.map { "\($0.title), \($0.day.inWords)" }
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
