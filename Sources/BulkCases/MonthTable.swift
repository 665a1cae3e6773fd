import CivilTime
import Histories

/// The months that histories may speak of, so that a day is found without reckoning.
struct MonthTable: Sendable {
  private struct Month {
    let first: Int32
    let length: Int32
  }

  private static let years = CaseHistory.years

  private let months: [Month]

  init() {
    months = MonthTable.years.flatMap { year in
      (1...12).map { month in
        let first = Day(year: year, month: month, day: 1)?.number ?? 0
        let next = Day(year: month < 12 ? year : year + 1, month: month % 12 + 1, day: 1)?.number ?? first
        return Month(first: first, length: next - first)
      }
    }
  }

  /// The day that eight digits say, year before month before day; `nil` where there is none.
  func day(_ digits: Int) -> Day? {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
    guard MonthTable.years.contains(year), (1...12).contains(month) else { return nil }
    let found = months[(year - MonthTable.years.lowerBound) * 12 + month - 1]
    return day >= 1 && day <= found.length ? Day(number: found.first + Int32(day) - 1) : nil
  }
}
