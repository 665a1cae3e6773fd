/// The working days of a place, laid out so that adding and counting them takes the same time however many they are.
///
/// A working day is not a Saturday, Sunday, Christmas Day, Good Friday or bank holiday.
/// **Unknown**: outside ``firstDay`` to ``lastDay`` nothing is known, and every answer is `nil`.
/// **Source**: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 2(1); Family Procedure
/// Rules 2010, rule 2.3(1) for the same under the name of business day.
public struct WorkingCalendar: Sendable {
  /// The first day that the calendar knows.
  public let firstDay: Day
  /// The last day that the calendar knows.
  public let lastDay: Day
  /// The holidays from the first day to the last, in time order; none is on a weekend.
  public let holidays: [Holiday]

  /// How many working days come before the day with that many days before it since ``firstDay``; one entry more than days.
  @usableFromInline let countsBefore: [Int32]
  /// The day numbers of all working days, in order.
  @usableFromInline let workingDayNumbers: [Int32]

  /// England and Wales from 1978-01-01, when the early May bank holiday began, to 2150-12-31.
  ///
  /// Days after the last published year follow the rules; a holiday proclaimed later is not in them.
  public static let englandAndWales = WorkingCalendar(years: 1978...2150, holidays: BankHolidays.inYear)

  /// The calendar of whole years, with the holidays of each.
  init(years: ClosedRange<Int>, holidays holidaysInYear: (Int) -> [Holiday]) {
    firstDay = Day.civil(years.lowerBound, 1, 1)
    lastDay = Day.civil(years.upperBound, 12, 31)
    holidays = years.flatMap(holidaysInYear)
    var isHoliday = [Bool](repeating: false, count: lastDay.days(since: firstDay) + 1)
    for holiday in holidays {
      isHoliday[holiday.day.days(since: firstDay)] = true
    }
    var counts: [Int32] = [0]
    var numbers: [Int32] = []
    counts.reserveCapacity(isHoliday.count + 1)
    for number in firstDay.number...lastDay.number {
      if !isHoliday[counts.count - 1], !Day(number: number).weekday.isWeekend {
        numbers.append(number)
      }
      counts.append(Int32(numbers.count))
    }
    countsBefore = counts
    workingDayNumbers = numbers
  }

  /// Whether it is a working day; `nil` outside the calendar.
  /// - Complexity: O(1).
  @inlinable
  public func isWorkingDay(_ day: Day) -> Bool? {
    guard let offset = offset(of: day) else { return nil }
    return countsBefore[offset + 1] != countsBefore[offset]
  }

  /// The holiday kept on that day; `nil` where there is none, and outside the calendar.
  public func holiday(on day: Day) -> Holiday? {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low < holidays.count && holidays[low].day == day ? holidays[low] : nil
  }

  /// The place of a day among the days of the calendar, from 0, or `nil` outside it.
  @inlinable
  func offset(of day: Day) -> Int? {
    let offset = Int(day.number) - Int(firstDay.number)
    return offset >= 0 && offset < countsBefore.count - 1 ? offset : nil
  }

  /// The working day with that many working days before it, or `nil` outside the calendar.
  @inlinable
  func workingDay(at index: Int) -> Day? {
    index >= 0 && index < workingDayNumbers.count ? Day(number: workingDayNumbers[index]) : nil
  }
}
