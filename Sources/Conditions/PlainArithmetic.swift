import CivilTime

/// FEEL's arithmetic on known durations, dates and times; what it has no result for is null.
enum PlainArithmetic {
  static func result(_ operation: Arithmetic, _ a: Value, _ b: Value) -> Value {
    switch operation {
    case .add: sum(a, b)
    case .subtract: difference(a, b)
    case .multiply: product(a, b)
    case .divide: quotient(a, b)
    case .power: power(a, b)
    }
  }

  static func negative(_ value: Value) -> Value {
    switch value {
    case .number(let range): .number(NumberRange(least: range.most.map(-), most: range.least.map(-)))
    case .duration(let range): range.exact.map { .duration(DurationRange($0.negated)) } ?? .null
    case .exact(.length(let nanoseconds)): .exact(.length(-nanoseconds))
    default: .null
    }
  }

  // MARK: Sums

  private static func sum(_ a: Value, _ b: Value) -> Value {
    if let a = a.nanoseconds, let b = b.nanoseconds { return .length(nanoseconds: a + b) }
    if let a = a.months, let b = b.months { return months(a + b) }
    if b.nanoseconds != nil || b.months != nil { return moved(a, by: b) }
    return moved(b, by: a)
  }

  private static func difference(_ a: Value, _ b: Value) -> Value {
    if let a = a.nanoseconds, let b = b.nanoseconds { return .length(nanoseconds: a - b) }
    if let a = a.months, let b = b.months { return months(a - b) }
    if let apart = apart(a, b) { return apart }
    return moved(a, by: negative(b))
  }

  private static func moved(_ value: Value, by length: Value) -> Value {
    switch value {
    case .date(let date): moved(date.earliest, by: length).map { .date(DateValue($0)) } ?? .null
    case .exact(.dateTime(let time)): moved(time, by: length).map { .exact(.dateTime($0)) } ?? .null
    case .exact(.time(let time)): moved(time, by: length).map { .exact(.time($0)) } ?? .null
    default: .null
    }
  }

  /// A date is its first moment, and what comes of moving it is the day in which it then lies.
  private static func moved(_ day: Day, by length: Value) -> Day? {
    if let months = length.months { return moved(day, months: months) }
    return moved(DateTime(day: day, time: .midnight), by: length)?.day
  }

  private static func moved(_ time: DateTime, by length: Value) -> DateTime? {
    if let months = length.months { return moved(time.day, months: months).map { DateTime(day: $0, time: time.time) } }
    return length.nanoseconds.flatMap { DateTime(nanoseconds: time.nanoseconds + $0, offset: time.time.offset) }
  }

  private static func moved(_ day: Day, months: Int128) -> Day? {
    let moved = day.adding(months: Int(clamping: months))
    return moved == .earliest || moved == .latest ? nil : moved
  }

  private static func moved(_ time: ClockTime, by length: Value) -> ClockTime? {
    guard let nanoseconds = length.nanoseconds else { return nil }
    let day = Int128(ClockTime.nanosecondsOfDay)
    let sum = (Int128(time.nanoseconds) + nanoseconds % day + day) % day
    return ClockTime(nanoseconds: Int(sum), offset: time.offset)
  }

  /// How far apart two dates, times or dates with times are: null where only one of them has an offset.
  private static func apart(_ a: Value, _ b: Value) -> Value? {
    guard let (first, second) = Value.moments(a, b) else { return nil }
    guard (first.offset == nil) == (second.offset == nil) else { return .null }
    return .length(
      nanoseconds: first.nanoseconds - second.nanoseconds - seconds((first.offset ?? 0) - (second.offset ?? 0)))
  }

  private static func seconds(_ count: Int) -> Int128 { Int128(count) * Int128(ClockTime.nanosecondsOfSecond) }

  private static func months(_ count: Int128) -> Value {
    Int(exactly: count).map { .duration(DurationRange(Period($0, .month))) } ?? .null
  }

  // MARK: Products

  private static func product(_ a: Value, _ b: Value) -> Value {
    if case .number = a { return scaled(b, by: a) { $0 * $1 } }
    return scaled(a, by: b) { $0 * $1 }
  }

  private static func quotient(_ a: Value, _ b: Value) -> Value {
    if case .number = b { return scaled(a, by: b) { $0 / $1 } }
    let pair = a.nanoseconds.flatMap { a in b.nanoseconds.map { (a, $0) } } ?? a.months.flatMap { a in b.months.map { (a, $0) } }
    guard let (first, second) = pair, let dividend = Decimal128(whole: first), let divisor = Decimal128(whole: second) else {
      return .null
    }
    return (dividend / divisor).map { .number(NumberRange($0)) } ?? .null
  }

  /// A duration times or through a number; months are cut to whole ones, and time to whole nanoseconds.
  private static func scaled(
    _ length: Value, by factor: Value, _ combine: (Decimal128, Decimal128) -> Decimal128?
  ) -> Value {
    guard case .number(let range) = factor, let factor = range.exact else { return .null }
    if let months = length.months {
      return Decimal128(whole: months).flatMap { combine($0, factor)?.truncatedWhole }.map { self.months($0) } ?? .null
    }
    guard let nanoseconds = length.nanoseconds else { return .null }
    return Decimal128(whole: nanoseconds).flatMap { combine($0, factor)?.truncatedWhole }.map { .length(nanoseconds: $0) }
      ?? .null
  }

  private static func power(_ a: Value, _ b: Value) -> Value {
    guard case .number(let base) = a, case .number(let power) = b, let base = base.exact, let power = power.exact else {
      return .null
    }
    return base.raised(to: power).map { .number(NumberRange($0)) } ?? .null
  }
}

extension Value {
  /// A date, time or date with a time as nanoseconds on its own clock, with the offset of the clock.
  ///
  /// A date among dates with times is the first moment of its day in universal time.
  private func moment(amongTimes: Bool) -> (nanoseconds: Int128, offset: Int?)? {
    switch self {
    case .date(let date): (DateTime(day: date.earliest, time: .midnight).nanoseconds, amongTimes ? 0 : nil)
    case .exact(.dateTime(let time)): (time.nanoseconds, time.time.offset)
    case .exact(.time(let time)): (Int128(time.nanoseconds), time.offset)
    default: nil
    }
  }

  private var isClockTime: Bool {
    if case .exact(.time) = self { true } else { false }
  }

  /// Two values as moments of one kind of line; `nil` where they are none.
  static func moments(_ a: Value, _ b: Value) -> (
    (nanoseconds: Int128, offset: Int?), (nanoseconds: Int128, offset: Int?)
  )? {
    guard a.isClockTime == b.isClockTime else { return nil }
    let areTimes = !(a.isDate && b.isDate)
    guard let first = a.moment(amongTimes: areTimes), let second = b.moment(amongTimes: areTimes) else { return nil }
    return (first, second)
  }
}
