import CivilTime
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Testing

/// A small procedure with the rules of one scenario.
///
/// A child is `none`, then in an `enquiry`, `on_plan` by a conference, and `ended`; beside that a court order may be made
/// and revoked.
enum Scenario {
  private static let vocabulary = """
    vocabulary: small
    roles:
      social_worker: {title: Social worker}
      health_visitor: {title: Health visitor}
      police: {title: Police}
    events:
      pregnancy_known: {title: Pregnancy known, attributes: {expected_birth: date}}
      birth: {title: Birth}
      enquiry_started: {title: Enquiry started}
      conference_held:
        title: Conference held
        attributes: {outcome: "one of [plan, no_plan, continue]", attended: set of role, invited: set of role}
      plan_ended: {title: Plan ended}
      core_group_held: {title: Core group held}
      assessment_started: {title: Assessment started}
      assessment_completed: {title: Assessment completed}
      visit_attempted:
        title: Visit attempted
        attributes: {outcome: "one of [inside, doorstep, no_reply]", child_seen: boolean}
      order_made: {title: Order made}
      order_revoked: {title: Order revoked}
      limit_extended: {title: Limit extended, attributes: {until: date}}
      manager_told: {title: Manager told}
      action_agreed: {title: Action agreed, attributes: {kind: "one of [referral, advice]", due: duration}}
      action_completed: {title: Action completed, attributes: {kind: "one of [referral, advice]"}}
      agency_told: {title: Agency told, attributes: {agency: role}}
    """

  private static let manual = """
    procedure: small
    title: Small
    calendar: england_and_wales
    months: corresponding date
    sources: {guidance: {title: Guidance, force: statutory_guidance}}
    parameters:
      visits_every: {2000-01-01: 2 weeks, 2024-02-01: 1 week}
    """

  private static let plan = """
    workflow: plan
    title: Plan
    for: child
    states:
      none: {start: true}
      enquiry: {}
      on_plan: {}
      ended: {end: true}
    transitions:
      - {on: enquiry_started, from: none, to: enquiry}
      - {on: conference_held, from: enquiry, when: 'this.outcome = "plan"', to: on_plan}
      - {on: conference_held, from: enquiry, when: 'this.outcome = "no_plan"', to: ended}
      - {on: conference_held, from: on_plan}
      - {on: plan_ended, from: on_plan, to: ended}
    """

  private static let court = """
    workflow: court
    title: Court
    for: child
    states:
      no_order: {start: true}
      order: {}
    transitions:
      - {on: order_made, from: no_order, to: order}
      - {on: order_revoked, from: order, to: no_order}
    """

  /// Reads a scenario; every rule stands on one line, without what it says and its source.
  static func read(
    _ rules: String, _ history: String, at location: SourceLocation
  ) throws -> (procedure: Procedure, history: CaseHistory) {
    let lines = rules.split(separator: "\n").map { "  \($0.dropLast()), says: Demand, source: guidance}" }
    let files = [
      SourceText(name: "procedure.yaml", text: manual), SourceText(name: "vocabulary.yaml", text: vocabulary),
      SourceText(name: "plan.yaml", text: plan + (lines.isEmpty ? "" : "\nrules:\n" + lines.joined(separator: "\n"))),
      SourceText(name: "court.yaml", text: court),
    ]
    let (procedure, faults) = ProcedureReader.read(files)
    let read = try #require(procedure, "\(told(faults))", sourceLocation: location)
    let children = history.hasPrefix("children:") ? "" : "children: {ruby: {}}\n"
    let text = "history: small\ntitle: Small\nprocedure: small\n" + children + history
    let (tree, problems) = YAMLReader.read(SourceText(name: "history.yaml", text: text))
    let (written, missing) = HistoryReader.read(
      try #require(tree, "\(told(problems))", sourceLocation: location), procedure: read)
    return (read, try #require(written, "\(told(missing))", sourceLocation: location))
  }

  private static func told(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.place.line): \($0.message)" }.joined(separator: "\n")
  }
}

/// Expects both replays to tell exactly these judgements and departures, and to agree in all that a line leaves out.
///
/// A line is `rule by opening event: verdict`, with the last day on time and how late it was. A history that names no
/// children is about one.
func expectTold(
  _ rules: String, _ history: String, asOf: Day? = nil, _ expected: [String], at location: SourceLocation = #_sourceLocation
) throws {
  let (procedure, record) = try Scenario.read(rules, history, at: location)
  let results = [referenceEngine(procedure, record, asOf), fastEngine(procedure, record, asOf)]
  let words = ScenarioWords(procedure: procedure, history: record)
  for (name, result) in zip(["the reference", "the replay"], results) {
    #expect(words.lines(of: result).sorted() == expected.sorted(), "\(name)", sourceLocation: location)
  }
  let writer = RandomResultWriter(procedure: procedure, history: record)
  #expect(writer.lines(of: results[0]) == writer.lines(of: results[1]), sourceLocation: location)
}
