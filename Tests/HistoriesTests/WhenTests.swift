import CivilTime
import Diagnostics
import Histories
import Testing

@Suite struct WhenTests {
  /// Every form that stands on dates alone.
  static let dates: [(String, String)] = [
    ("2019-04-12", "2019-04-12"),
    ("2019-04-12 14:30", "2019-04-12"),
    ("2019-04-12T14:30", "2019-04-12"),
    ("2019-04", "2019-04-01 to 2019-04-30"),
    ("2020-02", "2020-02-01 to 2020-02-29"),
    ("2019-Q1", "2019-01-01 to 2019-03-31"),
    ("2019-Q4", "2019-10-01 to 2019-12-31"),
    ("2019", "2019-01-01 to 2019-12-31"),
    ("early 2019-04", "2019-04-01 to 2019-04-10"),
    ("mid 2019-04", "2019-04-11 to 2019-04-20"),
    ("late 2019-04", "2019-04-21 to 2019-04-30"),
    ("late 2019-02", "2019-02-21 to 2019-02-28"),
    ("early 2019", "2019-01-01 to 2019-04-30"),
    ("mid 2019", "2019-05-01 to 2019-08-31"),
    ("late 2019", "2019-09-01 to 2019-12-31"),
    ("mid 2019-Q2", "2019-05-01 to 2019-05-31"),
    ("2019-04-12 to 2019-04-15", "2019-04-12 to 2019-04-15"),
    ("2019-04 to 2019-06", "2019-04-01 to 2019-06-30"),
    ("2019 to 2021", "2019-01-01 to 2021-12-31"),
    ("between 2019 and 2021", "2019-01-01 to 2021-12-31"),
    ("between late 2019-04 and early 2019-05", "2019-04-21 to 2019-05-10"),
    ("  between   2019 and  2021 ", "2019-01-01 to 2021-12-31"),
    ("same day as 2019-04", "2019-04-01 to 2019-04-30"),
    ("about same day as 2019-04-12", "2019-04-09 to 2019-04-15"),
    ("3 weeks after 2019-04-12", "2019-05-03"),
    ("1 month after 2019-01", "2019-02-01 to 2019-02-28"),
    ("1 month before 2019-03", "2019-02-01 to 2019-02-28"),
    ("2 to 3 days after 2019-04", "2019-04-03 to 2019-05-03"),
    ("[after 2019-04-12, before 2019-04-20]", "2019-04-13 to 2019-04-19"),
    ("[after 2019-04, before 2019-07]", "2019-05-01 to 2019-06-30"),
    ("[on or after 2019-04, on or before 2019-07]", "2019-04-01 to 2019-07-31"),
    ("[2019-04, mid 2019]", "no day"),
    ("[2019-Q2, mid 2019]", "2019-05-01 to 2019-06-30"),
  ]

  @Test(arguments: dates)
  func `A statement that stands on dates gives its span`(when: String, span: String) throws {
    let (history, diagnostics) = HistoryBench.read(HistoryBench.yaml(["id: e1, event: visit, when: \(quoted(when))"]))
    guard span != "no day" else {
      #expect(diagnostics.map(\.code.label) == ["PL4204"])
      return
    }
    #expect(diagnostics.isEmpty)
    #expect(history?.span("e1") == span)
  }

