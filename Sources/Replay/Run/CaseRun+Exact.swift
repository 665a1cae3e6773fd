import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Judges a plain clock of a case in which every date is exact, where one comparison decides.
  ///
  /// Gives false, and judges nothing, where anything about the clock needs the walk over datings.
  func judgeExactly(_ number: Int, by ending: ClockEnding) -> Bool {
    guard times.isExact, tables.figures[clocks[number].rule].form != .slots, clocks[number].extras == nil,
      !clocks[number].isOpeningDoubtful
    else { return false }
    let opening: (least: Day, most: Day)
    switch clocks[number].opening {
    case .point(let point): opening = (times.nominal[point], times.nominal[point])
    case .between(let first, let last): opening = (times.nominal[first], max(times.nominal[first], times.nominal[last]))
    default: return false
    }
    let rule = tables.figures[clocks[number].rule]
    guard let length = clocks[number].isFirst ? rule.fixedFirstLength : rule.fixedLength, length.unit != .hour, !rule.isAhead
    else { return false }
    let ended: DayRange
    switch ending.time {
    case .point(let time): ended = DayRange(times.nominal[time])
    case .date(let earliest, let latest) where earliest == latest: ended = DayRange(earliest)
    case .between(let first, let last) where opening.least == opening.most && times.nominal[first] >= opening.least:
      ended = DayRange(times.nominal[first], max(times.nominal[first], times.nominal[last]))
    default: return false
    }
    if !rule.isAlwaysInForce {
      guard opening.least == opening.most else { return false }
      guard tables.rules[clocks[number].rule].inForce.contains(opening.least) else { return true }
    }
    let least = limit(after: opening.least, length, rule.counting)
    let due = DayRange(
      least, opening.most == opening.least ? least : limit(after: opening.most, length, rule.counting))
    let opened = DayRange(opening.least, opening.most)
    if ended.most <= due.least {
      let verdict: Verdict = ending.kind == .fulfilled ? .met : ending.kind == .observationEnded ? .running : .lapsed
      record(plain(number, verdict, opened, due, ended, ending), clock: number)
      return true
    }
    let isLate = ending.kind == .fulfilled
    if !(isLate && rule.form == .deadline), !isAlwaysComplete(for: number) { return false }
    var judgement = plain(number, isLate ? .late : .missed, opened, due, ended, ending)
    if ended.least <= due.most { judgement.certainty = .possible }
    // Of the days that are too late, the least is that of the latest due date before it.
    let latestDue = ended.least > due.most ? due.most : lastDue(opened, before: ended.most, length, rule.counting)
    judgement.lateness = Lateness(
      least: lateness(latestDue, max(ended.least, latestDue.adding(days: 1)), rule.unit),
      most: lateness(due.least, ended.most, rule.unit), unit: rule.unit)
    if rule.form == .cadence { judgement.intervals = intervals(of: clocks[number], by: ending) }
    record(judgement, clock: number)
    return true
  }

  /// The latest due date before a day, of clocks opened on any day of a range whose first falls due before it.
  private func lastDue(_ opened: DayRange, before end: Day, _ length: Period, _ counting: Counting) -> Day {
    var day = opened.most
    while day > opened.least {
      let due = limit(after: day, length, counting)
      if due < end { return due }
      day = day.adding(days: -1)
    }
    return limit(after: opened.least, length, counting)
  }

  /// Whether the whole record is complete for everything the clock may still be fulfilled by.
  func isAlwaysComplete(for number: Int) -> Bool {
    let rule = clocks[number].rule
    guard tables.figures[rule].isSimple else { return false }
    let bit: UInt64 = 1 << UInt64(clocks[number].child)
    for event in tables.allBehind[rule] where alwaysComplete[event] & bit == 0 { return false }
    return true
  }

  private func plain(
    _ number: Int, _ verdict: Verdict, _ opened: DayRange, _ due: DayRange, _ ended: DayRange, _ ending: ClockEnding
  ) -> Judgement {
    let clock = clocks[number]
    return Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member < 0 ? nil : clock.member,
      verdict: verdict, certainty: clock.isUncertain ? .possible : .certain, opened: opened.span,
      due: due.most == .latest ? nil : due.span, ended: ended.span, ending: ending.kind, lateness: nil,
      openingEvent: clock.openingEvent < 0 ? nil : clock.openingEvent, closingEvent: ending.event < 0 ? nil : ending.event)
  }
}

extension CaseHistory {
  /// By event: the children for whom the record is complete from beginning to end, bit by bit.
  func alwaysComplete(events: Int) -> [UInt64] {
    var complete = [UInt64](repeating: 0, count: events)
    for part in completeness where part.from == nil && part.until == nil { complete[part.event] |= part.children }
    return complete
  }
}
