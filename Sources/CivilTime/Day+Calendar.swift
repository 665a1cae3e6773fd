extension Day {
  /// The day of that year, month and day of the month, or `nil` where the calendar has no such day.
  ///
  /// **Unit**: year 0 is the year before year 1; months and days count from 1.
  public init?(year: Int, month: Int, day: Int) {
    guard (-5_000_000...5_000_000).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.lengthOfMonth(month, year: year)
    else { return nil }
    self = Day.civil(year, month, day)
  }

  public var year: Int { civil.year }

  /// The month, 1 to 12.
  public var month: Int { civil.month }

  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week.
  @inlinable
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.fromMonday[Day.remainder(Int(number) + 3, 7)]
  }

  /// The first day of the month that this day lies in.
  public var firstOfMonth: Day {
    adding(days: 1 - dayOfMonth)
  }

  /// The last day of the month that this day lies in.
  public var lastOfMonth: Day {
    let (year, month, day) = civil
    return adding(days: Day.lengthOfMonth(month, year: year) - day)
  }

  /// Year, month and day of the month together, at the cost of one of them.
  ///
  /// **Source**: Hinnant, "chrono-compatible low-level date algorithms": years begin on 1 March, in eras of 400 years.
  @usableFromInline
  var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = Day.quotient(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of a year, month and day of the month that are known to exist.
  static func civil(_ year: Int, _ month: Int, _ day: Int) -> Day {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = quotient(yearFromMarch, 400)
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Day(number: Int32(clamping: era * 146_097 + dayOfEra - 719_468))
  }

  /// How many days the month has, 28 to 31.
  static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The quotient rounded down, also below zero.
  static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
    (dividend >= 0 ? dividend : dividend - divisor + 1) / divisor
  }

  /// The remainder of the quotient rounded down, 0 to `divisor` − 1.
  @usableFromInline
  static func remainder(_ dividend: Int, _ divisor: Int) -> Int {
    let rest = dividend % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