  /// Every form that stands on an event, here on Friday 12 April 2019, with Good Friday a week later.
  static let relations: [(String, String)] = [
    ("same day as e1", "2019-04-12"),
    ("about same day as e1", "2019-04-09 to 2019-04-15"),
    ("after e1", "2019-04-12 to 2030-12-31"),
    ("on or after e1", "2019-04-12 to 2030-12-31"),
    // It stands below e1, so that on one day it would come after it.
    ("before e1", "2010-01-01 to 2019-04-11"),
    ("on or before e1", "2010-01-01 to 2019-04-12"),
    ("3 days after e1", "2019-04-15"),
    ("three days before e1", "2019-04-09"),
    ("a day after e1", "2019-04-13"),
    ("an hour after e1", "2019-04-12 to 2019-04-13"),
    ("24 hours after e1", "2019-04-13"),
    ("36 hours after e1", "2019-04-13 to 2019-04-14"),
    ("a fortnight after e1", "2019-04-26"),
    ("about a fortnight after e1", "2019-04-24 to 2019-04-28"),
    ("at most a fortnight before e1", "2019-03-29 to 2019-04-12"),
    ("1 week after e1", "2019-04-19"),
    ("twelve weeks after e1", "2019-07-05"),
    ("1 month after e1", "2019-05-12"),
    ("2 months before e1", "2019-02-12"),
    ("1 year after e1", "2020-04-12"),
    ("0 days after e1", "2019-04-12"),
    ("1 working day after e1", "2019-04-15"),
    ("6 working days after e1", "2019-04-24"),
    ("5 working days before e1", "2019-04-05"),
    ("2 to 3 weeks after e1", "2019-04-26 to 2019-05-03"),
    ("2 weeks to 3 weeks after e1", "2019-04-26 to 2019-05-03"),
    ("1 to 2 months after e1", "2019-05-12 to 2019-06-12"),
    ("2 to 3 weeks before e1", "2019-03-22 to 2019-03-29"),
    ("a few days after e1", "2019-04-14 to 2019-04-18"),
    ("a few months after e1", "2019-06-12 to 2019-10-12"),
    ("about 2 weeks after e1", "2019-04-24 to 2019-04-28"),
    ("about 1 day after e1", "2019-04-12 to 2019-04-14"),
    ("almost 2 weeks after e1", "2019-04-24 to 2019-04-25"),
    ("just over a week after e1", "2019-04-20"),
    ("just over 2 weeks after e1", "2019-04-27 to 2019-04-28"),
    ("at least 2 weeks after e1", "2019-04-26 to 2030-12-31"),
    ("at most 2 weeks after e1", "2019-04-12 to 2019-04-26"),
    ("more than 2 weeks after e1", "2019-04-27 to 2030-12-31"),
    ("less than 2 weeks after e1", "2019-04-12 to 2019-04-25"),
    ("less than 2 weeks before e1", "2019-03-30 to 2019-04-12"),
    // 12 April to 12 July is 91 days, of which a sixth is 15.
    ("about 3 months after e1", "2019-06-27 to 2019-07-27"),
    ("almost 3 months after e1", "2019-06-27 to 2019-07-11"),
    ("just over 3 months before e1", "2018-12-28 to 2019-01-11"),
    ("e1 to 2019-05", "2019-04-12 to 2019-05-31"),
    ("between 2019-03 and e1", "2019-03-01 to 2019-04-12"),
  ]

