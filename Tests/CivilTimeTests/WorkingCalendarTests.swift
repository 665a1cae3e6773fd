import CivilTime
import Testing

@Suite struct WorkingCalendarTests {
  static let calendar = WorkingCalendar.englandAndWales

  @Test(arguments: [
    ("2025-12-10", 15, "2026-01-05"), ("2026-03-27", 10, "2026-04-14"), ("2022-05-30", 20, "2022-06-29"),
    ("2022-09-01", 45, "2022-11-04"), ("2024-01-06", 1, "2024-01-08"), ("2024-01-06", -1, "2024-01-05"),
    ("2024-01-08", -1, "2024-01-05"), ("2024-01-06", 0, "2024-01-06"), ("2021-12-24", 1, "2021-12-29"),
  ])
  func `Working days are added from the day after, over weekends and bank holidays`(from: String, n: Int, to: String) throws {
    #expect(try Self.calendar.adding(workingDays: n, to: day(from)) == day(to))
  }

  @Test(arguments: [
    ("2025-12-10", "2026-01-05", 15), ("2026-01-05", "2025-12-10", -15), ("2024-01-05", "2024-01-07", 0),
    ("2024-01-06", "2024-01-08", 1), ("2024-01-08", "2024-01-06", -1), ("2024-01-08", "2024-01-08", 0),
  ])
  func `Working days are counted after the one day and through the other, minus where that lies earlier`(
    from: String, to: String, count: Int
  ) throws {
    #expect(try Self.calendar.workingDays(after: day(from), through: day(to)) == count)
  }

  @Test func `The working day on or next to a day is that day if it is worked on`() throws {
    #expect(try Self.calendar.lastWorkingDay(onOrBefore: day("2025-04-21")) == day("2025-04-17"))
    #expect(try Self.calendar.firstWorkingDay(onOrAfter: day("2025-04-18")) == day("2025-04-22"))
    #expect(try Self.calendar.lastWorkingDay(onOrBefore: day("2025-04-17")) == day("2025-04-17"))
    #expect(try Self.calendar.firstWorkingDay(onOrAfter: day("2025-04-17")) == day("2025-04-17"))
  }

  @Test func `Outside the calendar nothing is known`() throws {
    let calendar = Self.calendar
    #expect(calendar.firstDay.description == "1978-01-01" && calendar.lastDay.description == "2150-12-31")
    let before = calendar.firstDay.adding(days: -1)
    let after = calendar.lastDay.adding(days: 1)
    for outside in [before, after, .earliest, .latest] {
      #expect(calendar.isWorkingDay(outside) == nil)
      #expect(calendar.adding(workingDays: 0, to: outside) == nil)
      #expect(calendar.workingDays(after: outside, through: calendar.firstDay) == nil)
      #expect(calendar.workingDays(after: calendar.firstDay, through: outside) == nil)
      #expect(calendar.lastWorkingDay(onOrBefore: outside) == nil)
      #expect(calendar.firstWorkingDay(onOrAfter: outside) == nil)
    }
    #expect(calendar.isWorkingDay(calendar.lastDay) == true)
    for n in [1, .max] { #expect(calendar.adding(workingDays: n, to: calendar.lastDay) == nil) }
    for n in [-1, .min] { #expect(calendar.adding(workingDays: n, to: calendar.firstDay) == nil) }
    // 1 January 1978 was a Sunday and the 2nd its substitute.
    #expect(calendar.lastWorkingDay(onOrBefore: try day("1978-01-02")) == nil)
    #expect(calendar.adding(workingDays: -1, to: try day("1978-01-03")) == nil)
  }
}

/// Adding and counting compared, for every day from 1978 to 2150, with a walk from day to day.
@Suite struct WorkingCalendarWalkTests {
  static let calendar = WorkingCalendar.englandAndWales
  static let first = calendar.firstDay.number
  static let days = Int(calendar.lastDay.number - first) + 1

  /// Whether each day is worked on, told by weekday and the list of holidays alone.
  static let isWorked: [Bool] = {
    let holidays = Set(calendar.holidays.map(\.day))
    return (0..<days).map { (offset: Int) -> Bool in
      // 1978-01-01 was a Sunday.
      let isWeekend = offset % 7 == 0 || offset % 7 == 6
      return !isWeekend && !holidays.contains(Day(number: first + Int32(offset)))
    }
  }()

  @Test func `A working day is told apart from every other day`() {
    let wrong = (0..<Self.days).filter { Self.calendar.isWorkingDay(Day(number: Self.first + Int32($0))) != Self.isWorked[$0] }
    #expect(wrong.isEmpty)
    // 45,134 weekdays without 1,392 holidays.
    #expect(Self.isWorked.count { $0 } == 43_742)
  }

  @Test(arguments: [0, 1, 2, 10, 15, 45, -1, -3, -20])
  func `Adding working days equals walking`(n: Int) {
    let isWorked = Self.isWorked
    var wrong: [Day] = []
    for start in 0..<Self.days {
      var place = start
      var left = abs(n)
      while left > 0 {
        place += n.signum()
        guard place >= 0, place < isWorked.count else { break }
        if isWorked[place] { left -= 1 }
      }
      let walked = left == 0 ? Day(number: Self.first + Int32(place)) : nil
      let day = Day(number: Self.first + Int32(start))
      if Self.calendar.adding(workingDays: n, to: day) != walked { wrong.append(day) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(arguments: [0, 1, 3, 7, 30, -1, -4, -30])
  func `Counting working days equals walking`(distance: Int) {
    let isWorked = Self.isWorked
    var wrong: [Day] = []
    for start in max(0, -distance)..<Self.days - max(0, distance) {
      let (low, high) = (min(start, start + distance), max(start, start + distance))
      var count = 0
      var place = low + 1
      while place <= high {
        if isWorked[place] { count += 1 }
        place += 1
      }
      let (from, to) = (Day(number: Self.first + Int32(start)), Day(number: Self.first + Int32(start + distance)))
      if Self.calendar.workingDays(after: from, through: to) != count * distance.signum() { wrong.append(from) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func `The working days on or next to every day equal walking`() {
    let isWorked = Self.isWorked
    var wrong: [Day] = []
    for start in 0..<Self.days {
      var (up, down) = (start, start)
      while up < isWorked.count, !isWorked[up] { up += 1 }
      while down >= 0, !isWorked[down] { down -= 1 }
      let day = Day(number: Self.first + Int32(start))
      let isRight =
        Self.calendar.firstWorkingDay(onOrAfter: day)?.number == (up < isWorked.count ? Self.first + Int32(up) : nil)
        && Self.calendar.lastWorkingDay(onOrBefore: day)?.number == (down >= 0 ? Self.first + Int32(down) : nil)
      if !isRight { wrong.append(day) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }
}
