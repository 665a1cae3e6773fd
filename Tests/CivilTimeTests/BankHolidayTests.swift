import CivilTime
import Testing

@Suite struct BankHolidayTests {
  static let calendar = WorkingCalendar.englandAndWales

  /// What each title of the published file means.
  static let published: [String: (kind: Holiday.Kind, title: String)] = [
    "new_year": (.newYear, "New Year's Day"), "good_friday": (.goodFriday, "Good Friday"),
    "easter_monday": (.easterMonday, "Easter Monday"), "early_may": (.earlyMay, "Early May bank holiday"),
    "early_may_ve": (.earlyMay, "Early May bank holiday (VE day)"), "spring": (.spring, "Spring bank holiday"),
    "summer": (.summer, "Summer bank holiday"), "late_august": (.summer, "Summer bank holiday"),
    "christmas": (.christmas, "Christmas Day"), "boxing_day": (.boxingDay, "Boxing Day"),
    "queen_platinum": (.special, "Platinum Jubilee bank holiday"),
    "queens_bank_holiday": (.special, "Bank Holiday for the State Funeral of Queen Elizabeth II"),
    "kings_coronation": (.special, "Bank holiday for the coronation of King Charles III"),
  ]

  @Test func `The computed holidays are the published ones, dates and titles, for every year published`() throws {
    let expected = try VectorFiles.publishedHolidays().map { holiday in
      let meaning = try #require(Self.published[holiday.title], "\(holiday.title)")
      let isSubstitute = holiday.notes == "substitute_day"
      return "\(holiday.date) \(meaning.kind) \(meaning.title) \(isSubstitute)"
    }
    #expect(expected.count == 115)
    let computed = Self.calendar.holidays.filter { (2015...2028).contains($0.day.year) }
    #expect(computed.map { "\($0.day) \($0.kind) \($0.title) \($0.isSubstitute)" } == expected)
  }

  @Test(arguments: [
    (1978, ["01-02", "03-24", "03-27", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    (1981, ["01-01", "04-17", "04-20", "05-04", "05-25", "07-29", "08-31", "12-25", "12-28"]),
    (1982, ["01-01", "04-09", "04-12", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    (1983, ["01-03", "04-01", "04-04", "05-02", "05-30", "08-29", "12-26", "12-27"]),
    (1995, ["01-02", "04-14", "04-17", "05-08", "05-29", "08-28", "12-25", "12-26"]),
    (1998, ["01-01", "04-10", "04-13", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    (1999, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28", "12-31"]),
    (2000, ["01-03", "04-21", "04-24", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    (2002, ["01-01", "03-29", "04-01", "05-06", "06-03", "06-04", "08-26", "12-25", "12-26"]),
    (2011, ["01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"]),
    (2012, ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"]),
  ])
  func `Years before the published file have their moved days, added days and substitutes`(year: Int, days: [String]) {
    let computed = Self.calendar.holidays.filter { $0.day.year == year }
    #expect(computed.map { String($0.day.description.dropFirst(5)) } == days)
  }

  @Test func `No holiday is kept on a weekend, two never share a day, and a plain year has eight`() {
    let holidays = Self.calendar.holidays
    #expect(holidays.allSatisfy { !$0.day.weekday.isWeekend })
    #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.day < $1.day })
    // 173 years of eight, and eight days that were added in seven years.
    #expect(holidays.count == 173 * 8 + 8)
    #expect(holidays.filter { $0.kind == .special }.count == 8)
  }

  @Test(arguments: [
    "1978-03-26", "1981-04-19", "1990-04-15", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
    "2025-04-20", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28",
  ])
  func `Easter Monday follows the Easter Sundays of the church's tables`(sunday: String) throws {
    let monday = Self.calendar.holidays.first { [year = try day(sunday).year] in $0.day.year == year && $0.kind == .easterMonday }
    #expect(try monday?.day == day(sunday).adding(days: 1))
  }

  @Test func `A holiday is found by its day and told with its name`() throws {
    #expect(try Self.calendar.holiday(on: day("2021-12-27"))?.description == "2021-12-27 Christmas Day (substitute day)")
    #expect(try Self.calendar.holiday(on: day("2022-06-02"))?.title == "Spring bank holiday")
    #expect(try Self.calendar.holiday(on: day("2022-05-30")) == nil)
    #expect(try Self.calendar.holiday(on: day("2021-12-25")) == nil)
    #expect(try Self.calendar.holiday(on: day("1977-06-07")) == nil)
    #expect(try Self.calendar.holiday(on: day("2151-01-01")) == nil)
  }
}
