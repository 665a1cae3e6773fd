import CivilTime
import Testing

@Suite struct DayTests {
  @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782)])
  func `A day is numbered from the first of January 1970`(text: String, number: Int32) throws {
    #expect(try day(text).number == number)
    #expect(Day(number: number).description == text)
  }

  @Test func `Every day from 1900 to 2200 comes back from its number, its parts and its text`() throws {
    // The days are counted here by walking the calendar, not by arithmetic.
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = Int32(-25_567)
    var weekday = 0
    var wrong: [String] = []
    for year in 1900...2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        for dayOfMonth in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
          let day = Day(number: number)
          let isRight =
            day.year == year && day.month == month && day.dayOfMonth == dayOfMonth
            && day.weekday.rawValue == weekday + 1 && Day(year: year, month: month, day: dayOfMonth) == day
            && Day(iso: day.description) == day
          if !isRight { wrong.append("\(year)-\(month)-\(dayOfMonth)") }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(try number == day("2201-01-01").number)
  }

  @Test(arguments: [(2023, 2, 29), (2100, 2, 29), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0), (.max, 1, 1)])
  func `A date that the calendar does not have is no day`(year: Int, month: Int, dayOfMonth: Int) {
    #expect(Day(year: year, month: month, day: dayOfMonth) == nil)
  }

  @Test(arguments: [
    "", "2024-1-02", "2024-01-2", "24-01-02", "2024-01-021", "2024/01/02", "2024-01-02 ", " 2024-01-02", "2024-02-30",
    "+2024-01-02", "2024-01-0a", "20240102", "２０２４-01-02", "2024-01-٠2", "-024-01-02",
  ])
  func `Only yyyy-mm-dd is read as a day`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `The years 0 to 9999 have four digits and all others a sign`() throws {
    #expect(Day(year: 0, month: 1, day: 1)?.description == "0000-01-01")
    #expect(Day(year: 9_999, month: 12, day: 31)?.description == "9999-12-31")
    #expect(Day(year: 10_000, month: 1, day: 1)?.description == "+10000-01-01")
    #expect(Day(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
    #expect(Day.earliest.description == "-5877641-06-23")
    #expect(Day.latest.description == "+5881580-07-11")
  }

  @Test func `A sum beyond the last day that has a number is that day`() {
    #expect(Day.latest.adding(days: 1) == .latest)
    #expect(Day.earliest.adding(days: -1) == .earliest)
    #expect(Day(number: 0).adding(days: .max) == .latest)
    #expect(Day(number: -1).adding(days: .min) == .earliest)
    #expect(Day(number: 0).adding(months: .max) == .latest)
    #expect(Day(number: 0).adding(years: .min) == .earliest)
    #expect(Day.latest.lastOfMonth == .latest)
    #expect(Day.earliest.firstOfMonth == .earliest)
  }

  @Test func `Sums of days, months and years equal the exact vectors of dates-calc`() throws {
    let rows = try VectorFiles.rows("exact_computations.csv")
    #expect(rows.count == 19)
    for row in rows {
      let added = try VectorFiles.period(row[1])
      let sum = try day(row[0]).adding(years: added.years).adding(months: added.months).adding(days: added.days)
      #expect(sum.description == row[2], "\(row)")
    }
  }

  @Test func `Where a month has no corresponding date the sum is its last day, the down column of dates-calc`() throws {
    let rows = try VectorFiles.rows("ambiguous_computations.csv")
    #expect(rows.count == 11)
    for row in rows {
      let added = try VectorFiles.period(row[1])
      let sum = try day(row[0]).adding(years: added.years).adding(months: added.months).adding(days: added.days)
      #expect(sum.description == row[3], "\(row)")
    }
  }

  @Test func `The first and last day of a month equal the vectors of dates-calc`() throws {
    let rows = try VectorFiles.rows("first_last_day_of_month.csv")
    #expect(rows.count == 2)
    for row in rows {
      #expect(try day(row[0]).firstOfMonth.description == row[1], "\(row)")
      #expect(try day(row[0]).lastOfMonth.description == row[2], "\(row)")
    }
  }

  @Test(arguments: [
    ("2024-11-30", 3, "2025-02-28"), ("2025-03-31", -1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-05-15", -17, "2022-12-15"), ("0001-01-31", -23, "-0001-02-28"),
  ])
  func `Months are added by the corresponding date rule, backwards too`(from: String, months: Int, to: String) throws {
    #expect(try day(from).adding(months: months).description == to)
  }

  @Test func `Days are ordered in time and their difference has the sign of what came later`() throws {
    let (earlier, later) = (try day("2023-12-31"), try day("2024-03-01"))
    #expect(earlier < later)
    #expect(later.days(since: earlier) == 61)
    #expect(earlier.days(since: later) == -61)
    #expect(Day.latest.days(since: .earliest) == 4_294_967_295)
  }
}
