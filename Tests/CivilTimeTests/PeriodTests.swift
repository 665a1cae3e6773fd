import CivilTime
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("10 working days", Period(10, .workingDay)), ("1 working day", Period(1, .workingDay)), ("16 weeks", Period(16, .week)),
    ("1 month", Period(1, .month)), ("72 hours", Period(72, .hour)), ("0 days", Period(0, .day)), ("2 years", Period(2, .year)),
    ("1000000 days", Period(1_000_000, .day)),
  ])
  func `A period is read and written as a number and a unit`(text: String, meant: Period) throws {
    #expect(try period(text) == meant)
    #expect(meant.description == text)
  }

  @Test(arguments: [("1 weeks", "1 week"), ("3 month", "3 months"), ("0 day", "0 days")])
  func `The other grammatical number is understood and written right`(text: String, right: String) throws {
    #expect(try period(text).description == right)
  }

  @Test(arguments: [
    "", "10", "days", "10days", "10  days", " 10 days", "10 days ", "10 Days", "10 working  days", "10 workingdays", "-1 days",
    "+1 days", "1.5 days", "01 days", "ten days", "1 fortnight", "1 000 days", "1000001 days", "99999999999999999999 days",
    "10\tdays", "10\u{A0}days", "１ day",
  ])
  func `Anything else is no period`(text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test func `Periods are equal only if they are stated alike`() {
    #expect(Period(7, .day) != Period(1, .week))
    #expect(Set(Period.Unit.allCases.flatMap { [$0.singular, $0.plural] }).count == 12)
  }

  @Test(arguments: [
    ("1 month", 28, 31), ("2 months", 59, 62), ("3 months", 89, 92), ("6 months", 181, 184), ("11 months", 334, 337),
    ("12 months", 365, 366), ("1 year", 365, 366), ("4 years", 1_460, 1_461), ("400 years", 146_097, 146_097),
    ("4801 months", 146_125, 146_128), ("16 weeks", 112, 112), ("91 days", 91, 91), ("0 months", 0, 0),
    ("72 hours", 3, 3), ("71 hours", 2, 3), ("1 hour", 0, 1), ("0 hours", 0, 0), ("0 working days", 0, 0),
  ])
  func `Unlike periods are compared by the fewest and the most days they can take`(
    text: String, shortest: Int, longest: Int
  ) throws {
    #expect(try period(text).shortestDays == shortest)
    #expect(try period(text).longestDays == longest)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 13, 25])
  func `The lengths of months are those found by adding them to every day of 400 years`(months: Int) throws {
    let start = try day("2000-01-01").number
    let lengths = (start..<start + 146_097).map { Day(number: $0).adding(months: months).days(since: Day(number: $0)) }
    #expect(Period(months, .month).shortestDays == lengths.min())
    #expect(Period(months, .month).longestDays == lengths.max())
  }

  @Test(arguments: [1, 2, 5, 10, 15, 45])
  func `The lengths of working days are those found by adding them to every day of the calendar`(count: Int) {
    let calendar = WorkingCalendar.englandAndWales
    let days = (calendar.firstDay.number...calendar.lastDay.number).map { Day(number: $0) }
    let lengths = days.compactMap { day in calendar.adding(workingDays: count, to: day)?.days(since: day) }
    #expect(Period(count, .workingDay).shortestDays == lengths.min())
    #expect(Period(count, .workingDay).longestDays == lengths.max())
  }

  @Test func `Working days beyond the calendar have bounds that are wide but hold`() {
    #expect(Period(1, .workingDay).longestDays == 5)
    #expect(Period(15, .workingDay).shortestDays > 14 && Period(15, .workingDay).longestDays < 35)
    #expect(Period(50_000, .workingDay).shortestDays == 69_998)
    #expect(Period(50_000, .workingDay).longestDays == 250_000)
  }

  @Test func `A negative period mirrors the positive one, and no count is too large to compare`() {
    #expect(Period(-1, .month).shortestDays == -31)
    #expect(Period(-1, .month).longestDays == -28)
    for unit in Period.Unit.allCases {
      for count in [Int.max, .min, 0, -1] {
        let period = Period(count, unit)
        #expect(period.shortestDays <= period.longestDays)
      }
    }
  }
}
