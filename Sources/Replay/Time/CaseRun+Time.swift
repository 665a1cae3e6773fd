import CivilTime
import Conditions
import Histories
import Procedures

/// The time that everything else about an opening or ending follows from.
enum TimeRoot: Hashable {
  case points(TimePoint, TimePoint)
  case date(earliest: Day, latest: Day)
}

extension CaseRun {
  func root(of time: TimeReference) -> TimeRoot {
    switch time {
    case .point(let point): .points(point, point)
    case .between(let first, let last): .points(first, last)
    case .date(let earliest, let latest): .date(earliest: earliest, latest: latest)
    case .derived(let number): root(of: derivedTimes[number].root)
    }
  }

  /// A time that follows from another by one step.
  func derive(_ base: TimeReference, _ step: DerivedTime.Step) -> TimeReference {
    let before: DerivedTime? = if case .derived(let number) = base { derivedTimes[number] } else { nil }
    let isOneDay =
      switch step {
      case .later: true
      case .dayAfterDue(let clock): hasOneDueDate(clock)
      }
    derivedTimes.append(
      DerivedTime(base: base, step: step, root: before?.root ?? base, isOneDay: isOneDay && before?.isOneDay ?? true))
    return .derived(derivedTimes.count - 1)
  }

  /// Whether a clock falls due on one day when it opened on one.
  private func hasOneDueDate(_ clock: Clock) -> Bool {
    let figures = tables.figures[clock.rule]
    return clock.isPlain && !clock.mayBeFirst && !figures.isAhead && figures.unit != .hour
      && (clock.isFirst ? figures.fixedFirstLength : figures.fixedLength) != nil
  }

  /// The least and the most of `b - a` in whole days under every dating that fits.
  func daysApart(from a: TimePoint, to b: TimePoint) -> (least: Int, most: Int) {
    guard isExact else { return times.days(from: a, to: b) }
    let days = nominalDays[b].days(since: nominalDays[a])
    return (days, days)
  }

  /// The days on which a root may fall.
  func range(of root: TimeRoot) -> DayRange {
    switch root {
    case .points(let first, let last):
      let least = spans[first].earliest
      return DayRange(least, max(least, spans[last].latest))
    case .date(let earliest, let latest): return DayRange(earliest, latest)
    }
  }

  /// The day of a time when its root falls on a given day.
  func day(of time: TimeReference, rootOn day: Day) -> Day {
    guard case .derived(let number) = time else { return day }
    // Chains of signals are long, so what follows from another derived time is remembered.
    let isChained = derivedTimes[number].base.isDerived
    if isChained, let answered = derivedTimes[number].answered[day] { return answered }
    let base = self.day(of: derivedTimes[number].base, rootOn: day)
    switch derivedTimes[number].step {
    case .later(let period):
      let later = calendar.due(after: base, within: period, counting: .exclusive) ?? .latest
      if isChained, derivedTimes[number].isOneDay { derivedTimes[number].answered[day] = later }
      return later
    case .dayAfterDue(let clock):
      return lengthenedDue(of: clock, openedOn: base).most.adding(days: 1)
    }
  }

  /// Calls the body with every day of a time when its root falls on a given day.
  func forEachDay(of time: TimeReference, rootOn day: Day, _ body: (Day) -> Void) {
    guard case .derived(let number) = time, !derivedTimes[number].isOneDay else { return body(self.day(of: time, rootOn: day)) }
    for day in days(of: time, rootOn: day) { body(day) }
  }

  /// Every day of a time when its root falls on a given day: several where it follows a due date that is not exact.
  func days(of time: TimeReference, rootOn day: Day) -> [Day] {
    guard case .derived(let number) = time else { return [day] }
    if derivedTimes[number].isOneDay { return [self.day(of: time, rootOn: day)] }
    if let answered = derivedTimes[number].answeredDays[day] { return answered }
    let found = days(of: derivedTimes[number], rootOn: day)
    derivedTimes[number].answeredDays[day] = found
    return found
  }