  @Test(arguments: relations)
  func `A statement that stands on an exact event gives its span`(when: String, span: String) throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12",
      "id: e2, event: visit, order: free, when: [\(when), between 2010 and 2030]",
    ])
    #expect(history.span("e2") == span)
  }

  /// Relations to a day somewhere in April 2019.
  static let uncertain: [(String, least: Int?, most: Int?)] = [
    ("same day as e1", 0, 0),
    ("3 days after e1", 3, 3),
    ("2 weeks before e1", -14, -14),
    ("1 month after e1", 28, 31),
    ("3 months after e1", 89, 92),
    ("1 year after e1", 365, 366),
    // Three months are 89 to 92 days: 89 - 14, and 92 - 1.
    ("almost 3 months after e1", 75, 91),
    ("about 3 months after e1", 75, 107),
    ("just over 3 months before e1", -107, -90),
    ("a few months after e1", 59, 184),
    ("about same day as e1", -3, 3),
    // At most over the last Christmas of the century: Friday 24 December to Thursday 6 January.
    ("5 working days after e1", 5, 13),
  ]

  @Test(arguments: uncertain)
  func `A length from an uncertain event keeps its distance`(when: String, least: Int?, most: Int?) throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2015 to 2020",
      "id: e2, event: visit, order: free, when: [\(when), between 2010 and 2030]",
    ])
    let days = history.times.days(from: 0, to: 1)
    #expect(days.least == least)
    #expect(days.most == most)
  }

  @Test func `A month counted from a day that turns out exact is exact`() throws {
    // The two statements about e2 leave one day, which no single statement gives.
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-01-01",
      "id: e2, event: visit, when: [between 2019-01-10 and 2019-01-31, on or after 2019-01-31]",
      "id: e3, event: visit, when: 1 month after e2",
      "id: e4, event: visit, when: 1 month after e3",
    ])
    #expect(history.span("e3") == "2019-02-28")
    #expect(history.span("e4") == "2019-03-28")
    #expect(history.times.isExact)
  }

  @Test func `Relations in a circle are solved together`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: [2019-04, 5 days before e2]",
      "id: e2, event: visit, when: [5 days after e1, before 2019-04-10]",
    ])
    #expect(history.span("e1") == "2019-04-01 to 2019-04-04")
    #expect(history.span("e2") == "2019-04-06 to 2019-04-09")
  }

  @Test func `After an event that stands further down means a later day`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, order: free, when: [after e2, before 2020]",
      "id: e2, event: visit, when: 2019-04-12",
      "id: e3, event: visit, order: free, when: [before e2, after 2018]",
    ])
    #expect(history.span("e1") == "2019-04-13 to 2019-12-31")
    #expect(history.span("e3") == "2019-01-01 to 2019-04-11")
  }

  static let notUnderstood: [(String, mend: String)] = [
    ("12 April 2019", "Write months as numbers"),
    ("early April", "Write months as numbers"),
    ("12/04/2019", "year, month and day"),
    ("the following Monday", "Weekdays are not relations"),
    ("e1", "Say how it lies to the event"),
    ("3 days", "Say from which event"),
    ("about 2019-04-12", "Soften a date"),
    ("approx 3 weeks after e1", "Write `about` for `approx`: about 3 weeks after e5."),
    ("approx. 3 weeks after e1", "Write `about`"),
    ("approximately 3 weeks after e1", "Write `about`"),
    ("around 3 weeks after e1", "Write `about`"),
    ("Roughly 3 weeks after e1", "Write `about`"),
    ("circa 3 weeks after e1", "Write `about`"),
    ("c. 3 weeks after e1", "Write `about`"),
    ("around same day as e1", "Write `about`"),
    ("nearly 3 weeks after e1", "Write `almost`"),
    ("within 5 weeks of e1", "at most 5 weeks after e5."),
    ("within 5 weeks after e1", "Write `at most`"),
    ("approximately 2019-04-12", "Soften a date"),
    ("2 fortnights after e1", "Write `a fortnight`"),
    ("sometime", "Say how it lies"),
    ("in the spring", "Write a date"),
    ("3 days after", "Write a date"),
    ("after", "Write a date"),
    ("between 2019", "Write a date"),
    ("between 2019 and", "Write a date"),
    ("thirteen days after e1", "Write a date"),
    ("about a few days after e1", "Write a date"),
    ("about 2 to 3 days after e1", "Write a date"),
    ("almost 0 days after e1", "Write a date"),
    ("2019-4-12", "Write a date"),
    ("2019-04-12 25:00", "Write a date"),
    ("mid 2019-04-12", "Write a date"),
    ("2019-Q5", "Write a date"),
    ("on e1", "Write a date"),
    ("2019-04 or 2019-05", "Write a date"),
    ("99999999999999999999 days after e1", "Write a date"),
    ("2019-02-30", "year, month and day"),
    ("2019-13", "year, month and day"),
  ]

  @Test(arguments: notUnderstood)
  func `What is not understood is told with a mend`(when: String, mend: String) throws {
    let fault = try HistoryBench.fault([
      "id: e1, event: visit, when: 2019", "id: e2, event: visit, when: \(quoted(when))",
    ])
    #expect(fault.code.label == "PL4201")
    #expect(fault.mend?.contains(mend) == true, "\(fault.mend ?? "")")
  }

  private func quoted(_ when: String) -> String { when.hasPrefix("[") ? when : "\"\(when)\"" }
}
