import CivilTime
import Testing

@Suite struct LimitTests {
  static let calendar = WorkingCalendar.englandAndWales

  @Test(arguments: [
    ("2025-12-10", "15 working days", "2026-01-05"), ("2026-03-27", "10 working days", "2026-04-14"),
    ("2022-05-30", "20 working days", "2022-06-29"), ("2022-09-01", "45 working days", "2022-11-04"),
    ("2025-01-06", "26 weeks", "2025-07-07"), ("2024-05-01", "6 weeks", "2024-06-12"),
    ("2024-11-30", "3 months", "2025-02-28"), ("2024-11-30", "91 days", "2025-03-01"),
    ("2024-02-29", "1 year", "2025-02-28"), ("2024-01-31", "1 month", "2024-02-29"), ("2025-03-01", "1 month", "2025-04-01"),
    ("2024-01-05", "72 hours", "2024-01-08"), ("2024-01-05", "73 hours", "2024-01-09"), ("2024-01-05", "1 hour", "2024-01-06"),
    ("2024-01-05", "0 hours", "2024-01-05"), ("2024-01-06", "0 days", "2024-01-06"),
    ("2024-01-06", "0 working days", "2024-01-08"), ("2024-01-06", "1 working day", "2024-01-08"),
  ])
  func `A limit is counted from the day after its trigger`(trigger: String, limit: String, due: String) throws {
    #expect(try Self.calendar.due(after: day(trigger), within: period(limit), counting: .exclusive) == day(due))
  }

