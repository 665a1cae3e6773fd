extension WorkingCalendar {
  /// The n-th working day after a day, or before it where n is negative.
  ///
  /// **Ends**: the given day is day 0 whether or not it is worked on, and the next working day is 1 (the one before,
  /// −1). Zero gives the day itself, which may then be a holiday.
  /// **Unknown**: `nil` where either day lies outside the calendar.
  /// - Complexity: O(1).
  @inlinable
  public func adding(workingDays n: Int, to day: Day) -> Day? {
    guard let offset = offset(of: day) else { return nil }
    if n == 0 { return day }
    let (index, overflow) = Int(n > 0 ? countsBefore[offset + 1] - 1 : countsBefore[offset]).addingReportingOverflow(n)
    return overflow ? nil : workingDay(at: index)
  }

  /// How many working days lie after `a`, up to and with `b`.
  ///
  /// **Ends**: `a` is not counted and `b` is. Where `b` is the earlier the count is negative: minus the working days
  /// after `b`, up to and with `a`. So counting one way and back gives zero.
  /// **Unknown**: `nil` where either day lies outside the calendar.
  /// - Complexity: O(1).
  @inlinable
  public func workingDays(after a: Day, through b: Day) -> Int? {
    guard let from = offset(of: a), let to = offset(of: b) else { return nil }
    return Int(countsBefore[to + 1] - countsBefore[from + 1])
  }

  /// The day itself if it is a working day, else the last one before it.
  ///
  /// This is the day to plan for where a limit in weeks or months ends on a holiday.
  /// **Unknown**: `nil` outside the calendar.
  /// - Complexity: O(1).
  @inlinable
  public func lastWorkingDay(onOrBefore day: Day) -> Day? {
    guard let offset = offset(of: day) else { return nil }
    return workingDay(at: Int(countsBefore[offset + 1]) - 1)
  }

  /// The day itself if it is a working day, else the first one after it.
  ///
  /// **Unknown**: `nil` outside the calendar.
  /// - Complexity: O(1).
  @inlinable
  public func firstWorkingDay(onOrAfter day: Day) -> Day? {
    guard let offset = offset(of: day) else { return nil }
    return workingDay(at: Int(countsBefore[offset]))
  }

  /// The fewest and the most days from any day to the n-th working day after it.
  ///
  /// **Ends**: where the calendar is too short for n the bounds are wide: weekends alone at least, and at most the five
  /// days that the longest Christmas puts between one working day and the next.
  /// - Complexity: O(calendar).
  func lengths(ofWorkingDays n: Int) -> (shortest: Int, longest: Int) {
    guard n > 0 else { return (0, 0) }
    guard n < workingDayNumbers.count else { return (n + (n - 1) / 5 * 2, n * 5) }
    var (shortest, longest) = (Int32.max, Int32.min)
    for index in n..<workingDayNumbers.count {
      // From the last day that has this n-th working day, and from the first, which is itself worked on.
      let previous = workingDayNumbers[index - n]
      shortest = min(shortest, workingDayNumbers[index] - (workingDayNumbers[index - n + 1] - 1))
      longest = max(longest, workingDayNumbers[index] - previous)
    }
    return (Int(shortest), Int(longest))
  }
}
