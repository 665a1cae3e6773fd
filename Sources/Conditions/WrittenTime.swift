import CivilTime

/// Reads dates, times and durations as FEEL writes them: `2020-01-31`, `10:30:00Z`, `2020-01-31T10:30:00+01:00`,
/// `P1DT2H`.
struct WrittenTime {
  /// Why a text is none of them.
  enum Fault: Error {
    case notWrittenSo
    /// A zone's name such as `@Europe/Paris`: no table of zones is at hand.
    case zoneName
    /// A day outside the years that can be numbered.
    case yearTooFar
  }

  private var rest: Substring.UnicodeScalarView

  private init(_ text: String) { rest = text[...].unicodeScalars }

  // MARK: Doors

  static func date(_ text: String) throws(Fault) -> Day {
    var reader = WrittenTime(text)
    let day = try reader.date()
    try reader.end()
    return day
  }

  static func time(_ text: String) throws(Fault) -> ClockTime {
    var reader = WrittenTime(text)
    let time = try reader.time()
    try reader.end()
    return time.time
  }

  /// A date by itself is its first moment; 24:00:00 is the first moment of the next day.
  static func dateTime(_ text: String) throws(Fault) -> DateTime {
    var reader = WrittenTime(text)
    let day = try reader.date()
    if reader.rest.isEmpty { return DateTime(day: day, time: .midnight) }
    guard reader.accept("T") else { throw .notWrittenSo }
    let (time, isNextDay) = try reader.time()
    try reader.end()
    return DateTime(day: isNextDay ? day.adding(days: 1) : day, time: time)
  }

  // MARK: Parts

  private mutating func date() throws(Fault) -> Day {
    let isNegative = accept("-")
    let digits = digits()
    guard digits.count == 4 || ((5...9).contains(digits.count) && digits.first != "0"), let year = Int(digits) else {
      throw .notWrittenSo
    }
    let month = try number(after: "-")
    let day = try number(after: "-")
    // The calendar repeats after 400 years.
    guard Day(year: 2_000 + year % 400 * (isNegative ? -1 : 1), month: month, day: day) != nil else { throw .notWrittenSo }
    guard let found = Day(year: isNegative ? -year : year, month: month, day: day) else { throw .yearTooFar }
    return found
  }

  private mutating func time() throws(Fault) -> (time: ClockTime, isNextDay: Bool) {
    let hour = try number(after: nil)
    let minute = try number(after: ":")
    let second = try number(after: ":")
    let nanosecond = try fraction()
    let offset = try offset()
    let isNextDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    let time = ClockTime(
      hour: isNextDay ? 0 : hour, minute: minute, second: second, nanosecond: nanosecond, offset: offset)
    guard let time else { throw .notWrittenSo }
    return (time, isNextDay)
  }

  /// A point and digits behind it, as nanoseconds; what is finer is left off.
  private mutating func fraction() throws(Fault) -> Int {
    guard accept(".") else { return 0 }
    let digits = digits()
    guard !digits.isEmpty else { throw .notWrittenSo }
    let nine = (digits + "000000000").prefix(9)
    return Int(nine) ?? 0
  }

  private mutating func offset() throws(Fault) -> Int? {
    if accept("Z") { return 0 }
    if rest.first == "@" { throw .zoneName }
    let isNegative = rest.first == "-"
    guard accept("+") || accept("-") else { return nil }
    let hours = try number(after: nil)
    let minutes = try number(after: ":")
    let seconds = rest.first == ":" ? try number(after: ":") : 0
    guard minutes < 60, seconds < 60 else { throw .notWrittenSo }
    let whole = hours * 3_600 + minutes * 60 + seconds
    return isNegative ? -whole : whole
  }

  // MARK: Characters

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func digits() -> String {
    let digits = rest.prefix(while: Lexer.isDigit)
    rest.removeFirst(digits.count)
    return String(digits)
  }

  /// Two digits behind a mark.
  private mutating func number(after mark: Unicode.Scalar?) throws(Fault) -> Int {
    if let mark, !accept(mark) { throw .notWrittenSo }
    let digits = digits()
    guard digits.count == 2, let number = Int(digits) else { throw .notWrittenSo }
    return number
  }

  private func end() throws(Fault) {
    if rest.first == "@" { throw .zoneName }
    if !rest.isEmpty { throw .notWrittenSo }
  }
}

// MARK: Durations

