import CivilTime
import Histories
import Procedures

extension CaseRun {
  /// Whether something done before a clock opened would have met it under another dating.
  ///
  /// It would where the clock may have opened on any of several days, as with a step that was passed over, or where the
  /// file leaves the event free. An interval of a cadence that it would only have begun anew is overrun all the same.
  func mayBeMetByEarlierEvent(_ clock: Clock, _ ending: ClockEnding) -> Bool {
    let events = earlierEvents(meeting: clock, ending)
    guard tables.figures[clock.rule].form == .cadence else { return !events.isEmpty }
    return events.contains { !isOverrun(clock, renewedBy: $0, ending) }
  }

  /// The same of a part of an interval over which the record shows that the step was not done.
  func mayBeMetByEarlierEvent(inPart part: Clock, _ ending: ClockEnding) -> Bool {
    !earlierEvents(meeting: part, ending).isEmpty
  }

  /// Events before a clock that may have come after its opening and in time, where they are all that it waited for.
  private func earlierEvents(meeting clock: Clock, _ ending: ClockEnding) -> [Int] {
    // What came too late had not been seen by the due date.
    let before = ending.kind == .fulfilled ? clock.seenBefore : clock.seen
    let first = range(of: clock.opening).least
    var seen = before
    var events: [Int] = []
    for number in entries.indices {
      let entry = entries[number]
      guard entry.wasDone, entry.children & (1 << UInt64(clock.child)) != 0, number != clock.openingEvent,
        spans[entry.time].latest > first, nominalDays[entry.time] <= observationEndDay, rank[number] < clock.order
      else { continue }
      let fitting = leavesFitting(number, clock)
      guard fitting & ~before != 0, mayFall(entry.time, within: clock) else { continue }
      seen |= fitting
      events.append(number)
    }
    return tables.rules[clock.rule].expect.isFulfilled(by: seen) ? events : []
  }

  /// Whether some dating puts a time after the opening and on or before the due date.
  private func mayFall(_ time: TimePoint, within clock: Clock) -> Bool {
    !everyDating(of: clock) { opened, due, root, day in
      let days = range(of: .point(time), given: root, on: day)
      return days.most <= opened || max(days.least, opened.adding(days: 1)) > due.most
    }
  }

  /// Whether every dating overruns the interval of a cadence also where an event has begun it anew.
  private func isOverrun(_ clock: Clock, renewedBy number: Int, _ ending: ClockEnding) -> Bool {
    var renewed = Clock(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member,
      opening: .point(entries[number].time), openingEvent: number, trigger: number, step: clock.step,
      minute: Int(entries[number].minute))
    if !clock.isFirst, let length = clock.extras?.length { renewed.more(&extras).length = length }
    let outcomes = outcomes(of: renewed, endingAt: ending)
    return outcomes.isCertain && outcomes.worst.isBreach
  }
}