  @Test(arguments: [
    ("2025-01-06", "26 weeks", "2025-07-06"), ("2024-05-01", "6 weeks", "2024-06-11"),
    ("2025-04-14", "2 working days", "2025-04-15"), ("2025-04-14", "12 working days", "2025-05-01"),
    ("2025-04-14", "18 working days", "2025-05-12"), ("2025-04-14", "25 working days", "2025-05-21"),
    ("2025-04-14", "1 working day", "2025-04-14"), ("2025-04-19", "1 working day", "2025-04-22"),
    ("2025-04-19", "2 working days", "2025-04-23"), ("2025-04-19", "0 working days", "2025-04-22"),
    ("2024-01-05", "1 day", "2024-01-05"), ("2024-01-05", "8 days", "2024-01-12"), ("2024-01-05", "0 days", "2024-01-05"),
    ("2024-01-15", "1 month", "2024-02-14"), ("2025-03-01", "1 month", "2025-03-31"), ("2025-01-31", "1 month", "2025-02-28"),
    ("2025-01-29", "1 month", "2025-02-28"), ("2024-01-29", "1 month", "2024-02-28"), ("2024-01-15", "0 months", "2024-01-15"),
    ("2024-02-29", "1 year", "2025-02-28"), ("2024-03-01", "1 year", "2025-02-28"), ("2024-11-30", "3 months", "2025-02-28"),
    ("2024-11-30", "91 days", "2025-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
    ("2024-01-05", "72 hours", "2024-01-07"), ("2024-01-05", "1 hour", "2024-01-05"), ("2024-01-05", "0 hours", "2024-01-05"),
  ])
  func `A limit beginning with its trigger counts that day as the first`(trigger: String, limit: String, due: String) throws {
    #expect(try Self.calendar.due(after: day(trigger), within: period(limit), counting: .inclusive) == day(due))
  }

  @Test(arguments: ["0 working days", "1 working day", "10 working days", "45 working days"], Counting.allCases)
  func `A working-day limit never ends on a weekend or a bank holiday`(limit: String, counting: Counting) throws {
    let limit = try period(limit)
    let triggers = try (day("1998-01-01").number...day("2031-12-31").number).map { Day(number: $0) }
    let wrong = triggers.filter { trigger in
      Self.calendar.due(after: trigger, within: limit, counting: counting).flatMap { Self.calendar.isWorkingDay($0) } != true
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func `A limit in weeks or months that ends on a holiday stays there`() throws {
    let christmas = try Self.calendar.due(after: day("2024-11-27"), within: period("4 weeks"), counting: .exclusive)
    #expect(christmas?.description == "2024-12-25")
    let newYear = try Self.calendar.due(after: day("2024-10-01"), within: period("3 months"), counting: .exclusive)
    #expect(newYear?.description == "2025-01-01")
  }

  @Test(arguments: [
    ("2024-03-31", "1 month", "2024-02-29"), ("2024-02-29", "1 year", "2023-02-28"), ("2024-03-15", "2 weeks", "2024-03-01"),
    ("2024-03-15", "15 days", "2024-02-29"), ("2025-04-22", "3 working days", "2025-04-15"),
    ("2025-04-21", "1 working day", "2025-04-17"), ("2025-04-21", "0 working days", "2025-04-17"),
    ("2024-03-15", "0 days", "2024-03-15"), ("2024-03-15", "72 hours", "2024-03-12"), ("2024-03-15", "71 hours", "2024-03-13"),
  ])
  func `What must come a period ahead of a date has its last day that far before it`(
    date: String, ahead: String, last: String
  ) throws {
    #expect(try Self.calendar.before(day(date), by: period(ahead)) == day(last))
  }

  @Test func `A negative limit, and one that ends where nothing can be told, has no due date`() throws {
    for unit in Period.Unit.allCases {
      for count in [-1, Int.min] {
        for counting in Counting.allCases {
          #expect(try Self.calendar.due(after: day("2024-01-05"), within: Period(count, unit), counting: counting) == nil)
        }
        #expect(try Self.calendar.before(day("2024-01-05"), by: Period(count, unit)) == nil)
      }
      // Whatever the unit, the day would lie past the last that can be written.
      #expect(try Self.calendar.due(after: day("2024-01-05"), within: Period(.max, unit), counting: .exclusive) == nil)
      #expect(try Self.calendar.due(after: day("2024-01-05"), within: Period(.max, unit), counting: .inclusive) == nil)
      #expect(try Self.calendar.before(day("2024-01-05"), by: Period(.max, unit)) == nil)
    }
    #expect(try Self.calendar.due(after: day("9999-12-31"), within: period("1 day"), counting: .exclusive) == nil)
    #expect(try Self.calendar.due(after: day("9999-12-31"), within: period("1 day"), counting: .inclusive) != nil)
    #expect(try Self.calendar.due(after: day("2150-12-31"), within: period("1 working day"), counting: .exclusive) == nil)
    #expect(try Self.calendar.due(after: day("1977-12-31"), within: period("1 working day"), counting: .inclusive) == nil)
  }

  @Test(arguments: [
    ("2025-04-15", "2025-04-23", Period.Unit.workingDay, 4), ("2025-04-17", "2025-04-21", .workingDay, 0),
    ("2025-04-17", "2025-04-21", .day, 4), ("2025-04-17", "2025-04-21", .hour, 96), ("2025-04-17", "2025-04-21", .week, 0),
    ("2025-04-17", "2025-05-01", .week, 2), ("2025-01-31", "2025-02-27", .month, 0), ("2025-01-31", "2025-02-28", .month, 1),
    ("2025-01-31", "2025-03-30", .month, 1), ("2025-01-31", "2025-03-31", .month, 2), ("2024-02-29", "2025-02-28", .year, 1),
    ("2024-03-01", "2025-02-28", .year, 0), ("2024-03-01", "2034-03-01", .year, 10), ("2025-04-17", "2025-04-17", .day, 0),
    ("2025-04-17", "2025-04-01", .day, 0), ("2025-04-17", "2025-04-01", .workingDay, 0),
  ])
  func `Lateness is told in whole units after the due date`(
    due: String, happened: String, unit: Period.Unit, lateness: Int
  ) throws {
    #expect(try Self.calendar.lateness(from: day(due), to: day(happened), in: unit) == lateness)
  }

  @Test func `Lateness in working days is unknown outside the calendar`() throws {
    #expect(try Self.calendar.lateness(from: day("2150-12-30"), to: day("2151-01-05"), in: .workingDay) == nil)
    #expect(try Self.calendar.lateness(from: day("2150-12-30"), to: day("2151-01-05"), in: .day) == 6)
  }
}
