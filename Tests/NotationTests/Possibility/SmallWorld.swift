import CivilTime
import Conditions
import Diagnostics
import Procedures
import Testing

@testable import Notation

/// A procedure whose conditions can ask so little that every answer can be tried.
struct SmallWorld {
  let procedure: Procedure
  let surroundings: Surroundings
  let asked: EventIndex
  private let scope: ConditionScope

  init() throws {
    let text = """
      # with: procedure
      === vocabulary.yaml
      vocabulary: small
      roles: {social_worker: {title: Social worker}, police: {title: Police}}
      events:
        asked: {attributes: {outcome: 'one of [plan, no_plan, unsure]', urgent: boolean, score: number, attended: set of role}}
        met: {}
      === w.yaml
      workflow: w
      title: W
      parameters: {limit: {2010-01-01: 1, 2020-01-01: 2}}
      states:
        none: {start: true}
        on_plan: {start: first, states: {first: {}, second: {}}}
        never: {}
      transitions:
        - {on: met, from: none, to: on_plan}
        - {on: met, from: first, to: second}
      === both.yaml
      workflow: both
      title: Both
      states:
        both:
          start: true
          parallel: true
          states: {left: {start: x, states: {x: {}, y: {}}}, right: {start: z, states: {z: {}, o: {}}}}
      transitions:
        - {on: met, from: x, to: y}
        - {on: met, from: z, to: o}
      """
    let (procedure, diagnostics) = ProcedureReader.read(FixtureFiles(name: "world", text: text).files)
    #expect(diagnostics.map(\.message) == [])
    self.procedure = try #require(procedure)
    surroundings = Surroundings(of: self.procedure)
    asked = try #require(self.procedure.vocabulary.event(named: "asked"))
    var scope = self.procedure.scope
    scope.this = [asked]
    self.scope = scope
  }

  var moment: ConditionMoment { ConditionMoment(this: [asked]) }

  func condition(_ text: String) throws -> Condition {
    var diagnostics: [Diagnostic] = []
    let condition = Language(scope: scope).condition(text, at: Place(file: "-", line: 1, column: 1), into: &diagnostics)
    #expect(diagnostics.map(\.message) == [])
    return try #require(condition)
  }

  func joint(_ conditions: [Condition]) -> JointConditions {
    var joint = JointConditions(in: surroundings)
    for condition in conditions { joint.add(condition.expression, at: moment) }
    return joint
  }

  // MARK: Every case

  /// Every combination of what the conditions can ask about.
  func everyCase() throws -> [AssignedCase] {
    let numbers = ["-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "4"].compactMap { Decimal128($0) }
    var cases = [AssignedCase()]
    cases = extend(cases, by: (0..<3).map { Value.choice($0) }) { $0.this[attribute("outcome")] = $1 }
    cases = extend(cases, by: [true, false]) { $0.this[attribute("urgent")] = .truth($1) }
    cases = extend(cases, by: numbers) { $0.this[attribute("score")] = .number(NumberRange($1)) }
    cases = extend(cases, by: [0, 1] as [UInt128]) { $0.this[attribute("attended")] = .set(PartialSet(whole: $1)) }
    cases = extend(cases, by: 0...3) { $0.counts[asked + 1] = $1 }
    cases = extend(cases, by: [nil, 1, 2]) { one, limit in
      one.parameters[0] = limit.map { .number(NumberRange(Decimal128($0))) } ?? .null
    }
    cases = extend(cases, by: [["none"], ["on_plan", "on_plan.first"], ["on_plan", "on_plan.second"]]) {
      $0.active.formUnion($1.map { state($0, of: "w") })
    }
    return extend(cases, by: ["both.left.x", "both.left.y"]) {
      $0.active.formUnion([state("both", of: "both"), state("both.left", of: "both"), state($1, of: "both")])
    }
  }

  private func extend<Value>(
    _ cases: [AssignedCase], by values: some Sequence<Value>, _ assign: (inout AssignedCase, Value) -> Void
  ) -> [AssignedCase] {
    values.flatMap { value in
      cases.map { one in
        var one = one
        assign(&one, value)
        return one
      }
    }
  }

  private func attribute(_ name: String) -> AttributeIndex { procedure.vocabulary.attributeNames.firstIndex(of: name) ?? 0 }

  private func state(_ path: String, of workflow: String) -> StateReference {
    let number = procedure.workflows.firstIndex { $0.name == workflow } ?? 0
    return StateReference(
      workflow: number, state: procedure.workflows[number].states.firstIndex { $0.path == path } ?? 0)
  }

  // MARK: An example

  /// The case that an example tells of; what it leaves open is something that the conditions must not hang on.
  func example(_ example: JointExample, in any: AssignedCase) throws -> AssignedCase {
    var one = any
    for (_, fact) in example.facts {
      switch fact {
      case .value(.this(let attribute), let value?): one.this[attribute] = value
      case .value(.call(.listContains, let arguments), .truth(let isInside)?):
        guard case .this(let attribute) = arguments[0], case .constant(.choice(let word)) = arguments[1] else { continue }
        one.this[attribute] = .set(PartialSet(whole: isInside ? 1 << UInt128(word) : 0))
      case .value(.call(.count, let arguments), .number(let range)?):
        guard case .occurrences(let events, _) = arguments[0] else { continue }
        one.counts[events[0]] = range.exact?.whole
      case .parameter(let parameter, let value): one.parameters[parameter] = value
      case .states(let workflow, let active, let inactive):
        one.active = one.active.filter { $0.workflow != workflow || !inactive.contains($0.state) }
        one.active.formUnion(active.map { StateReference(workflow: workflow, state: $0) })
      default: Issue.record("The example has a fact that no case can be given.")
      }
    }
    return one
  }
}
