import CaseWriting
import Diagnostics
import Histories
import Notation
import Procedures
import Testing

@Suite struct `A history in the bulk form` {
  private static func written(_ text: String, _ form: BulkText.Form = .csv) throws -> [UInt8] {
    let writer = BulkText(form, attributes: try #require(England.procedure).vocabulary.attributeNames)
    var bytes = Array(writer.head.utf8)
    try writer.write(try England.history(text).tree, to: &bytes)
    return bytes
  }

  private static func history(children: String = "{a: {born: 2020-01}}", complete: String = "everything", _ events: String)
    -> String
  {
    """
    history: c1
    procedure: england
    children: \(children)
    complete for: \(complete)
    observed until: 2025-02-03
    events:
    \(events.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
    """
  }

  /// All that a case comes back with; of completeness only which events and ends.
  private static func told(_ history: CaseHistory) -> [String] {
    let events = history.events.map { event in
      let stated = history.attributes(of: event).map { "\($0.attribute) \($0.children) \($0.value)" }
      return "\(event.event) \(event.wasDone) \(event.children) \(history.times.spans[event.time]) \(event.minute) \(stated)"
    }
    let children = history.children.map { child in
      [child.known, child.born, child.until].map { $0.map { "\(history.times.spans[$0])" } ?? "-" }.joined(separator: " ")
        + child.name
    }
    let complete = history.completeness.map { stretch in
      let ends = [stretch.from, stretch.until].map { $0.map { "\(history.times.spans[$0])" } ?? "-" }
      return "\(stretch.event) \(stretch.children) \(ends)"
    }
    return events + children + complete.sorted() + ["\(history.times.spans[history.observedUntil])"]
  }

  @Test(
    arguments: [
      history("{id: e1, event: referral_received, when: 2024-01-02}"),
      history(
        children: "{b: {until: 2024-12-01}, a: {born: early 2020, known: e2}}",
        """
        {id: e1, event: referral_received, when: 2024-01-02 14:30, for: [a]}
        {id: e2, event: child_protection_conference_held, when: [after e1, before 2024-03], attended: [mother, police], quorate: yes}
        {id: e3, event: social_work_visit_attempted, when: 2024-04-05, time: "09:10", for: world}
        {id: e4, event: core_group_held, done: no, from: 2024-05-01, until: 2024-06}
        """),
      history(
        complete: "[{event: [core_group_held, referral_received], from: 1 year before 2025-01-01, until: 2025-01-01}]",
        "{id: e1, event: referral_received, when: 2024-01-02}"),
      history(
        children: "{a: {}, b: {}}", complete: "[core_group_held]",
        "{id: e1, event: action_agreed, when: 2024-01-02, action: \"Say \\\"no\\\", then go\", due_within: 2 to 3 weeks}"),
    ], [true, false])
  func `Comes back the same when it is read again`(text: String, isTable: Bool) throws {
    let bytes = try Self.written(text, isTable ? .csv : .jsonLines)
    let tree = try #require(try Bulk.trees(bytes, isTable: isTable).first)
    let (again, faults) = HistoryReader.read(tree, procedure: try #require(England.procedure))
    #expect(faults.map(\.message) == [])
    #expect(Self.told(try #require(again)) == Self.told(try England.history(text).history))
  }

  @Test(arguments: [
    (
      history(children: "{a: {starts in: {child_protection_plan: on_plan}}}", "{event: referral_received, when: 2024-01-02}"),
      BulkText.Fault.startingStates
    ),
    (history("{event: social_work_visit_attempted, when: 2024-01-02, for: {a: {child_seen: yes}}}"), .perChild),
    (history("{event: core_group_held, when: 2024-01-02, attended: {some: [mother]}}"), .partOfSet),
    (
      history(
        complete: "[core_group_held, {event: referral_received, from: 2024}]", "{event: referral_received, when: 2024-01-02}"),
      .completeness
    ),
    (history("{event: referral_received, when: 2024-01-02, order: free}"), .freeOrder),
    (
      history(
        "{id: e1, event: referral_received, when: 2024-01-02}\n{event: context_noted, when: same day as e1}\n{event: context_noted, when: 2024-01-02}"
      ), .order
    ),
  ])
  func `Is not written where the form has no word for it`(text: String, fault: BulkText.Fault) throws {
    #expect(throws: fault) { _ = try Self.written(text) }
  }
}
