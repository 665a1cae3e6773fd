import CivilTime
import Histories

/// When something was, as the spec's "root and a monotone function of the root's day".
indirect enum ReferenceTime: Hashable {
  /// A time point of the history.
  case point(TimePoint)
  /// Some time between two points: of a step that was passed over.
  case between(TimePoint, TimePoint)
  /// A date that depends on nothing else.
  case date(Day, Day)
  /// A while after another time.
  case later(ReferenceTime, Period)
  /// The day after the due date of a clock, as it stood when it was overdue: by its place among those.
  case afterDue(Int)
}

/// One day of a root, and the day of the time that rests on it.
struct ReferenceDating: Hashable {
  /// The day of the root; equal to `day` where there is no root.
  let rootDay: Day
  let day: Day
}

/// A least and a most day.
struct ReferenceDays: Hashable {
  var least: Day
  var most: Day

  var span: Span { Span(earliest: min(least, most), latest: max(least, most)) ?? Span(least) }
}

extension ReferenceRun {
  /// The root a time rests on: a point, a passed-over point, or nothing.
  func root(of time: ReferenceTime) -> ReferenceTime? {
    switch time {
    case .point, .between: time
    case .date: nil
    case .later(let base, _): root(of: base)
    case .afterDue(let clock): root(of: escalated[clock].opening)
    }
  }

  /// Every day of the root with every day the time can then be.
  func datings(of time: ReferenceTime) -> [ReferenceDating] {
    switch time {
    case .point(let point): days(history.times.spans[point]).map { ReferenceDating(rootDay: $0, day: $0) }
    case .between(let q, let r):
      days(spanBetween(q, r)).map { ReferenceDating(rootDay: $0, day: $0) }
    case .date(let first, let last):
      days(ReferenceDays(least: first, most: last).span).map { ReferenceDating(rootDay: $0, day: $0) }
    case .later(let base, let period):
      datings(of: base).map { ReferenceDating(rootDay: $0.rootDay, day: after($0.day, period)) }
    case .afterDue(let number):
      datings(of: escalated[number].opening).flatMap { dating in
        dues(of: escalated[number], dating, isRunning: true).flatMap { due -> [ReferenceDating] in
          guard let first = due.least else { return [] }
          return days(ReferenceDays(least: first, most: due.most ?? first).span).map {
            ReferenceDating(rootDay: dating.rootDay, day: $0.adding(days: 1))
          }
        }
      }
    }
  }

  func days(_ span: Span) -> [Day] {
    (span.earliest.number...span.latest.number).map { Day(number: $0) }
  }

  func spanBetween(_ q: TimePoint, _ r: TimePoint) -> Span {
    let (first, last) = (history.times.spans[q].earliest, history.times.spans[r].latest)
    return Span(earliest: first, latest: max(first, last)) ?? Span(first)
  }

  /// A period after a day, as a limit counts it.
  func after(_ day: Day, _ period: Period) -> Day {
    calendar.due(after: day, within: period, counting: .exclusive) ?? day
  }

  /// Every day that some dating gives the time.
  func span(of time: ReferenceTime) -> Span {
    let all = datings(of: time).map(\.day)
    guard let first = all.min(), let last = all.max() else { return Span(nominal(time)) }
    return ReferenceDays(least: first, most: last).span
  }

  /// The day of the time in the nominal dating.
  func nominal(_ time: ReferenceTime) -> Day {
    switch time {
    case .point(let point): history.times.nominal[point]
    case .between(let q, let r): nominalBetween(q, r)
    case .date(let first, let last): ReferenceDays(least: first, most: last).span.middle
    case .later(let base, let period): after(nominal(base), period)
    case .afterDue(let clock): (nominalDue(of: escalated[clock]) ?? nominal(escalated[clock].opening)).adding(days: 1)
    }
  }

  private func nominalBetween(_ q: TimePoint, _ r: TimePoint) -> Day {
    let (a, b) = (history.times.nominal[q], history.times.nominal[r])
    return ReferenceDays(least: min(a, b), most: b).span.middle
  }

  /// The days on which one time can be where the root of another is on a given day.
  func range(of ending: ReferenceTime, root: ReferenceTime?, _ dating: ReferenceDating) -> ReferenceDays {
    var range = unclipped(ending, root, dating.rootDay)
    range.most = max(range.most, range.least)
    return range
  }

  func unclipped(_ ending: ReferenceTime, _ root: ReferenceTime?, _ day: Day) -> ReferenceDays {
    switch ending {
    case .point, .between: return joint(root, day, ending)
    case .date(let first, let last): return ReferenceDays(least: first, most: last)
    case .later(let base, let period):
      let range = unclipped(base, root, day)
      return ReferenceDays(least: after(range.least, period), most: after(range.most, period))
    case .afterDue:
      let rootDays = self.root(of: ending).map { unclipped($0, root, day) }
      let own = datings(of: ending).filter { dating in
        rootDays.map { $0.least <= dating.rootDay && dating.rootDay <= $0.most } ?? true
      }.map(\.day)
      if let least = own.min(), let most = own.max() { return ReferenceDays(least: least, most: most) }
      let span = span(of: ending)
      return ReferenceDays(least: span.earliest, most: span.latest)
    }
  }

  /// The days of a point, or a passed-over point, given the day of the root.
  private func joint(_ root: ReferenceTime?, _ day: Day, _ ending: ReferenceTime) -> ReferenceDays {
    let own: Span
    let after: (first: TimePoint, last: TimePoint)
    switch ending {
    case .between(let q, let r):
      own = spanBetween(q, r)
      after = (q, r)
    case .point(let point):
      own = history.times.spans[point]
      after = (point, point)
    default: return ReferenceDays(least: day, most: day)
    }
    if root == ending { return ReferenceDays(least: day, most: day) }
    let before: (first: TimePoint, last: TimePoint)
    switch root {
    case .point(let point)?: before = (point, point)
    case .between(let q, let r)?: before = (q, r)
    default: return ReferenceDays(least: own.earliest, most: own.latest)
    }
    // The ending is at least as far on as its first end from the opening's last end, and the other way about.
    let least = history.times.days(from: before.last, to: after.first).least
    let most = history.times.days(from: before.first, to: after.last).most
    return ReferenceDays(
      least: max(own.earliest, day.adding(days: least)), most: min(own.latest, day.adding(days: most)))
  }

  /// Whether every dating puts a time on or before a point.
  func isCertainlyNotAfter(_ time: ReferenceTime, _ point: TimePoint) -> Bool {
    datings(of: time).allSatisfy { unclipped(.point(point), root(of: time), $0.rootDay).least >= $0.day }
  }

  /// Whether every dating puts a point on or before a time.
  func isCertainlyNotAfter(_ point: TimePoint, _ time: ReferenceTime) -> Bool {
    datings(of: time).allSatisfy { unclipped(.point(point), root(of: time), $0.rootDay).most <= $0.day }
  }

  /// Whether `a` is on or before `b` under every dating.
  func isCertainlyNotAfter(_ a: TimePoint, _ b: TimePoint) -> Bool {
    history.times.days(from: a, to: b).least >= 0
  }
}
