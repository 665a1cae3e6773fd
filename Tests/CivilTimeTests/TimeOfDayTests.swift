import CivilTime
import Testing

@Suite struct TimeOfDayTests {
  @Test(arguments: [("00:00", 0), ("09:05", 545), ("23:59", 1_439)])
  func `A time is written as two digits for hours and two for minutes`(text: String, minute: Int16) throws {
    let time = try #require(TimeOfDay(text: text))
    #expect(time.minute == minute)
    #expect(time.description == text)
  }

  @Test(arguments: ["", "24:00", "12:60", "9:05", "09:5", "09.05", "09:05:00", " 09:05", "09:05 ", "-1:00", "aa:bb", "09:0５"])
  func `Anything else is no time`(text: String) {
    #expect(TimeOfDay(text: text) == nil)
  }

  @Test func `Hours and minutes outside the clock are no time`() {
    #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    #expect(TimeOfDay(hour: -1, minute: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: 60) == nil)
    #expect(TimeOfDay(hour: 0, minute: -1) == nil)
  }

  @Test func `Times of a day are ordered`() throws {
    #expect(try #require(TimeOfDay(hour: 9, minute: 59)) < #require(TimeOfDay(hour: 10, minute: 0)))
  }
}
