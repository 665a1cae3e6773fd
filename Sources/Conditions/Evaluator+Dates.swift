import CivilTime

/// Which way a date is moved.
enum Direction {
  case later
  case earlier
}

/// Which end of a span is wanted, where the length of hours or a range leaves two.
enum SpanEnd {
  case earliest
  case latest
}

extension Evaluator {
  /// A date moved by a length of time.
  ///
  /// **Unknown**: outside the years whose working days are known.
  mutating func shifted(_ date: DateValue, by length: DurationRange, _ direction: Direction) -> Value {
    let (near, far) = direction == .later ? (length.least, length.most) : (length.most, length.least)
    guard let earliest = moved(date.earliest, by: near, direction, .earliest),
      let latest = moved(date.latest, by: far, direction, .latest)
    else {
      note(.workingDays)
      return .unknown
    }
    // Whole days keep what is known of how this day depends on others.
    guard let days = length.exact?.wholeDays, date.timePoint != nil else {
      return .date(DateValue(earliest: earliest, latest: latest))
    }
    let offset = date.offset + (direction == .later ? days : -days)
    return .date(DateValue(earliest: earliest, latest: latest, timePoint: date.timePoint, offset: offset))
  }

  /// A day moved by a period; where the period has no end, the last or first day that there is.
  func moved(_ day: Day, by period: Period?, _ direction: Direction, _ end: SpanEnd) -> Day? {
    guard let period else { return direction == .later ? .latest : .earliest }
    let count = direction == .later ? period.count : 0 &- period.count
    switch period.unit {
    case .hour:
      let down = count >= 0 ? count / 24 : (count - 23) / 24
      return day.adding(days: end == .latest && count % 24 != 0 ? down + 1 : down)
    case .day: return day.adding(days: count)
    case .week: return day.adding(days: count.multipliedWithinBounds(by: 7))
    case .month: return day.adding(months: count)
    case .year: return day.adding(years: count)
    case .workingDay: return context.calendar.adding(workingDays: count, to: day)
    }
  }

  /// The days from the second date to the first.
  mutating func difference(_ a: DateValue, _ b: DateValue) -> Value {
    let days = daysBetween(b, a)
    if days.least == nil || days.least != days.most { noteUncertainTime() }
    guard let least = days.least else { return .unknown }
    return .duration(DurationRange(least: Period(least, .day), most: days.most.map { Period($0, .day) }))
  }

  /// The least and the most days from one date to another, as their dependence leaves it.
  func daysBetween(_ a: DateValue, _ b: DateValue) -> (least: Int?, most: Int?) {
    let span = (least: b.earliest.days(since: a.latest), most: b.latest.days(since: a.earliest))
    // Only two dates that are both uncertain can depend on one another.
    guard !a.isExact, !b.isExact, let first = a.timePoint, let second = b.timePoint else { return span }
    if first == second { return (b.offset - a.offset, b.offset - a.offset) }
    let known = context.days(from: a, to: b)
    return (max(known.least ?? .min, span.least), min(known.most ?? .max, span.most))
  }

  /// Compares two dates: by their spans, then by how they depend on one another, then day by day.
  mutating func compareDates(
    _ comparison: Comparison, _ a: (date: DateValue, expression: Expression?), _ b: (date: DateValue, expression: Expression?)
  ) -> Outcomes {
    let spans = comparison.outcomes((a.date.earliest, a.date.latest), (b.date.earliest, b.date.latest))
    if spans.isDecided { return spans }
    let days = daysBetween(b.date, a.date)
    let dependent = comparison.outcomes(days, (0, 0))
    if dependent.isDecided { return dependent }
    if let first = a.expression, let second = b.expression, let walked = walk(comparison, first, second) { return walked }
    noteUncertainTime()
    return .yesOrNo
  }

  // MARK: Working days

  /// The working days after the first date, up to and with the second; below zero where the second is earlier.
  mutating func workingDays(between a: Value, and b: Value) -> Value {
    if a == .null || b == .null { return .null }
    guard case .date(let from) = a, case .date(let to) = b else { return .unknown }
    let calendar = context.calendar
    var range: (least: Int, most: Int)?
    let isKnown = forEachDating(from, to) { day, earliest, latest in
      guard let least = calendar.workingDays(after: day, through: earliest),
        let most = calendar.workingDays(after: day, through: latest)
      else { return false }
      range = range.map { (min($0.least, least), max($0.most, most)) } ?? (least, most)
      return true
    }
    guard isKnown, let range else {
      note(.workingDays)
      return .unknown
    }
    if range.least != range.most { noteUncertainTime() }
    return .number(NumberRange(least: Decimal128(range.least), most: Decimal128(range.most)))
  }

  /// The n-th working day after a date.
  mutating func adding(workingDays count: Value, to date: Value) -> Value {
    if count == .null || date == .null { return .null }
    guard case .number(let range) = count, case .date(let date) = date else { return .unknown }
    guard let least = range.least?.whole, let most = range.most?.whole else {
      // Half a working day is nothing; an open end has no date.
      return range.exact == nil ? .unknown : .null
    }
    let length = DurationRange(least: Period(least, .workingDay), most: Period(most, .workingDay))
    return shifted(date, by: length, .later)
  }
}

extension Period {
  /// The period in days, where it is always the same number of whole days.
  fileprivate var wholeDays: Int? {
    switch unit {
    case .hour: count % 24 == 0 ? count / 24 : nil
    case .day: count
    case .week: count.multipliedWithinBounds(by: 7)
    case .month, .year, .workingDay: nil
    }
  }
}
