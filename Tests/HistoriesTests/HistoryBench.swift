import CivilTime
import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Testing

/// A small procedure and the one door through which the tests read histories.
enum HistoryBench {
  private static let place = Place(file: "procedure.yaml", line: 1, column: 1)
  static let roles = ["social_worker", "health_visitor", "mother"]
  static let outcomes = ["inside", "doorstep", "no_reply"]
  private static let attributeNames = [
    "by", "child_seen", "due", "every", "note", "outcome", "present", "topics", "tries", "until",
  ]

  static let procedure: Procedure = {
    let roleChoice = ChoiceType(name: "role", members: roles)
    let visit: [(String, ConditionType)] = [
      ("by", .choice(roleChoice)), ("child_seen", .truth), ("due", .date), ("every", .duration), ("note", .text),
      ("outcome", .choice(ChoiceType(name: "outcome", members: outcomes))), ("present", .set(roleChoice)),
      ("topics", .set(ChoiceType(name: "topics", members: ["sleep", "food"]))), ("tries", .number),
    ]
    let vocabulary = Vocabulary(
      roles: roles.map { Vocabulary.Role(name: $0, title: $0, place: place) },
      events: [
        event("visit", visit), event("plan_started", []), event("plan_ended", []), event("birth", []),
        event("extended", [("until", .date)]),
      ],
      attributeNames: attributeNames)
    let scope = ConditionScope(events: [], roles: roleChoice, workflows: [], parameters: [], rules: [])
    return Procedure(
      name: "bench", title: "Bench", profile: nil, vocabulary: vocabulary, sources: [], parameters: [],
      workflows: [workflow], rules: [], scope: scope)
  }()

  private static func event(_ name: String, _ attributes: [(String, ConditionType)]) -> Vocabulary.Event {
    Vocabulary.Event(
      name: name, title: name,
      attributes: attributes.map { name, type in
        ConditionScope.Attribute(name: name, index: attributeNames.firstIndex(of: name) ?? 0, type: type)
      },
      place: place)
  }

  /// `none`, and `on_plan` and `legal` with a state `open` each, one of them with a memory.
  private static let workflow = Workflow(
    name: "plan", title: "Plan",
    states: [
      State(name: "none", path: "none", title: nil, kind: .atomic, parent: nil, children: [], place: place),
      State(
        name: "on_plan", path: "on_plan", title: nil, kind: .compound(start: [2]), parent: nil, children: [2, 3],
        place: place),
      State(name: "open", path: "on_plan.open", title: nil, kind: .atomic, parent: 1, children: [], place: place),
      State(
        name: "before", path: "on_plan.before", title: nil, kind: .history(depth: .shallow, otherwise: [2]), parent: 1,
        children: [], place: place),
      State(
        name: "legal", path: "legal", title: nil, kind: .compound(start: [5]), parent: nil, children: [5], place: place),
      State(name: "open", path: "legal.open", title: nil, kind: .atomic, parent: 4, children: [], place: place),
    ],
    topStates: [0, 1, 4], start: 0, transitions: [], signals: [], place: place)

  /// Reads a whole file.
  static func read(_ yaml: String) -> (history: CaseHistory?, diagnostics: [Diagnostic]) {
    let (node, faults) = YAMLReader.read(SourceText(name: "case.yaml", text: yaml))
    guard let node else { return (nil, faults) }
    return HistoryReader.read(node, procedure: procedure)
  }

  /// A file of one child, with these lines as its entries of `events`, each a flow mapping without its braces.
  static func yaml(_ events: [String], header: [String] = []) -> String {
    let lines = ["history: bench", "children: {ruby: {}, theo: {}}"] + header + ["events:"]
    return (lines + events.map { "  - {\($0)}" }).joined(separator: "\n") + "\n"
  }

  /// The history of these entries; a fault fails the test at the caller's line.
  static func history(
    _ events: [String], header: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws -> CaseHistory {
    let (history, diagnostics) = read(yaml(events, header: header))
    #expect(diagnostics.map { "\($0.code.label) \($0.message)" } == [], sourceLocation: location)
    return try #require(history, sourceLocation: location)
  }

  /// The only diagnostic of these entries.
  static func fault(
    _ events: [String], header: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws -> Diagnostic {
    let (history, diagnostics) = read(yaml(events, header: header))
    #expect(history == nil, sourceLocation: location)
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.message))", sourceLocation: location)
    return try #require(diagnostics.first, sourceLocation: location)
  }
}

extension CaseHistory {
  /// The span of an event, by its identifier.
  func span(_ identifier: String) -> String {
    guard let event = events.first(where: { $0.identifier == identifier }) else { return "no such event" }
    return "\(times.spans[event.time])"
  }
}

/// A day written down in a test; the last of all days where it is written wrongly.
func day(_ text: String) -> Day { Day(iso: text) ?? .latest }
