/// The bank holidays of England and Wales, with Christmas Day and Good Friday, computed by rule from 1978.
///
/// **Source**: Banking and Financial Dealings Act 1971, section 1 and Schedule 1, and the yearly proclamations under
/// section 1(3) for New Year's Day (since 1974), the first Monday in May (since 1978) and substitute days.
enum BankHolidays {
  /// The holidays of a year from 1978, in time order.
  static func inYear(_ year: Int) -> [Holiday] {
    var holidays = yearly(year)
    for exception in exceptions where exception.day.year == year {
      holidays.removeAll { $0.kind == exception.replaces }
      holidays.append(exception.holiday)
    }
    return holidays.sorted { $0.day < $1.day }
  }

  /// The eight holidays that every year has, as if nothing special had been proclaimed.
  private static func yearly(_ year: Int) -> [Holiday] {
    let easter = easterSunday(year)
    return [
      newYear(year),
      Holiday(easter.adding(days: -2), .goodFriday),
      Holiday(easter.adding(days: 1), .easterMonday),
      Holiday(monday(onOrAfter: Day.civil(year, 5, 1)), .earlyMay),
      Holiday(monday(onOrAfter: Day.civil(year, 5, 25)), .spring),
      Holiday(monday(onOrAfter: Day.civil(year, 8, 25)), .summer),
    ] + christmas(year)
  }

  /// New Year's Day, or the Monday after it where it falls on a weekend.
  private static func newYear(_ year: Int) -> Holiday {
    let day = Day.civil(year, 1, 1)
    return day.weekday.isWeekend ? Holiday(monday(onOrAfter: day), .newYear, isSubstitute: true) : Holiday(day, .newYear)
  }

  /// Christmas Day and Boxing Day; where one falls on a weekend the next free weekday from the 27th stands for it.
  private static func christmas(_ year: Int) -> [Holiday] {
    let days = (25...28).map { Day.civil(year, 12, $0) }
    switch days[0].weekday {
    // 25 Saturday, 26 Sunday: Monday stands for Christmas Day, Tuesday for Boxing Day.
    case .saturday:
      return [Holiday(days[2], .christmas, isSubstitute: true), Holiday(days[3], .boxingDay, isSubstitute: true)]
    // 25 Sunday: Boxing Day keeps its Monday, Tuesday stands for Christmas Day.
    case .sunday: return [Holiday(days[1], .boxingDay), Holiday(days[2], .christmas, isSubstitute: true)]
    // 26 Saturday: Monday the 28th stands for Boxing Day.
    case .friday: return [Holiday(days[0], .christmas), Holiday(days[3], .boxingDay, isSubstitute: true)]
    default: return [Holiday(days[0], .christmas), Holiday(days[1], .boxingDay)]
    }
  }

  private static func monday(onOrAfter day: Day) -> Day {
    day.adding(days: (8 - day.weekday.rawValue) % 7)
  }

  /// Easter Sunday of the Gregorian calendar.
  ///
  /// **Source**: the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", chapter 8),
  /// with the letters of the original.
  static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let (month, day) = (h + l - 7 * m + 114).quotientAndRemainder(dividingBy: 31)
    return Day.civil(year, month, day + 1)
  }
}
