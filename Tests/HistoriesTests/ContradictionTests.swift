import Diagnostics
import Histories
import Testing

@Suite struct ContradictionTests {
  struct Case: Sendable {
    let events: [String]
    let message: String
    let line: Int
    let restsOnOrder: Bool
  }

  /// The entries of `events` begin on line 4.
  static let cases: [Case] = [
    Case(
      events: ["id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019-04-10"],
      message: "These times cannot all be true: e1 is 2019-04-12 (line 4); e2 comes after e1 in the file (line 5); "
        + "e2 is 2019-04-10 (line 5). They miss one another by 2 days.",
      line: 5, restsOnOrder: true),
    Case(
      events: [
        "id: e10, event: visit, when: 2019-04-12", "id: e11, event: visit, when: 2019-04-14",
        "id: e12, event: visit, when: 3 days after e10", "id: e13, event: visit, when: 2 days after e12",
        "id: e14, event: visit, when: 2019-04-16",
      ],
      message: "These times cannot all be true: e10 is 2019-04-12 (line 4); e12 is 3 days after e10 (line 6); "
        + "e13 is 2 days after e12 (line 7); e14 comes after e13 in the file (line 8); e14 is 2019-04-16 (line 8). "
        + "They miss one another by 1 day.",
      line: 8, restsOnOrder: true),
    Case(
      events: [
        "id: e1, event: visit, when: 2019", "id: e2, event: visit, when: 3 days after e1",
        "id: e3, event: visit, order: free, when: [about same day as e1, at least a week after e2]",
      ],
      message: "These times cannot all be true: e2 is 3 days after e1 (line 5); "
        + "e3 is at least a week after e2 (line 6); e3 is about same day as e1 (line 6). They miss one another by 7 days.",
      line: 6, restsOnOrder: false),
    Case(
      events: [
        "id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019", "id: e3, event: visit, when: 2019",
        "id: e4, event: visit, when: 2019-04-10",
      ],
      message: "These times cannot all be true: e1 is 2019-04-12 (line 4); e4 comes after e1 in the file (line 7); "
        + "e4 is 2019-04-10 (line 7). They miss one another by 2 days.",
      line: 7, restsOnOrder: true),
    Case(
      events: [
        "id: e1, event: visit, when: \"2019-04-12 15:00\"", "id: e2, event: visit, when: \"2019-04-12 14:30\"",
      ],
      message: "These times cannot all be true: e1 is 2019-04-12 15:00 (line 4); "
        + "e2 comes after e1 in the file, with an earlier time of day (line 5); e2 is 2019-04-12 14:30 (line 5). "
        + "They miss one another by 1 day.",
      line: 5, restsOnOrder: true),
    Case(
      events: [
        "id: e1, event: visit, when: 2019-04-12",
        "id: e2, event: visit, when: 2019-05-12, due: [1]".replacing(", due: [1]", with: ""),
        "id: e3, event: birth, done: no, when: between e1 and 2019-05-01",
        "id: e4, event: visit, when: 2019-05-13",
      ],
      message: "These times cannot all be true: e2 is 2019-05-12 (line 5); e3 comes after e2 in the file (line 6); "
        + "e3 was not done between e1 and 2019-05-01 (line 6). They miss one another by 11 days.",
      line: 6, restsOnOrder: true),
  ]

  @Test(arguments: cases)
  func `A contradiction shows its loop in words`(example: Case) throws {
    let fault = try HistoryBench.fault(example.events)
    #expect(fault.code.label == "PL4204")
    #expect(fault.message == example.message)
    #expect(fault.place.line == example.line)
    #expect(fault.mend?.contains("order: free") == example.restsOnOrder)
  }

  @Test func `The last observed day is part of the loop`() throws {
    let fault = try HistoryBench.fault(
      ["id: e1, event: visit, when: 2019-04-12"], header: ["observed until: 2019-03"])
    #expect(
      fault.message == "These times cannot all be true: `observed until` is 2019-03 (line 3); "
        + "e1 is not later than `observed until` (line 3); e1 is 2019-04-12 (line 5). "
        + "They miss one another by 12 days.")
  }

  @Test func `A free event may stand anywhere`() throws {
    let history = try HistoryBench.history([
      "id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: 2019-04-10, order: free",
    ])
    #expect(history.times.isExact)
  }

  @Test func `A fault in one entry leaves a contradiction between others to be told`() {
    let (_, diagnostics) = HistoryBench.read(
      HistoryBench.yaml([
        "id: e1, event: visit, when: 2019-04-12", "id: e2, event: visit, when: soon",
        "id: e3, event: visit, when: 2019-04-10",
      ]))
    #expect(diagnostics.map(\.code.label) == ["PL4201", "PL4204"])
  }
}
