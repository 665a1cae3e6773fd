import CivilTime
import Conditions
import Diagnostics
import Histories
import Testing

@Suite struct ReadingTests {
  @Test func `Time point i is the time of event i`() throws {
    let history = try HistoryBench.history(
      [
        "event: visit, when: 2019-04-12, cite: \"2.16\"",
        "id: e2, event: plan_started, when: 2019-04-13 09:05, time: null",
      ].map { $0.replacing(", time: null", with: "") })
    #expect(history.events.map(\.identifier) == ["event1", "e2"])
    #expect(history.events.map(\.time) == [0, 1])
    #expect(history.events.map(\.end) == [0, 1])
    #expect(history.events.map(\.minute) == [-1, 545])
    #expect(history.events[0].cite == "2.16")
    #expect(history.times.isExact)
    #expect(history.observedUntil == 1)
  }

  @Test func `Children are bits in file order, and a missing for means all of them`() throws {
    let history = try HistoryBench.history([
      "event: visit, when: 2019-04-12",
      "event: visit, when: 2019-04-12, for: [theo]",
      "event: visit, when: 2019-04-12, for: ruby",
      "event: visit, when: 2019-04-12, for: world",
      "event: visit, when: 2019-04-12, for: {theo: {}, ruby: }",
    ])
    #expect(history.children.map(\.name) == ["ruby", "theo"])
    #expect(history.events.map(\.children) == [0b11, 0b10, 0b01, 0, 0b11])
  }

  @Test func `What is said of one child counts for that child alone`() throws {
    let history = try HistoryBench.history([
      "event: visit, when: 2019-04-12, child_seen: true, outcome: inside, for: {ruby: {child_seen: false}, theo: {}}"
    ])
    let seen = history.attributes.filter { $0.value == .truth(true) || $0.value == .truth(false) }
    #expect(seen.map(\.children) == [0b01, 0b10])
    #expect(seen.map(\.value) == [.truth(false), .truth(true)])
    let outcome = try #require(history.attributes.first { $0.value == .choice(0) })
    #expect(outcome.children == 0b11)
    #expect(history.events[0].attributeCount == 3)
  }

  private static func number(_ least: String?, _ most: String?) -> NumberRange {
    NumberRange(least: least.flatMap { Decimal128($0) }, most: most.flatMap { Decimal128($0) })
  }

  static let values: [(String, Value)] = [
    ("child_seen: true", .truth(true)), ("child_seen: yes", .truth(true)), ("child_seen: false", .truth(false)),
    ("child_seen: no", .truth(false)),
    ("by: mother", .choice(2)),
    ("outcome: doorstep", .choice(1)),
    ("note: \"any text\"", .text("any text")),
    ("present: [mother, health_visitor]", .set(PartialSet(whole: 0b110))),
    ("present: []", .set(PartialSet(whole: 0))),
    ("present: {some: [mother], not: [social_worker]}", .set(PartialSet(inside: 0b100, outside: 0b001))),
    ("present: {not: [mother]}", .set(PartialSet(inside: 0, outside: 0b100))),
    ("topics: [food]", .set(PartialSet(whole: 0b10))),
    ("tries: 3", .number(number("3", "3"))),
    ("tries: 2 to 4", .number(number("2", "4"))),
    ("tries: at least 3", .number(number("3", nil))),
    ("tries: at most 3", .number(number(nil, "3"))),
    ("tries: more than 3", .number(number("3.000000001", nil))),
    ("tries: less than 3", .number(number(nil, "2.999999999"))),
    ("every: 10 working days", .duration(DurationRange(Period(10, .workingDay)))),
    ("every: more than 1 week", .duration(DurationRange(least: Period(8, .day), most: nil))),
    ("every: more than 1 month", .duration(DurationRange(least: Period(29, .day), most: nil))),
    ("every: more than 10 working days", .duration(DurationRange(least: Period(11, .workingDay), most: nil))),
    ("every: more than 72 hours", .duration(DurationRange(least: Period(73, .hour), most: nil))),
    ("every: less than 2 weeks", .duration(DurationRange(least: Period(0, .day), most: Period(13, .day)))),
    ("every: less than 1 month", .duration(DurationRange(least: Period(0, .day), most: Period(30, .day)))),
    ("every: about 10 working days", .duration(DurationRange(least: Period(9, .workingDay), most: Period(11, .workingDay)))),
    ("every: at least 2 weeks", .duration(DurationRange(least: Period(2, .week), most: nil))),
    ("every: at most 2 weeks", .duration(DurationRange(least: Period(0, .week), most: Period(2, .week)))),
    ("every: 2 to 3 weeks", .duration(DurationRange(least: Period(2, .week), most: Period(3, .week)))),
    ("every: about 6 weeks", .duration(DurationRange(least: Period(35, .day), most: Period(49, .day)))),
    ("every: almost 3 months", .duration(DurationRange(least: Period(75, .day), most: Period(91, .day)))),
    ("every: a few days", .duration(DurationRange(least: Period(2, .day), most: Period(6, .day)))),
    ("due: 2019-05-03", .date(DateValue(day("2019-05-03")))),
    ("due: 2019-05", .date(DateValue(earliest: day("2019-05-01"), latest: day("2019-05-31")))),
    ("due: 3 weeks after e1", .date(DateValue(earliest: day("2019-05-03"), latest: day("2019-05-03"), timePoint: 1))),
    ("due: about 1 week after e1", .date(DateValue(earliest: day("2019-04-18"), latest: day("2019-04-20"), timePoint: 1))),
    (
      "due: [after e1, before 2019-05]",
      .date(DateValue(earliest: day("2019-04-12"), latest: day("2019-04-30"), timePoint: 1))
    ),
    ("due: same day as e1", .date(DateValue(earliest: day("2019-04-12"), latest: day("2019-04-12"), timePoint: 0))),
  ]

