import CivilTime
import Conditions

/// How many days a length can run to, by where in the calendar it begins.
struct DayRun: Hashable {
  let shortest: Int
  let longest: Int

  init(shortest: Int, longest: Int) {
    self.shortest = shortest
    self.longest = longest
  }

  init(_ days: Int) { self.init(shortest: days, longest: days) }
}

/// The grain in which a softener works: what it means to be a day, and the least that is more than nothing.
private struct Grain {
  let day: Int
  let step: Int

  static let days = Grain(day: 1, step: 1)
  static let hours = Grain(day: 24, step: 1)
}

extension SoftLength {
  /// The shortest and the longest that the words allow, each as a run of days; `nil` is without end.
  ///
  /// The measure gives the days of a number of units from where the length begins.
  func edges(measuredBy measure: (Int) -> DayRun) -> (low: DayRun, high: DayRun?) {
    guard unit != .hour else {
      // An hour count is softened in hours and falls on one of two days unless it is whole days.
      let high = highEdge(most, .hours)
      return (Self.daysOf(hours: lowEdge(least, .hours)), high.map(Self.daysOf(hours:)))
    }
    let (shorter, longer) = (measure(least), measure(most))
    let low = DayRun(shortest: lowEdge(shorter.shortest, .days), longest: lowEdge(shorter.longest, .days))
    guard let shortest = highEdge(longer.shortest, .days), let longest = highEdge(longer.longest, .days) else {
      return (low, nil)
    }
    return (low, DayRun(shortest: shortest, longest: longest))
  }

  /// Whether the words set an upper end.
  var hasLongest: Bool { highEdge(most, .days) != nil }

  /// The length as a value of an attribute, which begins nowhere in particular.
  ///
  /// **Ends**: an end that the words exclude is stored as the next whole day, working day or hour; "more than 1 week"
  /// is at least 8 days, "more than 1 month" at least 29.
  var range: DurationRange {
    guard let softener else { return DurationRange(least: Period(least, unit), most: Period(most, unit)) }
    switch softener {
    case .atLeast: return DurationRange(least: Period(least, unit), most: nil)
    case .atMost: return DurationRange(least: Period(0, unit), most: Period(most, unit))
    case .about, .almost, .justOver, .moreThan, .lessThan: break
    }
    let (shortest, longest, counted, grain) = inGrain
    return DurationRange(
      least: Period(lowEdge(shortest, grain), counted), most: highEdge(longest, grain).map { Period($0, counted) })
  }

  private var inGrain: (shortest: Int, longest: Int, unit: Period.Unit, grain: Grain) {
    switch unit {
    case .hour: (least, most, .hour, .hours)
    case .workingDay: (least, most, .workingDay, .days)
    case .day, .week, .month, .year: (Period(least, unit).shortestDays, Period(most, unit).longestDays, .day, .days)
    }
  }

  private func lowEdge(_ length: Int, _ grain: Grain) -> Int {
    switch softener {
    case nil, .atLeast: length
    case .about, .almost: max(0, length - Self.tolerance(of: length, grain))
    case .justOver, .moreThan: length + grain.step
    case .atMost, .lessThan: 0
    }
  }

  private func highEdge(_ length: Int, _ grain: Grain) -> Int? {
    switch softener {
    case nil, .atMost: length
    case .about, .justOver: length + Self.tolerance(of: length, grain)
    case .almost, .lessThan: max(0, length - grain.step)
    case .atLeast, .moreThan: nil
    }
  }

  /// One sixth of the length, and at least a day.
  ///
  /// **Ends**: only whole days lie within it, so a sixth that is not whole is rounded down: about 10 days is 9 to 11.
  private static func tolerance(of length: Int, _ grain: Grain) -> Int { max(grain.day, length / 6) }

  private static func daysOf(hours: Int) -> DayRun {
    DayRun(shortest: hours / 24, longest: (hours + 23) / 24)
  }
}
