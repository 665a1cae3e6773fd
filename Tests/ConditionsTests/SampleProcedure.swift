import Conditions
import Diagnostics

/// A small procedure whose names the tables of these tests use.
enum SampleProcedure {
  static let roles = ChoiceType(
    name: "role", members: ["social_worker", "health_visitor", "school", "police", "mother", "father", "midwife"])
  static let outcomes = ChoiceType(name: "outcome", members: ["inside", "doorstep", "no_reply", "refused"])
  static let endings = ChoiceType(name: "outcome", members: ["plan", "no_plan", "continue", "end"])
  static let kinds = ChoiceType(name: "kind", members: ["initial", "review", "pre_birth"])

  /// The attribute names, whose places are their numbers.
  static let attributes = [
    "outcome", "child_seen", "by", "attended", "invited", "minutes_agreed", "kind", "quorate", "expected_birth",
    "visits_every", "due", "note", "pages", "announced",
  ]

  static let events = [
    event(
      "visit_attempted",
      [
        ("outcome", .choice(outcomes)), ("child_seen", .truth), ("announced", .truth), ("by", .choice(roles)),
        ("pages", .number),
      ]),
    event(
      "core_group_held",
      [("attended", .set(roles)), ("invited", .set(roles)), ("minutes_agreed", .truth), ("pages", .number)]),
    event("conference_held", [("kind", .choice(kinds)), ("outcome", .choice(endings)), ("quorate", .truth)]),
    event("pregnancy_known", [("expected_birth", .date)]),
    event("plan_agreed", [("visits_every", .duration), ("due", .date), ("note", .text), ("by", .choice(roles))]),
    event("care_proceedings_issued", []),
  ]

  static let workflows = [
    ConditionScope.Workflow(
      name: "pre_proceedings",
      states: [
        "none", "legal_planning", "in_pre_proceedings", "in_pre_proceedings.letter_sent",
        "in_pre_proceedings.meeting_held", "in_pre_proceedings.waiting", "legal_planning.waiting", "stepped_down",
      ]),
    ConditionScope.Workflow(name: "child_protection_plan", states: ["none", "on_plan", "on_plan.reviewed", "ended"]),
    ConditionScope.Workflow(name: "legal_order", states: ["none", "interim_supervision_order", "care_order"]),
  ]

  static let rules = [
    "pre_proceedings.overall_limit", "pre_proceedings.progress", "child_protection_plan.core_group_due",
  ]

  static var scope: ConditionScope {
    var scope = ConditionScope(
      events: events, roles: roles, workflows: workflows,
      parameters: [
        ConditionScope.Parameter(name: "first_core_group", type: .duration),
        ConditionScope.Parameter(name: "least_visits", type: .number),
        ConditionScope.Parameter(name: "stepped_down", type: .number),
      ],
      rules: rules)
    scope.ownWorkflow = 0
    scope.this = [0]
    scope.trigger = [4]
    return scope
  }

  static func attribute(_ name: String) -> AttributeIndex { attributes.firstIndex(of: name) ?? -1 }

  private static func event(_ name: String, _ types: [(String, ConditionType)]) -> ConditionScope.Event {
    ConditionScope.Event(
      name: name,
      attributes: types.map { ConditionScope.Attribute(name: $0.0, index: attribute($0.0), type: $0.1) })
  }
}

/// Where the texts of these tests stand.
let samplePlace = Place(file: "rules.yaml", line: 7, column: 11)

extension Diagnostic {
  /// The code and the column counted from 1 at the start of the text.
  var codeAndColumn: String { "\(code.label)@\(place.column - samplePlace.column + 1)" }
}

extension ConditionScope {
  /// The sample scope with a change.
  static func sample(_ change: (inout ConditionScope) -> Void) -> ConditionScope {
    var scope = SampleProcedure.scope
    change(&scope)
    return scope
  }
}

/// Reads something with the sample scope or another.
func reading<Result>(
  in scope: ConditionScope = SampleProcedure.scope, _ read: (Language, inout [Diagnostic]) -> Result?
) -> (result: Result?, faults: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let result = read(Language(scope: scope), &diagnostics)
  return (result, diagnostics.inReadingOrder())
}
