import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Walks every dating that fits: each day of the opening, and for each the days of the ending given it.
  ///
  /// - Complexity: O(days of the opening's span); one comparison where every date is exact.
  /// - Parameters:
  ///   - endShift: whole days by which the ending is later than its time, for a stretch whose last day counts.
  ///   - last: what the ending is no later than under any dating, for a stretch that may reach beyond it.
  func outcomes(
    of clock: Clock, endingAt ending: ClockEnding, endShift: Int = 0, noLaterThan last: TimeReference? = nil
  ) -> Outcomes {
    if endShift == 0, last.map(isExactPoint) ?? true, let exact = exactOutcomes(of: clock, endingAt: ending) { return exact }
    let root = root(of: clock.opening)
    let days = range(of: root)
    var outcomes = Outcomes()
    var day = days.least
    while day <= days.most {
      var ended = range(of: ending.time, given: root, on: day)
      if endShift != 0 { ended = DayRange(ended.least.adding(days: endShift), ended.most.adding(days: endShift)) }
      // What had happened by the day on which observation was made to end had happened on or before it.
      if isCutShort { ended = DayRange(min(ended.least, observationEndDay), min(ended.most, observationEndDay)) }
      if let last {
        let latest = range(of: last, given: root, on: day)
        ended = DayRange(min(ended.least, latest.least), min(ended.most, latest.most))
      }
      forEachDay(of: clock.opening, rootOn: day) { opened in
        outcomes.addOpened(DayRange(opened))
        // What is met as it opens is met on the day it opens, whichever that is.
        if ending.time == clock.opening { ended = DayRange(opened) }
        if tables.figures[clock.rule].inForce.contains(opened) {
          compare(clock, openedOn: opened, ending, endedOn: ended, root: root, on: day, &outcomes)
        } else {
          outcomes.add(.lapsed)
        }
      }
      day = day.adding(days: 1)
    }
    return outcomes
  }

  /// Whether a time is one day in every dating, so that an ending cut at it nominally is cut at it in each.
  private func isExactPoint(_ time: TimeReference) -> Bool {
    if case .point = time { isExact } else { false }
  }

  /// The same where opening and ending are exact dates of an exact case: one comparison.
  private func exactOutcomes(of clock: Clock, endingAt ending: ClockEnding) -> Outcomes? {
    let figures = tables.figures[clock.rule]
    guard isExact, figures.unit != .hour, !figures.isAhead, case .point(let first) = clock.opening,
      case .point(let last) = ending.time, clock.extras?.extensions.isEmpty ?? true
    else { return nil }
    let opened = nominalDays[first]
    let ended = DayRange(nominalDays[last])
    var outcomes = Outcomes()
    outcomes.addOpened(DayRange(opened))
    guard tables.figures[clock.rule].inForce.contains(opened) else {
      outcomes.add(.lapsed)
      return outcomes
    }
    let due = due(of: clock, openedOn: opened)
    outcomes.addDue(due)
    compareDays(due, ending.kind, ended, tables.figures[clock.rule].unit, &outcomes)
    return outcomes
  }

  private func compare(
    _ clock: Clock, openedOn opened: Day, _ ending: ClockEnding, endedOn ended: DayRange, root: TimeRoot, on day: Day,
    _ outcomes: inout Outcomes
  ) {
    forEachDue(of: clock, openedOn: opened, root: root, on: day) { due in
      outcomes.addDue(due)
      if let hours = hours(of: clock, openedOn: opened) {
        compareHours(clock, hours, openedOn: opened, ending, ended, &outcomes)
      } else {
        compareDays(due, ending.kind, ended, tables.figures[clock.rule].unit, &outcomes)
      }
    }
  }

  /// Calls the body with each due date that may stand.
  func forEachDue(of clock: Clock, openedOn opened: Day, root: TimeRoot, on day: Day, _ body: (DayRange) -> Void) {
    if clock.isPlain, !tables.figures[clock.rule].isAhead { return body(due(of: clock, openedOn: opened)) }
    for due in dues(of: clock, openedOn: opened, root: root, on: day) { body(due) }
  }

  /// The due dates that may stand: one, unless it is uncertain whether an extension came in time.
  func dues(of clock: Clock, openedOn opened: Day, root: TimeRoot, on day: Day) -> [DayRange] {
    var dues = alternativeDues(of: clock, openedOn: opened)
    for applied in clock.extensions {
      let time = range(of: applied.time, given: root, on: day)
      dues = dues.flatMap { due -> [DayRange] in
        if time.least > due.most { return [due] }
        let longer = extended(due, by: applied, tables.figures[clock.rule].counting)
        return time.most <= due.least ? [longer] : [due, longer]
      }
    }
    return dues
  }

  private func compareDays(
    _ due: DayRange, _ kind: Judgement.Ending, _ ended: DayRange, _ unit: Period.Unit, _ outcomes: inout Outcomes
  ) {
    let inTime: Verdict
    let tooLate: Verdict
    switch kind {
    case .fulfilled: (inTime, tooLate) = (.met, .late)
    case .observationEnded: (inTime, tooLate) = (.running, .missed)
    default: (inTime, tooLate) = (.lapsed, .missed)
    }
    // A breach begins the day after the due date.
    if ended.least <= due.most { outcomes.add(inTime) }
    guard ended.most > due.least else { return }
    outcomes.add(tooLate)
    let first = max(ended.least, due.least.adding(days: 1))
    var least = lateness(min(due.most, first.adding(days: -1)), first, unit)
    if unit == .workingDay {
      // Over a weekend a step can be late by no working day; look a few days on for the least that is possible.
      var day = first
      while day < ended.most, day.days(since: first) < 5, least > 0 {
        day = day.adding(days: 1)
        least = min(least, lateness(min(due.most, day.adding(days: -1)), day, unit))
      }
    }
    outcomes.addLateness(least, lateness(due.least, ended.most, unit))
  }

  func lateness(_ due: Day, _ happened: Day, _ unit: Period.Unit) -> Int {
    calendar.lateness(from: due, to: happened, in: unit) ?? happened.days(since: due)
  }

  // MARK: Hours

  private func hours(of clock: Clock, openedOn opened: Day) -> DurationRange? {
    guard tables.figures[clock.rule].unit == .hour, let length = length(of: clock, openedOn: opened),
      length.least.unit == .hour
    else { return nil }
    return length
  }

  /// Hours run on the clock: 72 hours are 72 hours, and a day without a time of day is any minute of it.
  private func compareHours(
    _ clock: Clock, _ length: DurationRange, openedOn opened: Day, _ ending: ClockEnding, _ ended: DayRange,
    _ outcomes: inout Outcomes
  ) {
    let start = minutes(of: DayRange(opened), clock.minute)
    let dueLeast = start.least + 60 * length.least.count
    let dueMost = start.most + 60 * (length.most?.count ?? 1_000_000)
    let isObserved = ending.kind == .observationEnded
    let end = minutes(of: ended, isObserved ? 1439 : ending.minute)
    let inTime: Verdict = ending.kind == .fulfilled ? .met : isObserved ? .running : .lapsed
    if end.least <= dueMost { outcomes.add(inTime) }
    guard end.most > dueLeast else { return }
    outcomes.add(ending.kind == .fulfilled ? .late : .missed)
    let least = max(1, end.least - dueMost)
    outcomes.addLateness((least + 59) / 60, (end.most - dueLeast + 59) / 60)
  }

  private func minutes(of days: DayRange, _ minute: Int) -> (least: Int, most: Int) {
    (Int(days.least.number) * 1440 + max(0, minute), Int(days.most.number) * 1440 + (minute < 0 ? 1439 : minute))
  }
}
