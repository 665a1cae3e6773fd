import CivilTime
import Conditions
import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct ProcedureModelTests {
  private let procedure: Procedure
  private var workflow: Workflow { procedure.workflows[0] }

  init() throws {
    let fixture = FixtureFiles.good("child-protection.yaml")
    procedure = try #require(ProcedureReader.read(fixture.files).procedure)
  }

  @Test func `States are numbered in document order, each under its path`() {
    let paths = ["none", "on_plan", "on_plan.new", "on_plan.working", "on_plan.last", "ended"]
    #expect(workflow.states.map(\.path) == paths)
    #expect(workflow.topStates == [0, 1, 5])
    #expect(workflow.start == 0)
    #expect(workflow.states.map(\.parent) == [nil, nil, 1, 1, 1, nil])
    #expect(workflow.states[1].children == [2, 3, 4])
    let kinds: [State.Kind] = [
      .atomic, .compound(start: [2]), .atomic, .atomic, .history(depth: .shallow, otherwise: [2]), .end,
    ]
    #expect(workflow.states.map(\.kind) == kinds)
    #expect(procedure.scope.workflows[0].states == paths)
  }

  @Test func `A state raises and sends signals`() {
    #expect(workflow.signals == ["opened", "looked_back"])
    #expect(workflow.states[1].onEntry == [.raise(signal: 0)])
    #expect(workflow.states[1].onExit == [.send(signal: 1, after: Period(3, .month))])
  }

  @Test func `A transition from several states is one from each, in its place`() throws {
    #expect(workflow.transitions.map(\.from) == [0, 0, 1, 2, 2, 3, 0, 0])
    let visit = try #require(procedure.vocabulary.event(named: "visit_attempted"))
    let conference = try #require(procedure.vocabulary.event(named: "child_protection_conference_held"))
    #expect(workflow.transitions[0].cue == .events([conference]))
    #expect(workflow.transitions[0].name == "opens")
    #expect(workflow.transitions[1].isOptional)
    #expect(workflow.transitions[4].cue == .events([visit]))
    #expect(workflow.transitions[4].to == [4])
    #expect(workflow.transitions[4].leaves)
    #expect(workflow.transitions[4].actions == [.raise(signal: 0)])
    #expect(workflow.transitions[6].cue == .signal(1))
    #expect(workflow.transitions[6].to == [])
    #expect(workflow.transitions[7].cue == .always)
  }

  @Test func `Parameters have the type of their values, each from its day`() throws {
    let day = try #require(Day(iso: "2013-04-14"))
    let byName = Dictionary(uniqueKeysWithValues: procedure.parameters.map { ($0.name, $0) })
    #expect(byName["first_core_group"]?.type == .duration)
    #expect(byName["core_group_every"]?.value(on: day) == .duration(DurationRange(Period(4, .week))))
    #expect(byName["core_group_every"]?.value(on: day.adding(days: 1)) == .duration(DurationRange(Period(6, .week))))
    #expect(byName["must_attend"]?.values.map(\.value) == [.set(PartialSet(whole: 0b11))])
    #expect(byName["most_missed"]?.type == .number)
    #expect(byName["is_strict"]?.values.map(\.value) == [.truth(true)])
    let assessment = try #require(byName["assessment"])
    #expect(assessment.says == "How long an assessment takes at most.")
    #expect(assessment.citation?.at == "chapter 1")
    #expect(assessment.citation?.evidence == .secondHand)
    #expect(assessment.citation.map { procedure.sources[$0.source].force } == .statutoryGuidance)
  }

  @Test func `Rules stand in document order with the form their keys tell`() {
    let forms = procedure.rules.map { rule in
      switch rule.form {
      case .deadline: "deadline"
      case .cadence: "cadence"
      case .check: "check"
      case .invariant: "invariant"
      }
    }
    #expect(
      forms == ["deadline", "cadence", "check", "deadline", "deadline", "deadline", "deadline", "invariant"])
    #expect(procedure.rules.map(\.finds) == [.missed, .gap, .absent, .missed, .notTold, .missed, .missed, .conflict])
    #expect(procedure.rules.map(\.fullName) == procedure.scope.rules)
    #expect(procedure.rules[0].fullName == "protection.first_core_group")
  }

  @Test func `A cadence has its grid, its first interval and its way of counting`() throws {
    guard case .cadence(let cadence) = procedure.rules[1].form else {
      Issue.record("not a cadence")
      return
    }
    guard case .parameter(let every) = cadence.every, case .parameter(let first)? = cadence.first else {
      Issue.record("not parameters")
      return
    }
    #expect(procedure.parameters[every].name == "core_group_every")
    #expect(procedure.parameters[first].name == "first_core_group")
    #expect(cadence.grid == .fixedFromEntry)
    #expect(cadence.counting == .inclusive)
  }

  @Test func `A rule for each member of a set names the list of its members`() {
    #expect(procedure.rules[2].each?.name == "person")
    #expect(procedure.rules[2].each?.choice == procedure.vocabulary.roleChoice)
    #expect(procedure.rules[2].inForce == ForcePeriod(from: Day(iso: "2013-04-15"), through: nil))
    #expect(procedure.rules[4].each?.name == "body")
  }

  @Test func `A deadline is lengthened to a date that the extending event carries`() throws {
    guard case .deadline(let deadline) = procedure.rules[3].form, let extended = deadline.extended else {
      Issue.record("no extension")
      return
    }
    guard case .to(let attribute) = extended.end, case .within(.expression) = deadline.limit else {
      Issue.record("not to a date")
      return
    }
    #expect(procedure.vocabulary.attributeNames[attribute] == "until")
    #expect(extended.atMost == 1)
  }

  @Test func `A deadline ahead of a date says what holds when the date became known too late`() {
    guard case .deadline(let deadline) = procedure.rules[5].form,
      case .ahead(.literal(let ahead), orWithin: .literal(let within)?) = deadline.limit, case .date = deadline.trigger
    else {
      Issue.record("not ahead of a date")
      return
    }
    #expect(ahead == Period(10, .week))
    #expect(within == Period(15, .workingDay))
  }

  @Test func `An event without a title is called by its name in words`() {
    #expect(procedure.vocabulary.events[0].title == "Core group held")
    #expect(procedure.vocabulary.events[2].title == "Visit attempted")
    #expect(procedure.vocabulary.attributeNames == procedure.vocabulary.attributeNames.sorted())
  }
}

