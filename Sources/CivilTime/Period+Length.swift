extension Period {
  /// The fewest days that can lie between a day and the day this period after it.
  ///
  /// **Unit**: days. Months and years by the corresponding date rule, so one month is 28; working days as the England
  /// and Wales calendar has them; hours are whole days rounded down. A negative period mirrors the positive one.
  /// - Complexity: O(1), but one pass over the calendar for more than 31 working days and over 400 years for months and years.
  public var shortestDays: Int {
    count < 0 ? -lengths.longest : lengths.shortest
  }

  /// The most days that can lie between a day and the day this period after it.
  ///
  /// **Unit**: as for ``shortestDays``, with hours rounded up: one month is 31 days, one year 366.
  public var longestDays: Int {
    count < 0 ? -lengths.shortest : lengths.longest
  }

  /// Both lengths, without the sign.
  private var lengths: (shortest: Int, longest: Int) {
    // Bounded, so that the days of that many years still are a number.
    let count = Int(min(count.magnitude, 1 << 40))
    switch unit {
    case .hour: return (count / 24, (count + 23) / 24)
    case .day: return (count, count)
    case .workingDay:
      if count < Period.lengthsOfFewWorkingDays.count { return Period.lengthsOfFewWorkingDays[count] }
      return WorkingCalendar.englandAndWales.lengths(ofWorkingDays: count)
    case .week: return (count * 7, count * 7)
    case .month: return Period.lengths(ofMonths: count)
    case .year: return Period.lengths(ofMonths: count * 12)
    }
  }

  /// The lengths of up to a month of working days, worked out once: limits are compared for every case.
  private static let lengthsOfFewWorkingDays = (0...31).map { WorkingCalendar.englandAndWales.lengths(ofWorkingDays: $0) }

  /// The shortest and longest run of days of `months` months, over all starts in the 400 years that repeat.
  private static func lengths(ofMonths months: Int) -> (shortest: Int, longest: Int) {
    let cycle = 4_800
    let rest = months % cycle
    let monthLengths = (0..<2 * cycle).map { Day.lengthOfMonth($0 % 12 + 1, year: 2_000 + $0 / 12) }
    var run = monthLengths[..<rest].reduce(0, +)
    var (shortest, longest) = (Int.max, 0)
    for start in 0..<cycle {
      // From the last day of a long month to the last day of a short one the run loses the difference.
      let lost = max(0, monthLengths[start] - monthLengths[start + rest])
      shortest = min(shortest, run - lost)
      longest = max(longest, run)
      run += monthLengths[start + rest] - monthLengths[start]
    }
    let whole = months / cycle * 146_097
    return (whole + shortest, whole + longest)
  }
}
