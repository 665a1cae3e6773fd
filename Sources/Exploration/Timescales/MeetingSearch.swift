import CivilTime
import Conditions
import Procedures

/// Asks whether a clock that opens on a day can be met in time, and all that meeting it sets running, while every check is kept.
struct MeetingSearch {
  /// Why it cannot be met.
  struct Failure {
    /// The limits in the order in which one sets the next running; the last of them cannot be met.
    let limits: [TimedDeadline]
    /// The last day on time of each, when all before it are met as late as they may be.
    let due: [Day]
    /// The first day on which what the last one expects could happen; `nil` where that is not before the last day searched.
    let first: Day?
    /// The kinds of event that it rests on, with the first day of each.
    let days: [EventKind: Day]
  }

  /// A clock that is open: the days between which it was opened, and what has happened.
  private struct Open {
    let limit: TimedDeadline
    let span: ClosedRange<Day>
    /// What has certainly happened when it opens, the event that opens it last.
    let known: [EarliestDays.Known]
  }

  let rules: TimedRules
  private var earliest: EarliestDays
  private let opening: TimedDeadline.Opening
  private let start: Day
  private static let mostLimits = 4
  /// Whether some clock on the way can be met, but only so late that on other days of the calendar it might not.
  private(set) var isTight = false

  init(_ rules: TimedRules, _ opening: TimedDeadline.Opening, on start: Day, ignoring ignored: Set<RuleIndex> = []) {
    self.rules = rules
    self.opening = opening
    self.start = start
    earliest = EarliestDays(rules, from: opening, on: start, ignoring: ignored)
  }

  /// `nil` where nothing keeps it from being met.
  ///
  /// - Parameter further: how many days after the last one on time are looked at for the first that would do.
  mutating func failure(of limit: TimedDeadline, further: Int = 0) -> Failure? {
    let known = EarliestDays.Known(kind: opening.kind, day: start)
    return failure(Open(limit: limit, span: start...start, known: [known]), before: [], further)
  }

  private mutating func failure(
    _ open: Open, before: [(limit: TimedDeadline, due: Day)], _ further: Int
  ) -> Failure? {
    let limit = open.limit
    guard let due = limit.due(openedOn: open.span.upperBound, in: rules.procedure), due >= open.span.lowerBound else {
      return nil
    }
    let path = before + [(limit, due)]
    earliest.find(limit.closings.flatMap(asked), through: due.adding(days: further))
    let ways = limit.closings.compactMap { closing in
      firstDay(of: closing, open, through: due).map { (kind: closing.kind, day: $0) }
    }
    guard let way = ways.first else {
      let first = limit.closings.compactMap { firstDay(of: $0, open, through: due.adding(days: further)) }.min()
      return Failure(limits: path.map(\.limit), due: path.map(\.due), first: first, days: earliest.days)
    }
    note(ways.map(\.day).min() ?? way.day, open, due)
    guard limit.closings.count == 1, path.count < MeetingSearch.mostLimits else { return nil }
    let known = open.known + [EarliestDays.Known(kind: way.kind, day: way.day)]
    for next in rules.limits(openedBy: way.kind) where !path.contains(where: { $0.limit.rule == next.rule }) {
      if let failure = failure(Open(limit: next, span: way.day...due, known: known), before: path, further) { return failure }
    }
    return nil
  }

  /// Holidays and short months never halve or double what lies between two days by more than a week or so.
  private mutating func note(_ first: Day, _ open: Open, _ due: Day) {
    if first > open.span.lowerBound, 2 * first.days(since: start) + 10 >= due.days(since: start) { isTight = true }
  }

  private func asked(_ closing: TimedDeadline.Closing) -> [TimedCondition] {
    [closing.asked] + earliest.demands(on: closing.kind).map(\.asked)
  }

  /// The first day on which an event can meet an open clock.
  private func firstDay(of closing: TimedDeadline.Closing, _ open: Open, through last: Day) -> Day? {
    var day = open.span.lowerBound
    while day <= last {
      if canHappen(closing, open, on: day, after: open.known) { return day }
      // An event of the day on which the clock opens meets it even if it comes before the one that opens it.
      if open.known.count > 1, day <= open.span.upperBound,
        canHappen(closing, open, on: day, after: open.known.dropLast())
      {
        return day
      }
      day = day.adding(days: 1)
    }
    return nil
  }

  private func canHappen(
    _ closing: TimedDeadline.Closing, _ open: Open, on day: Day, after known: [EarliestDays.Known]
  ) -> Bool {
    earliest.canHold(closing.asked, on: day, for: open.limit.rule, after: known)
      && earliest.demands(on: closing.kind).allSatisfy {
        earliest.canHold($0.asked, on: day, for: $0.rule, after: known)
      }
  }
}
