import Anonymising
import CaseWriting
import CivilTime
import Histories
import Testing

@Suite struct `Statements of time that are moved` {
  private static let names = ["e3": "e1", "other": "e2"]

  private static func moved(
    _ text: String, _ role: StatementMove.Role = .moment, weeks: Int = -4, anchor: (name: String, day: Day)? = nil
  ) -> MovedStatement? {
    StatementMove(days: weeks * 7, names: names, anchor: anchor).moved(text, as: role)
  }

  @Test(arguments: [
    ("2019-04-12", "2019-03-15"), ("2019-04-12 14:30", "2019-03-15 14:30"), ("2019-04", "2019-03-04 to 2019-04-02"),
    ("early 2019-04", "2019-03-04 to 2019-03-13"), ("2019-Q2", "2019-03-04 to 2019-06-02"),
    ("2019-04 to 2019-06", "2019-03-04 to 2019-06-02"), ("between 2019 and 2021", "2018-12-04 to 2021-12-03"),
    ("almost 3 months after e3", "almost 3 months after e1"), ("a few  days before other", "a few days before e2"),
    ("same day as e3", "same day as e1"), ("between e3 and other", "between e1 and e2"),
    ("e3 to 2019-06", "e1 to 2019-06-02"), ("2019-06 to e3", "2019-05-04 to e1"),
    ("about 2 weeks after 2019-04-12", "about 2 weeks after 2019-03-15"),
    ("3 weeks after 2019-04", "2019-03-25 to 2019-04-23"), ("about same day as 2019-04", "2019-03-01 to 2019-04-05"),
    ("at least 3 weeks after 2019-04", "on or after 2019-03-25"), ("at least 3 weeks before 2019-04", "on or before 2019-03-12"),
    ("after 2019-04", "after 2019-04-02"), ("on or after 2019-04", "on or after 2019-03-04"),
    ("before 2019-04", "before 2019-03-04"), ("on or before 2019-04", "on or before 2019-04-02"),
  ])
  func `Relations keep their words, and dates wider than a day become their days`(text: String, moved: String) {
    #expect(Self.moved(text)?.text == moved)
  }

  @Test(arguments: [
    (StatementMove.Role.firstDay, "2019-03-04"), (.firstDate, "2019-03-04"), (.lastDay, "2019-04-02"),
    (.date, "2019-03-04 to 2019-04-02"),
  ])
  func `The ends of a stretch are the days that dates mean there`(role: StatementMove.Role, moved: String) {
    #expect(Self.moved("2019-04", role)?.text == moved)
  }

  @Test(arguments: [
    ("2019-04-12", "same day as e1"), ("2019-04-13", "1 day after e1"), ("2019-03-31", "12 days before e1"),
    ("2019-05", "19 to 49 days after e1"), ("2019-04", "2019-03-04 to 2019-04-02"),
    ("3 weeks after 2019-04-15", "24 days after e1"), ("after 2019-04", "at least 19 days after e1"),
    ("almost 3 months after e3", "almost 3 months after e1"),
  ])
  func `Dates are counted from the anchor where they lie on one side of it`(text: String, moved: String) throws {
    let day = try #require(Day(iso: "2019-04-12"))
    #expect(Self.moved(text, anchor: ("e1", day))?.text == moved)
  }

  @Test func `A time of day is told apart where the date becomes a relation`() throws {
    let day = try #require(Day(iso: "2019-04-12"))
    let moved = try #require(Self.moved("2019-04-14 09:05", anchor: ("e1", day)))
    #expect(moved.text == "2 days after e1")
    #expect(moved.time == TimeOfDay(text: "09:05"))
  }

  @Test(arguments: ["nobody knows", "3 weeks after e9", "1978-01-02", "2019-13", "just after e3"])
  func `What cannot be said anew is not said`(text: String) { #expect(Self.moved(text) == nil) }

  /// Every form of the guide, moved and read again, lets in the moved days.
  @Test(
    arguments: [
      "2019-04-12", "2019-04", "early 2019-Q2", "mid 2019", "2019-04 to 2019-06", "about same day as 2019-04-12",
      "3 weeks after 2019-04", "after 2019-04", "on or after 2019-04", "at most 2 weeks after 2019-05-01",
      "more than 2 weeks after 2019-04", "2 to 3 weeks before 2019-06", "[after 2019-04, before 2019-06]",
    ], AnonymisingOptions.Dates.allCases)
  func `What was said of a day is said of the moved day`(text: String, dates: AnonymisingOptions.Dates) throws {
    let history = """
      history: soft
      procedure: england
      children: {a: {born: 2015-01-01}}
      observed until: 2020-06
      events:
        - {id: first, event: context_noted, when: 2018-11-05}
        - {id: soft, event: context_noted, when: \(text), order: free}
        - {id: last, event: context_noted, when: 2020-02-05}
      """
    var options = AnonymisingOptions()
    options.dates = dates
    let before = try England.history(history).history.times.spans
    let anonymous = try #require(try England.anonymous(history, options))
    let after = try England.history(HistoryText.yaml(anonymous.tree)).history.times.spans
    let days = after[0].earliest.days(since: before[0].earliest)
    for (one, other) in zip(before, after) {
      #expect(other.earliest.days(since: one.earliest) == days && other.latest.days(since: one.latest) == days, "\(text)")
    }
  }
}
