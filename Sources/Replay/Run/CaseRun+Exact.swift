import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Judges a plain clock of a case in which every date is exact, where one comparison decides.
  ///
  /// Gives false, and judges nothing, where anything about the clock needs the walk over datings.
  func judgeExactly(_ number: Int, by ending: ClockEnding) -> Bool {
    let clock = clocks[number]
    let rule = tables.figures[clock.rule]
    guard isExact, rule.form != .slots, !rule.isAhead, let length = exactLength(of: number), length.unit != .hour,
      let opened = exactRange(of: clock.opening), let ended = exactRange(of: ending.time, from: opened)
    else { return false }
    if !rule.inForce.isAlways {
      guard opened.least == opened.most else { return false }
      guard rule.inForce.contains(opened.least) else { return true }
    }
    let least = limit(after: opened.least, length, rule.counting)
    let due = DayRange(least, opened.most == opened.least ? least : limit(after: opened.most, length, rule.counting))
    if ended.most <= due.least {
      let verdict: Verdict = ending.kind == .fulfilled ? .met : ending.kind == .observationEnded ? .running : .lapsed
      judged.add(plain(clock, verdict, opened, due, ended, ending), clock: number)
      return true
    }
    let isLate = ending.kind == .fulfilled
    if clock.isOpeningDoubtful {
      var line = plain(clock, .notRecorded, opened, due, ended, ending)
      line.certainty = .certain
      line.notes = judged.note(clock.missing.isEmpty ? unshown(clock) : clock.missing)
      judged.add(line, clock: number)
      return true
    }
    if !(isLate && rule.form == .deadline), !isAlwaysComplete(for: clock) { return false }
    if rule.extensionLimit > 0, !isAlwaysCompleteForExtension(of: clock) { return false }
    var line = plain(clock, isLate ? .late : .missed, opened, due, ended, ending)
    let mayHaveBeenMet = opened.least < opened.most || clock.opening.isDerived
    if ended.least <= due.most || mayHaveBeenMet && mayBeMetByEarlierEvent(clock, ending) {
      line.certainty = .possible
    }
    // Of the days that are too late, the least is that of the latest due date before it.
    let latestDue = ended.least > due.most ? due.most : lastDue(of: clock, before: ended.most, length, rule.counting)
    line.lateness = Lateness(
      least: lateness(latestDue, max(ended.least, latestDue.adding(days: 1)), rule.unit),
      most: lateness(due.least, ended.most, rule.unit), unit: rule.unit)
    if rule.form == .cadence {
      // The latest opening gives the fewest intervals.
      line.intervals = Int32(intervals(from: due.most, to: ended.least, every: rule.fixedLength ?? length))
    }
    judged.add(line, clock: number)
    return true
  }

  /// The length of a clock that nothing but the day it opened, and what is not recorded of that, says more about.
  private func exactLength(of number: Int) -> Period? {
    let rule = clocks[number].rule
    if let extras = clocks[number].extras {
      guard extras.saysNothingOfEnding else { return nil }
      if let length = extras.length {
        return tables.figures[rule].form == .deadline || tables.figures[rule].worksOutLaterLength ? length.exact : nil
      }
    }
    guard let later = tables.figures[rule].fixedLength else { return nil }
    return clocks[number].isFirst ? tables.figures[rule].fixedFirstLength : later
  }

  /// The days of an opening whose every date is exact; `nil` where it hangs on more.
  private func exactRange(of time: TimeReference) -> DayRange? {
    switch time {
    case .point(let point): DayRange(nominalDays[point])
    case .between(let first, let last):
      DayRange(nominalDays[first], max(nominalDays[first], nominalDays[last]))
    case .derived(let number): exactRange(of: derivedTimes[number].root).flatMap { range(ofOneDay: number, rootIn: $0) }
    case .date: nil
    }
  }

  /// The days of an ending whose every date is exact; `nil` where it hangs on more than its own date.
  private func exactRange(of time: TimeReference, from opened: DayRange) -> DayRange? {
    switch time {
    case .point(let point): return DayRange(nominalDays[point])
    case .date(let earliest, let latest): return earliest == latest ? DayRange(earliest) : nil
    case .between(let first, let last):
      guard opened.least == opened.most, nominalDays[first] >= opened.least else { return nil }
      return DayRange(nominalDays[first], max(nominalDays[first], nominalDays[last]))
    case .derived: return nil
    }
  }

  /// How many whole intervals went by from a due date on, counting one that is only begun.
  func intervals(from due: Day, to end: Day, every length: Period) -> Int {
    switch length.unit {
    case .day, .week:
      let days = length.count * (length.unit == .week ? 7 : 1)
      guard days > 0 else { break }
      return min(10_000, max(1, (end.days(since: due) + days - 1) / days))
    default: break
    }
    var due = due
    var count = 0
    while due < end, count < 10_000 {
      count += 1
      let next = limit(after: due, length, .exclusive)
      if next <= due { break }
      due = next
    }
    return max(1, count)
  }

  /// The latest due date before a day, of the days on which a clock may have opened and whose first falls due before it.
  private func lastDue(of clock: Clock, before end: Day, _ length: Period, _ counting: Counting) -> Day {
    let root = range(of: root(of: clock.opening))
    var day = root.most
    while day > root.least {
      let due = limit(after: self.day(of: clock.opening, rootOn: day), length, counting)
      if due < end { return due }
      day = day.adding(days: -1)
    }
    return limit(after: self.day(of: clock.opening, rootOn: root.least), length, counting)
  }

  /// Whether the whole record is complete for everything the clock may still be fulfilled by.
  func isAlwaysComplete(for clock: Clock) -> Bool {
    let figures = tables.figures[clock.rule]
    guard figures.isSimple else { return false }
    let bit: UInt64 = 1 << UInt64(clock.child)
    for place in figures.eventsBehind.range where alwaysComplete[tables.eventsBehind[place]] & bit == 0 { return false }
    return true
  }

  private func isAlwaysCompleteForExtension(of clock: Clock) -> Bool {
    let bit: UInt64 = 1 << UInt64(clock.child)
    return tables.behindExtension[clock.rule].allSatisfy { events in
      events.allSatisfy { alwaysComplete[$0] & bit != 0 }
    }
  }

  private func plain(
    _ clock: Clock, _ verdict: Verdict, _ opened: DayRange, _ due: DayRange, _ ended: DayRange, _ ending: ClockEnding
  ) -> Judged {
    Judged(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member, verdict: verdict,
      certainty: clock.isUncertain ? .possible : .certain, ending: ending.kind, opened: opened.span,
      due: due.spanWithEnd, ended: ended.span, openingEvent: clock.openingEvent,
      closingEvent: ending.event)
  }
}
