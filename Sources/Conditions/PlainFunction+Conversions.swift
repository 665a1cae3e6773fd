import CivilTime

extension Value {
  /// The day of a known date, with or without a time.
  var day: Day? {
    switch self {
    case .date(let date): date.isExact ? date.earliest : nil
    case .exact(.dateTime(let time)): time.day
    default: nil
    }
  }
}

extension PlainFunction {
  func ofConversion(_ arguments: [Value]) -> Value? {
    switch self {
    case .number: return number(arguments)
    case .string: return arguments[0].written.map { .text($0) }
    case .date: return date(arguments).map { .date(DateValue($0)) }
    case .time: return time(arguments).map { .exact(.time($0)) }
    case .dateAndTime: return dateAndTime(arguments).map { .exact(.dateTime($0)) }
    case .duration: return arguments[0].text.flatMap { try? WrittenTime.duration($0) }
    default:
      guard let from = arguments[0].day, let to = arguments[1].day else { return nil }
      return .duration(DurationRange(Period(PlainFunction.months(from: from, to: to), .month)))
    }
  }

  /// A number written with marks between its groups and before its fraction.
  private func number(_ arguments: [Value]) -> Value? {
    guard let text = arguments[0].text else { return nil }
    guard arguments.count > 1 else { return .exactNumber(Decimal128(text)) }
    let grouping = arguments[1].text
    let point = arguments[2].text ?? "."
    guard grouping.map({ [" ", ",", "."].contains($0) }) != false, [".", ","].contains(point), grouping != point else {
      return nil
    }
    let plain = text.unicodeScalars.compactMap { scalar -> Character? in
      if String(scalar) == grouping { return nil }
      // A point that is no mark of either kind is no part of a number.
      return String(scalar) == point ? "." : scalar == "." ? "?" : Character(scalar)
    }
    return .exactNumber(Decimal128(String(plain)))
  }

  private func date(_ arguments: [Value]) -> Day? {
    if arguments.count == 1 { return arguments[0].day ?? arguments[0].text.flatMap { try? WrittenTime.date($0) } }
    guard let year = arguments[0].number?.whole, let month = arguments[1].number?.whole, let day = arguments[2].number?.whole
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func time(_ arguments: [Value]) -> ClockTime? {
    guard arguments.count > 1 else {
      switch arguments[0] {
      case .text(let text): return try? WrittenTime.time(text)
      case .date: return ClockTime(nanoseconds: 0, offset: 0)
      case .exact(.dateTime(let time)): return time.time
      default: return nil
      }
    }
    guard let hour = arguments[0].number?.whole, let minute = arguments[1].number?.whole,
      let second = arguments[2].number, let whole = second.rounded(toPlaces: 0, .down)?.whole,
      let fraction = second.nanosecondsOfFraction
    else { return nil }
    let ahead = arguments.count > 3 ? arguments[3].nanoseconds : nil
    let offset = ahead.map { Int(clamping: $0 / Int128(ClockTime.nanosecondsOfSecond)) }
    return ClockTime(hour: hour, minute: minute, second: whole, nanosecond: fraction, offset: offset)
  }

  private func dateAndTime(_ arguments: [Value]) -> DateTime? {
    if arguments.count == 1 { return arguments[0].text.flatMap { try? WrittenTime.dateTime($0) } }
    guard let day = arguments[0].day, case .exact(.time(let time)) = arguments[1] else { return nil }
    return DateTime(day: day, time: time)
  }

  /// The whole months from one day to another; a month is whole once the day of the month is reached again.
  static func months(from: Day, to: Day) -> Int {
    let months = (to.year - from.year) * 12 + to.month - from.month
    let days = to.dayOfMonth - from.dayOfMonth
    if months > 0, days < 0 { return months - 1 }
    return months < 0 && days > 0 ? months + 1 : months
  }

  // MARK: Days

  func ofDay(_ day: Day) -> Value {
    switch self {
    case .dayOfYear: .number(NumberRange(Decimal128(PlainFunction.dayOfYear(day))))
    case .dayOfWeek: .text(PlainFunction.weekdays[PlainFunction.weekday(day) - 1])
    case .monthOfYear: .text(PlainFunction.monthNames[day.month - 1])
    default: .number(NumberRange(Decimal128(PlainFunction.weekOfYear(day))))
    }
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// Monday is 1, Sunday 7.
  static func weekday(_ day: Day) -> Int {
    // 1970-01-01 was a Thursday.
    let days = (Int(day.number) + 3) % 7
    return days < 0 ? days + 8 : days + 1
  }

  private static func dayOfYear(_ day: Day) -> Int {
    Day(year: day.year, month: 1, day: 1).map { day.days(since: $0) + 1 } ?? 1
  }

  /// The week of the year, which begins on Monday; the first is the one that holds the year's first Thursday.
  private static func weekOfYear(_ day: Day) -> Int {
    (dayOfYear(day.adding(days: 4 - weekday(day))) - 1) / 7 + 1
  }
}

extension Decimal128 {
  /// The part behind the point of a number that is not negative, in thousand millionths; what is finer is left off.
  fileprivate var nanosecondsOfFraction: Int? {
    guard !isNegative, let whole = rounded(toPlaces: 0, .down), let fraction = self - whole else { return nil }
    return (fraction * Decimal128(ClockTime.nanosecondsOfSecond))?.rounded(toPlaces: 0, .down)?.whole
  }
}
