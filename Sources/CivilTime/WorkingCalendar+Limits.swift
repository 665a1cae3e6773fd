extension WorkingCalendar {
  /// The last day of a limit that a trigger sets running; a breach begins the day after.
  ///
  /// | unit | exclusive | inclusive, "beginning with" |
  /// | --- | --- | --- |
  /// | day, week | trigger + n | trigger + n − 1 |
  /// | month, year | corresponding date, else the month's last day | the day before that, else the month's last day |
  /// | working day | n-th working day after the trigger | the first working day on or after the trigger is day 1 |
  /// | hour | the day on which n hours from the trigger day's end run out | the same from that day's start |
  ///
  /// **Ends**: only a limit in working days avoids holidays; the others do not roll. A date without an hour is read as
  /// the end of its day, so that an hour nobody wrote down never makes a step late: 72 hours give three days, and 73
  /// give four. A limit of nothing ends on the trigger's day, or in working days on the first working day from then.
  /// **Unknown**: `nil` for a negative period, for working days outside the calendar, and past the year 9999.
  /// **Source**: Children Act 1989, section 32 ("beginning with"); Dodds v Walker [1981] 1 WLR 1027 (HL) for months.
  /// - Complexity: O(1).
  public func due(after trigger: Day, within period: Period, counting: Counting) -> Day? {
    guard period.count >= 0 else { return nil }
    let count = period.count
    let first = counting == .inclusive && count > 0 ? 1 : 0
    switch period.unit {
    case .hour: return trigger.writable(addingDays: count / 24 + (count % 24 > 0 ? 1 : 0) - first)
    case .day: return trigger.writable(addingDays: count - first)
    case .week: return trigger.writable(addingDays: count.saturatingTimes(7) - first)
    case .month: return due(after: trigger, months: count, counting: counting)
    case .year: return due(after: trigger, months: count.saturatingTimes(12), counting: counting)
    case .workingDay:
      // A limit of no working days has no day after the trigger; it ends on the first day it can end on.
      guard first == 1 || count == 0 else { return adding(workingDays: count, to: trigger) }
      guard let start = firstWorkingDay(onOrAfter: trigger) else { return nil }
      return adding(workingDays: count - first, to: start)
    }
  }

  /// The last day on which something may happen that must come a period ahead of a date.
  ///
  /// **Ends**: that many days, weeks, months or years back (the corresponding date, or the last day of its month); the
  /// n-th working day before; hours from the end of the day, so that 72 hours are three days and 71 are two. Nothing
  /// gives the day itself, or in working days the last working day up to it.
  /// **Unknown**: `nil` for a negative period, for working days outside the calendar, and before the year 0.
  /// - Complexity: O(1).
  public func before(_ date: Day, by period: Period) -> Day? {
    guard period.count >= 0 else { return nil }
    let count = period.count
    switch period.unit {
    case .hour: return date.writable(addingDays: -(count / 24))
    case .day: return date.writable(addingDays: -count)
    case .week: return date.writable(addingDays: -count.saturatingTimes(7))
    case .month: return date.adding(months: -count).ifWritable
    case .year: return date.adding(years: -count).ifWritable
    case .workingDay: return count == 0 ? lastWorkingDay(onOrBefore: date) : adding(workingDays: -count, to: date)
    }
  }

  /// By how many whole units something happened after its due date.
  ///
  /// - day: the days after the due date; hour: twenty-four for each of them, since a date has no hour;
  /// - working day: the working days after the due date, up to and with the day it happened, so a Saturday after a due
  ///   Friday is none;
  /// - week, month, year: the whole ones that had passed since the due date.
  ///
  /// **Ends**: zero on or before the due date. Zero does not mean in time: a day late is no week late.
  /// **Unknown**: `nil` for working days outside the calendar.
  /// - Complexity: O(1).
  public func lateness(from due: Day, to happened: Day, in unit: Period.Unit) -> Int? {
    guard happened > due else { return 0 }
    let days = happened.days(since: due)
    switch unit {
    case .hour: return days * 24
    case .day: return days
    case .workingDay: return workingDays(after: due, through: happened)
    case .week: return days / 7
    case .month: return due.wholeMonths(until: happened)
    case .year: return due.wholeMonths(until: happened) / 12
    }
  }

  /// The end of a limit in months: counted inclusively, the day before the corresponding date where there is one.
  private func due(after trigger: Day, months: Int, counting: Counting) -> Day? {
    let (day, exists) = trigger.correspondingDate(months: months)
    return counting == .inclusive && months > 0 && exists ? day.writable(addingDays: -1) : day.ifWritable
  }
}

extension Day {
  /// The day itself if it can be written as yyyy-mm-dd.
  var ifWritable: Day? {
    Day.writableNumbers.contains(number) ? self : nil
  }

  /// A sum that can be written as yyyy-mm-dd.
  func writable(addingDays days: Int) -> Day? {
    adding(days: days).ifWritable
  }

  /// The numbers of 0000-01-01 to 9999-12-31.
  private static let writableNumbers = Day.civil(0, 1, 1).number...Day.civil(9_999, 12, 31).number
}

extension Int {
  /// The product, or the largest number where it does not fit; for factors that are not negative.
  fileprivate func saturatingTimes(_ factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
