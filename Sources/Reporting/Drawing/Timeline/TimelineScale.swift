import CivilTime

/// Where a day stands from left to right.
///
/// It begins a month before the first day and ends a month after the last. Every year has room for its name, and is the wider, the
/// more falls into it, so that quiet years do not push busy ones together; within a year every day is as wide as any other.
struct TimelineScale: Sendable {
  /// A year, or as much of it as is shown: whole months.
  struct Year: Sendable {
    let first: Day
    /// The first day of the next, or of the first month that is not shown.
    let end: Day
    /// **Unit**: pixels.
    let left: Int
    let width: Int

    /// Whether there is room for the names of its months.
    var hasRoomForMonths: Bool { width * 12 >= 400 * months.count }

    /// The first days of its months.
    var months: [Day] { (0..<12).map { first.adding(months: $0) }.filter { $0 < end } }

    func x(_ day: Day) -> Int { left + day.days(since: first) * width / end.days(since: first) }
  }

  let years: [Year]

  /// - Parameters:
  ///   - days: what falls where; a scale has at least the months about one of them.
  ///   - left: where the first year begins, in pixels.
  init(of days: [Day], left: Int) {
    let shown = TimelineScale.months(around: days)
    let numbers = Array(shown.first.year...shown.end.adding(days: -1).year)
    let shared = max(TimelineScale.usualWidth - TimelineScale.narrowest * numbers.count, TimelineScale.leastShared)
    var (years, x) = ([Year](), left)
    for number in numbers {
      guard let start = Day(year: number, month: 1, day: 1) else { continue }
      let width = TimelineScale.narrowest + shared * days.count { $0.year == number } / max(1, days.count)
      years.append(
        Year(first: max(start, shown.first), end: min(start.adding(years: 1), shown.end), left: x, width: width))
      x += width
    }
    self.years = years
  }

  /// The months from the first day to the last, with one before and one after.
  private static func months(around days: [Day]) -> (first: Day, end: Day) {
    let (first, last) = (days.min() ?? Day(number: 0), days.max() ?? Day(number: 0))
    func start(of day: Day) -> Day { day.adding(days: 1 - day.dayOfMonth) }
    return (start(of: first).adding(months: -1), start(of: last).adding(months: 2))
  }

  // **Unit**: pixels.
  private static let narrowest = 42
  private static let usualWidth = 1340
  /// What is shared out among the years by what falls into them.
  private static let leastShared = 900

  var left: Int { years.first?.left ?? 0 }
  var right: Int { years.last.map { $0.left + $0.width } ?? 0 }

  /// A day before the first year stands at its beginning, one after the last at its end.
  func x(_ day: Day) -> Int {
    guard let year = years.last(where: { $0.first <= day }) else { return left }
    return min(year.x(day), year.left + year.width)
  }
}
