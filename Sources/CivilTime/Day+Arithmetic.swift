extension Day {
  /// The day that lies `days` later, or earlier where `days` is negative.
  ///
  /// **Ends**: zero gives the day itself; a sum beyond ``earliest`` or ``latest`` is that end.
  @inlinable
  public func adding(days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .earliest : .latest }
    return Day(number: Int32(clamping: sum))
  }

  /// The corresponding date `months` later (earlier where negative), or the last day of that month where it has none.
  ///
  /// **Ends**: zero gives the day itself; a sum beyond ``earliest`` or ``latest`` is that end.
  /// **Source**: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (HL).
  public func adding(months: Int) -> Day {
    correspondingDate(months: months).day
  }

  /// The corresponding date `years` later (earlier where negative): 28 February where the 29th is wanting.
  ///
  /// **Ends**: as in ``adding(months:)``.
  public func adding(years: Int) -> Day {
    adding(months: Int(Int32(clamping: years)) * 12)
  }

  /// How many days this day lies after `other`; negative before it, zero on it.
  @inlinable
  public func days(since other: Day) -> Int {
    Int(number) - Int(other.number)
  }

  /// The date `months` on, and whether that month has the same day of the month.
  func correspondingDate(months: Int) -> (day: Day, exists: Bool) {
    let (year, month, day) = civil
    // More months than any two days lie apart lead to the end all the same.
    let span = min(max(months, -200_000_000), 200_000_000)
    let total = year * 12 + month - 1 + span
    let newYear = Day.quotient(total, 12)
    let newMonth = total - newYear * 12 + 1
    let length = Day.lengthOfMonth(newMonth, year: newYear)
    return (Day.civil(newYear, newMonth, min(day, length)), day <= length)
  }

  /// How many whole months lie between this day and a later one, by the corresponding date rule.
  ///
  /// **Ends**: zero where `later` is not later.
  func wholeMonths(until later: Day) -> Int {
    guard later > self else { return 0 }
    let (from, to) = (civil, later.civil)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return adding(months: months) <= later ? months : months - 1
  }
}
