import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Judges a plain clock of a case in which every date is exact, where one comparison decides.
  ///
  /// Gives false, and judges nothing, where anything about the clock needs the walk over datings.
  func judgeExactly(_ number: Int, by ending: ClockEnding) -> Bool {
    guard times.isExact, clocks[number].extras == nil, !clocks[number].isDoubtful,
      case .point(let point) = clocks[number].opening
    else { return false }
    let rule = tables.rules[clocks[number].rule]
    guard let length = clocks[number].isFirst ? rule.fixedFirstLength : rule.fixedLength, length.unit != .hour, !rule.isAhead
    else { return false }
    let ended: Day
    switch ending.time {
    case .point(let time): ended = times.nominal[time]
    case .date(let earliest, let latest) where earliest == latest: ended = earliest
    default: return false
    }
    let opened = times.nominal[point]
    guard rule.inForce.contains(opened) else { return true }
    let due = limit(after: opened, length, rule.counting)
    if ended <= due {
      let verdict: Verdict = ending.kind == .fulfilled ? .met : ending.kind == .observationEnded ? .running : .lapsed
      record(plain(number, verdict, opened, due, ended, ending), clock: number)
      return true
    }
    let isLate = ending.kind == .fulfilled
    if !(isLate && rule.form == .deadline), !isAlwaysComplete(for: number) { return false }
    var judgement = plain(number, isLate ? .late : .missed, opened, due, ended, ending)
    let unit = tables.units[clocks[number].rule]
    let late = lateness(due, ended, unit)
    judgement.lateness = Lateness(least: late, most: late, unit: unit)
    if rule.form == .cadence { judgement.intervals = intervals(of: clocks[number], by: ending) }
    record(judgement, clock: number)
    return true
  }

  /// Whether the whole record is complete for everything the clock may still be fulfilled by.
  private func isAlwaysComplete(for number: Int) -> Bool {
    let rule = clocks[number].rule
    guard tables.rules[rule].expect.isSimple else { return false }
    let bit: UInt64 = 1 << UInt64(clocks[number].child)
    for event in tables.allBehind[rule] where alwaysComplete[event] & bit == 0 { return false }
    return true
  }

  private func plain(
    _ number: Int, _ verdict: Verdict, _ opened: Day, _ due: Day, _ ended: Day, _ ending: ClockEnding
  ) -> Judgement {
    let clock = clocks[number]
    return Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member < 0 ? nil : clock.member,
      verdict: verdict, certainty: clock.isUncertain ? .possible : .certain, opened: Span(opened),
      due: due == .latest ? nil : Span(due), ended: Span(ended), ending: ending.kind, lateness: nil,
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
