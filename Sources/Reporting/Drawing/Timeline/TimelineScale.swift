import CivilTime

/// Where a day stands from left to right.
///
/// Every year has room for its name, and is the wider, the more falls into it, so that quiet years do not push busy ones together; within a year every day
/// is as wide as any other.
struct TimelineScale: Sendable {
  struct Year: Sendable {
    let first: Day
    /// The first day of the next.
    let end: Day
    /// **Unit**: pixels.
    let left: Int
    let width: Int

    /// Whether there is room for the names of its months.
    var hasRoomForMonths: Bool { width >= 400 }

    /// The first days of its months.
    var months: [Day] { (0..<12).map { first.adding(months: $0) } }

    func x(_ day: Day) -> Int { left + day.days(since: first) * width / end.days(since: first) }
  }

  let years: [Year]

  /// - Parameters:
  ///   - days: what falls where; a scale has at least the year of one of them.
  ///   - left: where the first year begins, in pixels.
  init(of days: [Day], left: Int) {
    let numbers = days.map(\.year)
    let first = numbers.min() ?? 2000
    let counts = numbers.reduce(into: [Int](repeating: 0, count: (numbers.max() ?? first) - first + 1)) { $0[$1 - first] += 1 }
    let shared = max(TimelineScale.usualWidth - TimelineScale.narrowest * counts.count, TimelineScale.leastShared)
    let widths = counts.map { TimelineScale.narrowest + shared * $0 / max(1, numbers.count) }
    var (years, x) = ([Year](), left)
    for (number, width) in widths.enumerated() {
      guard let start = Day(year: first + number, month: 1, day: 1) else { continue }
      years.append(Year(first: start, end: start.adding(years: 1), left: x, width: width))
      x += width
    }
    self.years = years
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