extension WrittenTime {
  /// `P1Y6M` or `P1DT2H3M4.5S`, perhaps with a minus before it.
  static func duration(_ text: String) throws(Fault) -> Value {
    var reader = WrittenTime(text)
    let isNegative = reader.accept("-")
    guard reader.accept("P") else { throw .notWrittenSo }
    let value = try reader.duration()
    try reader.end()
    return isNegative ? PlainArithmetic.negative(value) : value
  }

  private mutating func duration() throws(Fault) -> Value {
    let days = try parts("YMD")
    let isClock = accept("T")
    let clock = isClock ? try parts("HM") : [:]
    let seconds = isClock ? try seconds() : nil
    if isClock, clock.isEmpty, seconds == nil { throw .notWrittenSo }
    if days["Y"] != nil || days["M"] != nil {
      guard days["D"] == nil, !isClock, let months = months(days["Y"] ?? 0, days["M"] ?? 0) else { throw .notWrittenSo }
      return .duration(DurationRange(days["M"] == nil ? Period(days["Y"] ?? 0, .year) : Period(months, .month)))
    }
    guard days["D"] != nil || isClock else { throw .notWrittenSo }
    if clock["M"] == nil, seconds == nil, let hours = clock["H"] {
      return .duration(DurationRange(Period((days["D"] ?? 0) * 24 + hours, .hour)))
    }
    let minutes = Int128(days["D"] ?? 0) * 1_440 + Int128(clock["H"] ?? 0) * 60 + Int128(clock["M"] ?? 0)
    return .length(nanoseconds: minutes * 60 * Int128(ClockTime.nanosecondsOfSecond) + Int128(seconds ?? 0))
  }

  private func months(_ years: Int, _ months: Int) -> Int? { years < 1_000_000_000_000 ? years * 12 + months : nil }

  /// Whole numbers behind each of which one of some letters stands, each letter at most once and in their order.
  private mutating func parts(_ letters: String) throws(Fault) -> [Unicode.Scalar: Int] {
    var allowed = Array(letters.unicodeScalars)
    var parts: [Unicode.Scalar: Int] = [:]
    while true {
      let before = rest
      let digits = digits()
      guard !digits.isEmpty, let letter = rest.first, let place = allowed.firstIndex(of: letter) else {
        rest = before
        return parts
      }
      guard digits.count <= 12, let count = Int(digits) else { throw .notWrittenSo }
      rest.removeFirst()
      allowed.removeSubrange(...place)
      parts[letter] = count
    }
  }

  /// `4S` or `4.5S`, as nanoseconds.
  private mutating func seconds() throws(Fault) -> Int? {
    let digits = digits()
    guard !digits.isEmpty else { return nil }
    guard digits.count <= 9, let whole = Int(digits) else { throw .notWrittenSo }
    var nanoseconds = 0
    if accept(".") { nanoseconds = Int((self.digits() + "000000000").prefix(9)) ?? 0 }
    guard accept("S") else { throw .notWrittenSo }
    return whole * ClockTime.nanosecondsOfSecond + nanoseconds
  }
}

extension Value {
  /// A duration of days and time, in whole days or hours where it can be; null beyond what a decimal number holds.
  static func length(nanoseconds: Int128) -> Value {
    guard nanoseconds.magnitude < PowersOfTen.table[34] else { return .null }
    let hour = 3_600 * Int128(ClockTime.nanosecondsOfSecond)
    if nanoseconds % (24 * hour) == 0, let days = Int(exactly: nanoseconds / (24 * hour)) {
      return .duration(DurationRange(Period(days, .day)))
    }
    if nanoseconds % hour == 0, let hours = Int(exactly: nanoseconds / hour) {
      return .duration(DurationRange(Period(hours, .hour)))
    }
    return .exact(.length(nanoseconds))
  }

  /// **Unit**: the nanoseconds of a known duration of days and time; `nil` for any other value.
  var nanoseconds: Int128? {
    switch self {
    case .exact(.length(let nanoseconds)): return nanoseconds
    case .duration(let range):
      guard let period = range.exact else { return nil }
      let hour = 3_600 * Int128(ClockTime.nanosecondsOfSecond)
      switch period.unit {
      case .hour: return Int128(period.count) * hour
      case .day: return Int128(period.count) * 24 * hour
      case .week: return Int128(period.count) * 168 * hour
      case .month, .year, .workingDay: return nil
      }
    default: return nil
    }
  }

  /// **Unit**: the months of a known duration of years and months; `nil` for any other value.
  var months: Int128? {
    guard case .duration(let range) = self, let period = range.exact else { return nil }
    switch period.unit {
    case .month: return Int128(period.count)
    case .year: return Int128(period.count) * 12
    case .hour, .day, .week, .workingDay: return nil
    }
  }
}
