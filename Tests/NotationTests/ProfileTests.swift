import CivilTime
import Conditions
import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct ProfileTests {
  private let base = FixtureFiles(
    name: "profiled",
    text: """
      # with: procedure vocabulary
      === b.yaml
      workflow: b
      title: B
      parameters: {often: {value: 4 weeks, says: How often., source: guide}}
      states: {none: {start: true}, on: {}}
      transitions:
        - {on: opened, from: none, to: on, name: opens}
        - {on: closed, from: on, to: none, name: closes}
      rules:
        first: {says: One., source: guide, within: often, of: opened, expect: met}
        second: {says: Two., source: guide, within: 1 week, of: opened, expect: met}
      === c.yaml
      workflow: c
      title: C
      states: {none: {start: true}}
      rules:
        third: {says: Three., source: guide, within: 1 week, of: opened, expect: met}
      """)

  private func read(_ profile: String) throws -> Procedure {
    let text = "profile: coast\ntitle: The coast\nextends: small\nsources: {coastal: {title: Coastal, force: local}}\n" + profile
    let source = SourceText(name: "profiles/coast.yaml", text: text)
    let (procedure, diagnostics) = ProcedureReader.read(base.files, profile: source)
    #expect(diagnostics.map(\.message) == [])
    return try #require(procedure)
  }

  @Test func `A replaced rule keeps its number and takes nothing from the old one`() throws {
    let procedure = try read(
      "rules:\n  b.second: {says: New., source: coastal, every: 2 weeks, while: on, expect: met, finds: drift}\n")
    #expect(procedure.profile == "coast")
    #expect(procedure.rules.map(\.fullName) == ["b.first", "b.second", "c.third"])
    #expect(procedure.rules.map(\.isFromProfile) == [false, true, false])
    #expect(procedure.rules[1].says == "New.")
    #expect(procedure.rules[1].finds == .drift)
    #expect(procedure.sources[procedure.rules[1].citation.source].name == "coastal")
  }

  @Test func `An added rule stands behind all others, whatever its workflow`() throws {
    let rule = "{says: New., source: coastal, within: 2 weeks, of: overdue first, expect: met}"
    let procedure = try read("rules:\n  b.fresh: \(rule)\n  b.earlier: \(rule)\n")
    #expect(procedure.rules.map(\.fullName) == ["b.first", "b.second", "c.third", "b.fresh", "b.earlier"])
    #expect(procedure.rules[3].workflow == 0)
  }

  @Test func `A rule turned off is gone`() throws {
    #expect(try read("rules: {b.first: off}\n").rules.map(\.fullName) == ["b.second", "c.third"])
  }

  @Test func `A replaced parameter keeps what it says and not where it came from`() throws {
    let parameter = try #require(try read("parameters: {often: 6 weeks}\n").parameters.first)
    #expect(parameter.values.map(\.value) == [.duration(DurationRange(Period(6, .week)))])
    #expect(parameter.says == "How often.")
    #expect(parameter.citation == nil)
  }

  @Test func `A named transition is replaced in its place, and one turned off is gone`() throws {
    let procedure = try read("transitions:\n  b.opens: {on: met, from: none, to: on}\n  b.closes: off\n")
    let transitions = procedure.workflows[0].transitions
    #expect(transitions.map(\.name) == ["opens"])
    #expect(transitions[0].cue == .events([try #require(procedure.vocabulary.event(named: "met"))]))
  }
}
