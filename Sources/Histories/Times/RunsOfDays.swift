import CivilTime

/// How many days a period runs to: exactly from a known day, else at least and at most.
///
/// Months and years go by the corresponding date, working days by the calendar of England and Wales.
final class RunsOfDays {
  private let calendar = WorkingCalendar.englandAndWales
  /// The lengths already looked up, which for working days takes a pass over the calendar.
  private var lengths: [Period: DayRun] = [:]

  func run(of period: Period, _ side: WhenSide, _ day: Day?) -> DayRun {
    if let day, let other = self.day(period, side, of: day) {
      return DayRun(side == .after ? other.days(since: day) : day.days(since: other))
    }
    return run(of: period)
  }

  private func day(_ period: Period, _ side: WhenSide, of day: Day) -> Day? {
    let count = side == .after ? period.count : -period.count
    return switch period.unit {
    case .hour: nil
    case .day: day.adding(days: count)
    case .week: day.adding(days: count * 7)
    case .month: day.adding(months: count)
    case .year: day.adding(years: count)
    case .workingDay: calendar.adding(workingDays: count, to: day)
    }
  }

  private func run(of period: Period) -> DayRun {
    if let known = lengths[period] { return known }
    let run = DayRun(shortest: period.shortestDays, longest: period.longestDays)
    lengths[period] = run
    return run
  }
}
