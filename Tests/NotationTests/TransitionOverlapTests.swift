import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct TransitionOverlapTests {
  /// The codes that two transitions from one state on one event bring about, with these guards.
  private func codes(_ first: String, _ second: String) -> [DiagnosticCode] {
    let text = """
      # with: procedure vocabulary
      === w.yaml
      workflow: w
      title: W
      states: {none: {start: true}, a: {}, b: {}}
      transitions:
        - on: [decided]
          from: none
          when: '\(first)'
          to: a
        - on: [decided]
          from: none
          when: '\(second)'
          to: b
      """
    return ProcedureReader.read(FixtureFiles(name: "overlap", text: text).files).diagnostics.map(\.code)
  }

  @Test(arguments: [
    (#"this.outcome = "plan""#, #"this.outcome = "no_plan""#),
    (#"this.outcome = "plan""#, #"this.outcome != "plan""#),
    (#"this.outcome = "plan""#, #"not(this.outcome = "plan")"#),
    (#""plan" = this.outcome"#, #"this.outcome in ("no_plan", "unsure")"#),
    (#"this.outcome in ("plan", "unsure")"#, #"this.outcome = "no_plan""#),
    (#"this.outcome in ("plan", "unsure")"#, #"not(this.outcome in ("plan", "unsure"))"#),
    (#"this.outcome = "plan" or this.outcome = "unsure""#, #"this.outcome = "no_plan""#),
    (#"this.outcome = "plan" or this.outcome = "unsure""#, #"this.outcome != "plan" and this.outcome != "unsure""#),
    ("this.urgent", "not(this.urgent)"), ("this.urgent = true", "this.urgent = false"), ("this.urgent", "this.urgent = false"),
    ("this.urgent != true", "this.urgent"),
    (#"this.urgent and this.outcome = "plan""#, #"this.outcome = "no_plan" and occurred(met)"#),
    (#"this.urgent and this.outcome = "plan""#, #"not(this.urgent and this.outcome = "plan")"#),
    (#"this.urgent and this.outcome = "plan""#, #"not(this.urgent) or this.outcome = "unsure""#),
    ("count(met) >= 2", "count(met) < 2"), ("count(met) > 3", "count(met) <= 2"), ("count(met) = 1", "count(met) = 2"),
    ("count(met) = 1", "count(met) != 1"), ("count(met) in [1..3]", "count(met) > 3"), ("2 <= count(met)", "count(met) = 1"),
    ("a", "not(a)"), ("occurred(met)", "not(occurred(met))"),
    ("a and (b or this.urgent)", "not(a and (b or this.urgent)) and occurred(met)"),
    ("not(a) and (b or this.urgent)", "not(not(a) and (b or this.urgent)) and (b and occurred(met))"),
    (
      "not(b) and (a and (this.urgent or occurred(met)))",
      "not(b) and not(a and (this.urgent or occurred(met))) and occurred(opened)"
    ),
    (#"today - this.happened = duration("P1D")"#, #"today - this.happened = duration("P2D")"#),
  ]) func `Guards that cannot both hold are let through`(_ first: String, _ second: String) {
    #expect(codes(first, second) == [])
    #expect(codes(second, first) == [])
  }

  @Test(arguments: [
    (#"this.outcome = "plan""#, "this.urgent"), (#"this.outcome = "plan""#, #"this.outcome in ("plan", "unsure")"#),
    (#"this.outcome != "plan""#, #"this.outcome != "no_plan""#),
    (#"this.outcome = "plan" or this.urgent"#, #"this.outcome = "no_plan""#),
    (#"this.urgent and this.outcome = "plan""#, "not(this.urgent) or occurred(met)"), ("count(met) >= 2", "count(met) <= 2"),
    ("count(met) > 1", "count(opened) < 1"), ("occurred(met)", "occurred(met)"), ("a", "b"), ("this.urgent", "true"),
    (#"today - this.happened = duration("P1D")"#, #"today - this.happened = duration("PT24H")"#),
    (#"today - this.happened in (duration("P1D"), duration("P3D"))"#, #"duration("PT24H") = today - this.happened"#),
    (#"today - this.happened = duration("PT30M")"#, #"today - this.happened != duration("P1D")"#),
  ]) func `Guards that may both hold are told`(_ first: String, _ second: String) {
    #expect(codes(first, second) == [.overlappingTransitions])
    #expect(codes(second, first) == [.overlappingTransitions])
  }

  @Test func `The states of another workflow that exclude one another keep two guards apart`() {
    func codes(_ first: String, _ second: String) -> [DiagnosticCode] {
      let text = """
        # with: procedure vocabulary workflow
        === w.yaml
        workflow: w
        title: W
        states: {none: {start: true}, a: {}}
        transitions:
          - {on: decided, from: none, when: \(first), to: a}
          - {on: decided, from: none, when: \(second)}
        """
      return ProcedureReader.read(FixtureFiles(name: "overlap", text: text).files).diagnostics.map(\.code)
    }
    #expect(codes("plan.none", "plan.on_plan or plan.ended") == [])
    #expect(codes("plan.none", "not(plan.on_plan)") == [.overlappingTransitions])
  }

  private func faults(_ transitions: String) -> [DiagnosticCode] {
    let text = """
      # with: procedure vocabulary
      === w.yaml
      workflow: w
      title: W
      states:
        none: {start: true}
        outer: {start: inner, states: {inner: {}}}
        both: {parallel: true, states: {left: {start: x, states: {x: {}, y: {}}}, right: {start: z, states: {z: {}}}}}
      transitions:
      \(transitions)
      """
    return ProcedureReader.read(FixtureFiles(name: "overlap", text: text).files).diagnostics.map(\.code)
  }

  @Test func `A transition further in wins, and parallel states each take their own`() {
    let inner = "  - {on: opened, from: outer, to: none}\n  - {on: opened, from: inner, to: both}"
    #expect(faults(inner) == [])
    let parallel = "  - {on: opened, from: x, to: y}\n  - {on: opened, from: z, to: z, leaves: true}"
    #expect(faults(parallel) == [])
    let apart = "  - {on: opened, from: x, to: y}\n  - {on: opened, from: y, to: x}"
    #expect(faults(apart) == [])
  }

  @Test func `Each of several states that a transition is from is looked at`() {
    let transitions = "  - {on: opened, from: [x, y], to: none}\n  - {on: opened, from: y, to: x}"
    #expect(faults(transitions) == [.overlappingTransitions])
  }
}
