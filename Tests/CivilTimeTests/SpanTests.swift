import CivilTime
import Testing

@Suite struct SpanTests {
  @Test func `A span runs from its earliest day to its latest, both in it`() throws {
    let span = try #require(Span(earliest: day("2024-01-02"), latest: day("2024-02-03")))
    #expect(try span.contains(day("2024-01-02")) && span.contains(day("2024-02-03")))
    #expect(try !span.contains(day("2024-01-01")) && !span.contains(day("2024-02-04")))
    #expect(!span.isExact)
    #expect(span.description == "2024-01-02 to 2024-02-03")
  }

  @Test func `A span of one day is exact and is written as that day`() throws {
    let span = Span(try day("2024-01-02"))
    #expect(span.isExact)
    #expect(span == Span(earliest: span.earliest, latest: span.latest))
    #expect(span.description == "2024-01-02")
  }

  @Test func `A span never ends before it begins`() throws {
    #expect(Span(earliest: try day("2024-01-02"), latest: try day("2024-01-01")) == nil)
  }

  @Test(arguments: [
    (0, 10, 5, 20, [5, 10]), (0, 10, 10, 20, [10, 10]), (0, 10, 11, 20, []), (0, 30, 5, 6, [5, 6]),
  ])
  func `Two spans share the days that lie in both`(a: Int32, b: Int32, c: Int32, d: Int32, shared: [Int32]) throws {
    let one = try #require(Span(earliest: Day(number: a), latest: Day(number: b)))
    let other = try #require(Span(earliest: Day(number: c), latest: Day(number: d)))
    for both in [one.intersection(other), other.intersection(one)] {
      #expect(both.map { [$0.earliest.number, $0.latest.number] } ?? [] == shared)
    }
  }

  @Test(arguments: [(0, 0, 0), (0, 1, 0), (0, 2, 1), (-3, 0, -2), (-1, 0, -1), (.min, .max, -1)])
  func `The middle of a span is the earlier of two middle days, before 1970 too`(a: Int32, b: Int32, middle: Int32) throws {
    let span = try #require(Span(earliest: Day(number: a), latest: Day(number: b)))
    #expect(span.middle == Day(number: middle))
  }
}