  @Test(arguments: values)
  func `An attribute has the type its vocabulary gives it`(text: String, value: Value) throws {
    let history = try HistoryBench.history(["id: e1, event: visit, when: 2019-04-12, \(text)"])
    #expect(history.attributes.map(\.value) == [value])
  }

  @Test func `An event that happened may carry a date named until`() throws {
    let history = try HistoryBench.history(["event: extended, when: 2019-04-12, until: 2019-05-03"])
    #expect(history.attributes.map(\.value) == [.date(DateValue(day("2019-05-03")))])
    #expect(history.events[0].wasDone)
  }

  static let notDone: [(String, from: String, until: String)] = [
    ("from: e1, until: e2", "2019-04-12", "2019-06-12"),
    ("from: 2019-05, until: 2019-07", "2019-05-01", "2019-07-31"),
    ("from: e1", "2019-04-12", "2019-06-12"),
    ("when: 2019-04-20", "2019-04-20", "2019-04-20"),
    ("when: 2019-05", "2019-05-01", "2019-05-31"),
    ("when: between e1 and e2", "2019-04-12", "2019-06-12"),
    ("when: 3 days after e1", "2019-04-15", "2019-04-15"),
    ("when: 2 to 3 weeks after e1", "2019-04-26", "2019-05-03"),
    ("when: about 2 weeks after e1", "2019-04-24", "2019-04-28"),
    ("when: 2 to 3 weeks before e2", "2019-05-22", "2019-05-29"),
    ("when: at least 2 weeks after e1", "2019-04-26", "2019-06-12"),
    ("when: after e1", "2019-04-12", "2019-06-12"),
    ("when: after 2019-05", "2019-06-01", "2019-06-12"),
    ("when: same day as e2", "2019-06-12", "2019-06-12"),
    ("when: about same day as e1", "2019-04-09", "2019-04-15"),
  ]

  @Test(arguments: notDone)
  func `A step not done was not done over the whole of its stretch`(text: String, from: String, until: String) throws {
    let history = try HistoryBench.history([
      "id: e1, event: plan_started, when: 2019-04-12", "id: e3, event: visit, done: no, order: free, \(text)",
      "id: e2, event: plan_ended, when: 2019-06-12",
    ])
    let event = history.events[1]
    #expect(!event.wasDone)
    #expect(event.time == 1)
    #expect("\(history.times.spans[event.time])" == from)
    #expect("\(history.times.spans[event.end])" == until)
  }

