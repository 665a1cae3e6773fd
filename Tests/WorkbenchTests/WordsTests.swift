import CivilTime
import Replay
import Testing

@testable import Reporting

@Suite struct `Dates and counts in words` {
  @Test(arguments: [
    (4, 4, Period.Unit.workingDay, "4 working days"), (1, 1, .week, "1 week"),
    (4, 9, .workingDay, "between 4 and 9 working days"),
    (0, 2, .week, "up to 2 weeks"), (0, 0, .month, "less than a month"), (0, 0, .hour, "less than an hour"),
  ])
  func `How late a step was is told in the rule's own unit`(least: Int, most: Int, unit: Period.Unit, words: String) {
    #expect(Lateness(least: least, most: most, unit: unit).inWords == words)
  }

  @Test(arguments: [
    ("2019-04-18", "2019-04-18", "Thu 18 Apr 2019"), ("2019-03-03", "2019-06-30", "3 Mar to 30 Jun 2019"),
    ("2019-03-03", "2019-03-30", "3 to 30 Mar 2019"), ("2018-03-03", "2019-03-30", "3 Mar 2018 to 30 Mar 2019"),
    ("2018-12-20", "2019-01-03", "20 Dec 2018 to 3 Jan 2019"),
  ])
  func `A span is told by its ends`(earliest: String, latest: String, words: String) throws {
    let ends = try (#require(Day(iso: earliest)), #require(Day(iso: latest)))
    let span = try #require(Span(earliest: ends.0, latest: ends.1))
    #expect(span.inWords == words)
  }

  @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func `A list is told as in a sentence`(items: [String], words: String) {
    #expect(items.joinedInWords() == words)
  }

  @Test(arguments: [
    ("a \"b\" \\ \n\u{1}", #""a \"b\" \\ \n\u0001""#), ("é 👶", "\"é 👶\""), ("\u{1B}[31m", #""\u001b[31m""#),
  ])
  func `A text in JSON is quoted`(text: String, quoted: String) { #expect(JSONValue.quoted(text) == quoted) }

  @Test func `A word longer than the line stands alone and nothing is lost`() {
    let long = String(repeating: "x", count: 30)
    #expect(TextPage.wrapped("one two \(long) three", to: 10) == ["one two", long, "three"])
  }
}
