public import CivilTime
import Conditions
public import Procedures

/// The rules of a procedure that apply in a situation, or all of them, each with its terms and its source.
public struct RulesReport: Sendable {
  private let reported: ReportedCase
  private let situation: Situation?
  /// Only rules in force on this day; `nil` takes all.
  private let day: Day?

  public init(_ procedure: Procedure, in situation: Situation?, on day: Day? = nil, origin: ProcedureOrigin = .builtIn) {
    reported = ReportedCase(rulesOf: procedure, origin: origin)
    self.situation = situation
    self.day = day
  }

  private var procedure: Procedure { reported.procedure }

  private var found: [(rule: RuleIndex, how: RuleApplication?)] {
    let all: [(rule: RuleIndex, how: RuleApplication?)] =
      situation.map { procedure.rules(in: $0).map { ($0.rule, $0.how) } } ?? procedure.rules.indices.map { ($0, nil) }
    return all.filter { found in day.map { procedure.rules[found.rule].inForce.contains($0) } ?? true }
  }

  // MARK: Text

  public func text(style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    let found = found
    let profile = procedure.profile.map { ", profile \($0)" } ?? ""
    page.heading("Rules of \(procedure.title) (\(procedure.name))\(profile)", underlinedWith: "=")
    if let situation { write(situation, on: &page) }
    page.line("\(found.count == 1 ? "1 rule" : "\(found.count) rules") of \(procedure.rules.count)")
    let groups: [RuleApplication?] = situation == nil ? [nil] : RuleApplication.allCases.map { $0 }
    for group in groups {
      let rules = found.filter { $0.how == group }
      guard !rules.isEmpty else { continue }
      if let group { page.heading("\(group.heading) (\(rules.count))", underlinedWith: "-") }
      for (rule, _) in rules { write(procedure.rules[rule], on: &page) }
    }
    return page.text
  }

  private func write(_ situation: Situation, on page: inout TextPage) {
    let states = innermost(situation.states).map(named)
    if !states.isEmpty { page.field("In", states.joinedInWords(), indent: 0) }
    let events = situation.events.sorted().map { reported.title(ofEvent: $0) }
    if !events.isEmpty { page.field("At", events.joinedInWords("or"), indent: 0) }
    if !situation.entered.isEmpty {
      page.field("Leading to", innermost(situation.entered).map(named).joinedInWords(), indent: 0)
    }
  }

  /// The states that are not only there as those around others, in the order of the procedure.
  private func innermost(_ states: Set<StateReference>) -> [StateReference] {
    let around = states.compactMap { state in
      procedure.workflows[state.workflow].states[state.state].parent.map {
        StateReference(workflow: state.workflow, state: $0)
      }
    }
    return states.subtracting(around).sorted { ($0.workflow, $0.state) < ($1.workflow, $1.state) }
  }

  private func named(_ state: StateReference) -> String {
    "\(reported.name(of: state)) of \(procedure.workflows[state.workflow].title)"
  }

  private func write(_ rule: Rule, on page: inout TextPage) {
    page.gap()
    page.paragraph(rule.says, indent: 2, accent: .heading)
    page.field("Rule", "\(rule.fullName) (\(rule.form.inWords))", indent: 5)
    for (label, text) in RuleExplanation(reported, lengths: .valued).terms(of: rule) { page.field(label, text, indent: 5) }
    page.field("Source", reported.source(of: rule), indent: 5)
    if rule.inForce != .always { page.field("In force", rule.inForce.inWords, indent: 5) }
  }

  // MARK: JSON

  public func json() -> String {
    JSONValue.document(
      .rules,
      [
        ("procedure", .text(procedure.name)),
        ("profile", .optional(procedure.profile)),
        ("on", .optional(day?.description)),
        ("rules", .list(found.map { content(of: procedure.rules[$0.rule], $0.how) })),
      ])
  }

  private func content(of rule: Rule, _ how: RuleApplication?) -> JSONValue {
    let terms = RuleExplanation(reported, lengths: .valued).terms(of: rule)
    let source = procedure.sources[rule.citation.source]
    return .members([
      ("rule", .text(rule.fullName)),
      ("form", .text(rule.form.inWords)),
      ("applies", .optional(how?.heading)),
      ("says", .text(rule.says)),
      ("finds", .text(rule.finds.rawValue)),
      ("terms", .list(terms.map { .members([("term", .text($0.0)), ("text", .text($0.1))]) })),
      ("source", .text(source.title)),
      ("at", .optional(rule.citation.at)),
      ("force", .text(source.force.rawValue)),
      ("verified", .optional(rule.citation.evidence?.rawValue)),
      ("in_force", .text(rule.inForce.inWords)),
    ])
  }
}