  @Test func `A step not done from an event on may stand below later events`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019-06-12",
      "id: e3, event: visit, done: no, from: e1, until: e2",
    ])
    #expect(history.events.map(\.isFree) == [false, false, true])
    #expect(history.observedUntil == 1)
  }

  @Test func `A child is known, born and judged until the moments that are named`() throws {
    let (history, diagnostics) = HistoryBench.read(
      """
      history: bench
      children:
        ruby:
        theo: {known: e1, born: 2019-04, until: 2019-06-01, starts in: {plan: on_plan.open}}
      observed until: 2019-07
      events:
        - {id: e1, event: visit, when: 2019-04-12}
      """)
    #expect(diagnostics.isEmpty)
    let theo = try #require(history?.children[1])
    let spans = try #require(history?.times.spans)
    #expect(theo.known == 0)
    #expect(theo.born.map { "\(spans[$0])" } == "2019-04-01 to 2019-04-30")
    #expect(theo.until.map { "\(spans[$0])" } == "2019-06-01")
    #expect(theo.startsIn == [StateReference(workflow: 0, state: 2)])
    #expect(history?.children[0].known == nil)
    #expect((history?.observedUntil).map { "\(spans[$0])" } == "2019-07-31")
  }

  @Test(arguments: [
    ("2019-03-02 to 2019-03-09", "2019-03-02 to 2019-03-09"),
    ("between 2019-03-02 and 2019-03-09", "2019-03-02 to 2019-03-09"),
    ("6 weeks before e1", "2019-03-01"),
    ("[before e1, at least 10 days after 2019-03-31]", "2019-04-10 to 2019-04-12"),
  ])
  func `A child's moment may be told as the time of an event is`(born: String, span: String) throws {
    let (history, diagnostics) = HistoryBench.read(
      """
      history: bench
      children:
        theo: {known: e1, born: \(born)}
      observed until: 2019-07
      events:
        - {id: e1, event: visit, when: 2019-04-12}
      """)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let spans = try #require(history?.times.spans)
    #expect(history?.children[0].born.map { "\(spans[$0])" } == span)
  }

  @Test func `Starting states may be a list and the end of a path`() throws {
    let (history, _) = HistoryBench.read(
      """
      history: bench
      children: {theo: {starts in: {plan: [on_plan, none]}}}
      events: [{event: visit, when: 2019-04-12}]
      """)
    #expect(history?.children[0].startsIn.map(\.state) == [1, 0])
  }

  @Test func `A complete record is told by event, children and time`() throws {
    let history = try HistoryBench.history(
      ["id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019-06-12"],
      header: ["complete for: [birth, {event: [visit, plan_started], for: [theo], from: e1, until: 2019-05}]"])
    #expect(history.completeness.map(\.event) == [3, 0, 1])
    #expect(history.completeness.map(\.children) == [0b11, 0b10, 0b10])
    #expect(history.completeness.map(\.from) == [nil, 0, 0])
    let until = try #require(history.completeness[1].until)
    #expect("\(history.times.spans[until])" == "2019-05-31")
  }

  @Test func `Observation ends by itself with the last event, wherever it stands`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12, order: free", "id: e2, event: visit, when: 2019-03-12",
    ])
    #expect(history.observedUntil == 0)
  }

  @Test func `Nothing that happened is later than the last observed day`() throws {
    let history = try HistoryBench.history(
      ["id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: after e1"],
      header: ["observed until: 2019-05-03"])
    #expect(history.span("e2") == "2019-04-12 to 2019-05-03")
  }

  @Test func `The order of the file bounds what stands between`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019",
      "id: e3, event: visit, when: 2019-06-12",
    ])
    #expect(history.span("e2") == "2019-04-12 to 2019-06-12")
  }

  @Test func `A later entry with an earlier time of day belongs to a later day`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12, time: \"15:00\"",
      "id: e2, event: visit, when: 2019-04, time: \"14:30\"",
    ])
    #expect(history.span("e2") == "2019-04-13 to 2019-04-30")
    #expect(history.events.map(\.minute) == [900, 870])
  }

  @Test func `The title, source, procedure and profile are kept`() throws {
    let history = try HistoryBench.history(
      ["event: visit, when: 2019-04-12"],
      header: [
        "title: Theo and Ruby", "source: {title: A review, dated: 2024-02}", "procedure: england", "profile: coastal",
      ])
    #expect(history.title == "Theo and Ruby")
    #expect(history.source == HistorySource(title: "A review", publisher: nil, dated: "2024-02"))
    #expect(history.procedure == "england")
    #expect(history.profile == "coastal")
  }

  @Test(arguments: ["no", "false"]) func `A step is recorded as not done by either word`(word: String) throws {
    let history = try HistoryBench.history(["id: e1, event: visit, done: \(word), when: 2019-04-12"])
    #expect(history.events.map(\.wasDone) == [false])
  }

  @Test func `All faults are told together, in the order of the file`() {
    let (history, diagnostics) = HistoryBench.read(
      HistoryBench.yaml([
        "id: e1, event: vist, when: 2019-04-12", "id: e2, event: visit, when: 3 days after e11, child_seen: perhaps",
        "id: e2, event: visit, when: soon, done: maybe, colour: red",
      ]))
    #expect(history == nil)
    #expect(
      diagnostics.map(\.code.label) == ["PL4101", "PL4105", "PL4103", "PL4004", "PL4201", "PL4208", "PL4102"])
  }
}
