import CivilTime

extension DurationRange {
  /// The ends of two lengths in one unit: the unit they share, else days, the fewest and the most that each can have.
  static func measures(
    of a: DurationRange, _ b: DurationRange
  ) -> (a: (least: Int?, most: Int?), b: (least: Int?, most: Int?)) {
    let families = [a.least, a.most, b.least, b.most].compactMap { $0?.measure.unit }
    if families.allSatisfy({ $0 == families[0] }) {
      return (
        (a.least.measure.count, a.most?.measure.count), (b.least.measure.count, b.most?.measure.count)
      )
    }
    return (
      (a.least.shortestDays, a.most?.longestDays), (b.least.shortestDays, b.most?.longestDays)
    )
  }
}

extension Period {
  /// The period in the smallest unit of its kind: hours, months or working days.
  fileprivate var measure: (count: Int, unit: Unit) {
    switch unit {
    case .hour: (count, .hour)
    case .day: (count.multipliedWithinBounds(by: 24), .hour)
    case .week: (count.multipliedWithinBounds(by: 168), .hour)
    case .month: (count, .month)
    case .year: (count.multipliedWithinBounds(by: 12), .month)
    case .workingDay: (count, .workingDay)
    }
  }
}

extension Int {
  /// The product, or the greatest or least number where it does not fit.
  func multipliedWithinBounds(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? ((self < 0) == (factor < 0) ? .max : .min) : product
  }
}
