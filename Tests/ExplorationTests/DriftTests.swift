import Conditions
import Procedures
import Testing

@testable import Exploration

@Suite struct `Where a child can rest with no clock running` {
  /// What is answered of each state, in order: `hole`, `watched by RULES`, `against RULES` or `not decided`.
  private func answers(_ procedure: Procedure, beside: [StateReference] = []) -> [String] {
    Explorer(procedure).driftAnswers(beside: beside).map { answer in
      let state = procedure.workflows[answer.state.workflow].states[answer.state.state].name
      func names(_ rules: [RuleIndex]) -> String { rules.map { procedure.rules[$0].name }.joined(separator: " ") }
      switch answer.standing {
      case .hole: return "\(state): hole"
      case .watched(let rules): return "\(state): watched by \(names(rules))"
      case .onlyAgainst(let breaches): return "\(state): against " + breaches.map { names($0.rules) }.joined(separator: "; ")
      case .notFound: return "\(state): not decided"
      }
    }
  }

  private func answers(rules: String) throws -> [String] {
    try answers(SmallProcedure.read(SmallProcedure.workflow(rules: rules)))
  }

  @Test func `Without a rule every state is a hole, but where machines begin and end`() throws {
    let rule = "  r: {says: A thing is so., at: told, require: known(this.who), finds: missed, source: ours}"
    #expect(try answers(rules: rule) == ["first: hole", "second: hole"])
  }

  @Test func `A cadence keeps watch wherever its while holds, and an exception does not change that`() throws {
    let rule = "  r: {says: Often., every: 2 weeks, while: open, expect: told, unless: moved, source: ours}"
    #expect(try answers(rules: rule) == ["first: watched by r", "second: watched by r"])
    let inner = "  r: {says: Often., every: 2 weeks, while: open and not(second), expect: told, source: ours}"
    #expect(try answers(rules: inner) == ["first: watched by r", "second: hole"])
  }

  @Test func `A cadence that a condition may keep from running leaves a hole`() throws {
    let rule = """
        r: {says: Often., every: 2 weeks, while: open, when: occurred(agreed), expect: told, source: ours}
      """
    #expect(try answers(rules: rule) == ["first: hole", "second: hole"])
  }

  @Test func `A limit that only leaving ends keeps watch, and one that a step ends does not`() throws {
    let leaving = "  r: {says: Ends., within: 4 weeks, of: entering open, expect: leaving open, source: ours}"
    #expect(try answers(rules: leaving) == ["first: watched by r", "second: watched by r"])
    let step = "  r: {says: Told., within: 4 weeks, of: entering open, expect: told, source: ours}"
    #expect(try answers(rules: step) == ["first: hole", "second: hole"])
  }

  @Test func `A limit that ends inside the stay does not watch what comes after`() throws {
    let rule = "  r: {says: Meets., within: 4 weeks, of: entering open, expect: entering second, source: ours}"
    #expect(try answers(rules: rule) == ["first: not decided", "second: hole"])
    let byEvent = "  r: {says: Meets., within: 4 weeks, of: entering open, expect: met, source: ours}"
    #expect(try answers(rules: byEvent)[1] == "second: hole")
  }

  @Test func `A limit of the event that leads there, ended by the event that leads on, keeps watch`() throws {
    let rule = "  r: {says: Meets., within: 4 weeks, of: opened, expect: met, source: ours}"
    #expect(try answers(rules: rule) == ["first: watched by r", "second: hole"])
    let guarded = "  r: {says: Meets., within: 4 weeks, of: 'opened[kind = \"long\"]', expect: met, source: ours}"
    #expect(try answers(rules: guarded) == ["first: hole", "second: hole"])
  }

  @Test func `A clock for each member of a set is closed member by member`() throws {
    let rule = """
        r:
          says: Everyone is told.
          each: person in trigger.involved
          within: 1 week
          of: opened
          expect: told[who = each]
          source: ours
      """
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rule))
    let answer = try #require(Explorer(procedure).driftAnswers().first)
    guard case .hole(let example) = answer.standing else {
      Issue.record("the state is not told as a hole")
      return
    }
    #expect(example.events.count == 2)
    #expect(example.events[0].attributes.values.contains(.set(PartialSet(whole: 1))))
    #expect(example.events[1].attributes.values.contains(.choice(0)))
  }

  @Test func `A cadence whose length the case never set watches nobody`() throws {
    let rule = "  r: {says: Often., every: latest(agreed).visits_every, while: open, expect: told, source: ours}"
    #expect(try answers(rules: rule) == ["first: hole", "second: hole"])
  }

  @Test func `A rest that an invariant forbids is no hole`() throws {
    let rule = "  r: {says: Never., while: open, require: occurred(agreed) and not(occurred(agreed)), source: ours}"
    #expect(try answers(rules: rule) == ["first: against r", "second: against r"])
    let mendable = "  r: {says: Agreed., while: open, require: occurred(agreed), source: ours}"
    #expect(try answers(rules: mendable) == ["first: hole", "second: hole"])
  }

  @Test func `Beside a state of another workflow it is asked what both allow`() throws {
    let other = """
      workflow: other
      title: Other
      sources: {ours_too: {title: Ours, force: ours}}
      states: {here: {start: true}, away: {}}
      transitions: [{on: moved, from: here, to: away}]
      rules:
        not_both: {says: Not both., while: away, require: not(w.second), source: ours_too}
      """
    let procedure = try SmallProcedure.read(
      SmallProcedure.workflow(rules: "  r: {says: Often., every: 2 weeks, while: second, expect: told, source: ours}"), other)
    let away = try #require(procedure.workflows[1].states.firstIndex { $0.name == "away" })
    #expect(answers(procedure) == ["first: hole", "second: watched by r", "away: hole"])
    #expect(
      answers(procedure, beside: [StateReference(workflow: 1, state: away)]) == ["first: hole", "second: against not_both"])
  }
}