@Suite struct ConditionPlaceTests {
  /// A condition as it is written, and the place of the name `wrong` in it.
  static let conditions: [(yaml: String, line: Int, column: Int)] = [
    ("require: occurred(met) and wrong", 11, 32),
    ("require: 'occurred(met) and wrong'", 11, 33),
    ("require: '\"it''s\" = \"x\" and wrong'", 11, 33),
    ("require: \"occurred(met) and wrong\"", 11, 33),
    ("require: |\n      occurred(met)\n      and wrong", 13, 11),
    ("require: |\n      occurred(met) and\n\n        wrong", 14, 9),
  ]

  @Test(arguments: conditions.indices) func `A fault in a condition is told where it stands in the file`(_ index: Int) {
    let text = """
      # with: procedure vocabulary
      workflow: w
      title: W
      states: {none: {start: true}}
      rules:
        r:
          says: A sentence.
          source: guide
          while: none
          finds: conflict
          \(Self.conditions[index].yaml)
      """
    let fixture = FixtureFiles(name: "w.yaml", text: text)
    let places = ProcedureReader.read(fixture.files).diagnostics.map(\.place)
    let expected = Place(
      file: "w.yaml", line: Self.conditions[index].line, column: Self.conditions[index].column, length: 5)
    #expect(places == [expected])
  }
}