  private func days(of derived: DerivedTime, rootOn day: Day) -> [Day] {
    let bases = days(of: derived.base, rootOn: day)
    switch derived.step {
    case .later(let period):
      return bases.map { calendar.due(after: $0, within: period, counting: .exclusive) ?? .latest }
    case .dayAfterDue(let clock):
      let root = root(of: clock.opening)
      let found = bases.flatMap { base in
        dues(of: clock, openedOn: base, root: root, on: day).flatMap { due -> [Day] in
          let last = due.most == .latest ? due.least : due.most
          return (due.least.number...last.number).map { Day(number: $0).adding(days: 1) }
        }
      }
      return Set(found).sorted()
    }
  }

  func range(of time: TimeReference) -> DayRange {
    let root = range(of: root(of: time))
    if case .derived(let number) = time { return range(ofDerived: number, rootIn: root) }
    return root
  }

  /// The days of a time that is one day when its root is one, from that of the root's earliest day to that of its latest.
  ///
  /// So much after a later day is no earlier, whatever the steps are counted in. `nil` where the working days of the
  /// calendar end on the way, or the time may have several days for one of its root.
  func range(ofOneDay number: Int, rootIn root: DayRange) -> DayRange? {
    guard derivedTimes[number].isOneDay else { return nil }
    let time = TimeReference.derived(number)
    let least = day(of: time, rootOn: root.least)
    let most = root.most == root.least ? least : day(of: time, rootOn: root.most)
    return root.most == root.least || least <= most && most < .latest ? DayRange(least, most) : nil
  }

  /// Every day that a time which follows from another may have when the other falls within a range.
  private func range(ofDerived number: Int, rootIn root: DayRange) -> DayRange {
    if let found = range(ofOneDay: number, rootIn: root) { return found }
    if let answered = derivedTimes[number].answeredRanges[root] { return answered }
    let time = TimeReference.derived(number)
    var found = DayRange(.latest, .earliest)
    var day = root.least
    while day <= root.most {
      for one in days(of: time, rootOn: day) { found.widen(to: DayRange(one)) }
      day = day.adding(days: 1)
    }
    if found.least > found.most {
      found = DayRange(self.day(of: time, rootOn: root.least), self.day(of: time, rootOn: root.most))
    }
    derivedTimes[number].answeredRanges[root] = found
    return found
  }

  func span(_ time: TimeReference) -> Span {
    if isExact, case .point(let point) = time { return Span(nominalDays[point]) }
    return range(of: time).span
  }

  /// The days on which a time may fall when the root of another falls on a given day.
  func range(of time: TimeReference, given other: TimeRoot, on day: Day) -> DayRange {
    let own = root(of: time)
    var bounds = range(of: own)
    if own == other {
      bounds = DayRange(day)
    } else if case .points(let otherFirst, let otherLast) = other, case .points(let first, let last) = own {
      bounds.least = max(bounds.least, day.adding(days: daysApart(from: otherLast, to: first).least))
      bounds.most = max(
        bounds.least, min(bounds.most, day.adding(days: daysApart(from: otherFirst, to: last).most)))
    }
    if case .derived(let number) = time { return range(ofDerived: number, rootIn: bounds) }
    return bounds
  }

  /// The day that the nominal dating gives a time.
  func nominal(_ time: TimeReference) -> Day {
    switch time {
    case .point(let point): nominalDays[point]
    case .between(let first, let last):
      Day(number: Int32((Int(nominalDays[first].number) + Int(nominalDays[last].number)) >> 1))
    case .date(let earliest, let latest):
      Day(number: Int32((Int(earliest.number) + Int(latest.number)) >> 1))
    case .derived(let number): day(of: time, rootOn: nominal(derivedTimes[number].root))
    }
  }

  /// A time as a value that expressions can compare.
  func date(of time: TimeReference) -> DateValue {
    let range = range(of: time)
    if case .point(let point) = time { return DateValue(earliest: range.least, latest: range.most, timePoint: point) }
    return DateValue(earliest: range.least, latest: range.most)
  }
}
