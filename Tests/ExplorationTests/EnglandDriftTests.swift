import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Testing

@testable import Exploration

@Suite struct `Drift holes of the national procedure` {
  private func state(_ path: String, of procedure: Procedure) throws -> StateReference {
    let (workflow, name) = (path.prefix { $0 != "." }, path.drop { $0 != "." }.dropFirst())
    let number = try #require(procedure.workflows.firstIndex { $0.name == workflow })
    let state = procedure.workflows[number].states.firstIndex { $0.path == name || $0.path.hasSuffix(".\(name)") }
    return StateReference(workflow: number, state: try #require(state))
  }

  @Test(arguments: ["theo-county-then", "theo-county-since"])
  func `Under the county's procedures a family arrangement is a hole, with an example that breaks nothing`(
    profile: String
  ) throws {
    let procedure = try England.procedure(profile: profile)
    let explorer = Explorer(procedure)
    let arrangement = try state("placement.family_arrangement", of: procedure)
    let answer = explorer.driftAnswer(of: arrangement)
    guard case .hole(let example) = answer.standing else {
      Issue.record("it is not told as a hole")
      return
    }
    let situation = explorer.situation(example)
    #expect(situation.flaws == 0)
    #expect(situation.open.isEmpty)
  }

  @Test func `The child in need stage under an interim supervision order is watched then, and not allowed since`() throws {
    for (profile, isAllowed) in [("theo-county-then", true), ("theo-county-since", false)] {
      let procedure = try England.procedure(profile: profile)
      let order = try state("legal_order.interim_supervision_order", of: procedure)
      let stage = try state("child_in_need.on_plan", of: procedure)
      let answer = Explorer(procedure).driftAnswer(of: stage, beside: [order])
      switch answer.standing {
      case .watched(let rules):
        #expect(isAllowed)
        #expect(rules.map { procedure.rules[$0].fullName } == ["child_in_need.meetings", "child_in_need.manager_review"])
      case .onlyAgainst(let breaches):
        #expect(!isAllowed)
        let rules = breaches.flatMap(\.rules).map { procedure.rules[$0].fullName }
        #expect(rules.contains("child_protection_plan.continues_under_interim_supervision_order"))
      case .hole, .notFound: Issue.record("\(profile): neither watched nor forbidden")
      }
    }
  }

  /// What the shape of the procedure proves of a clock must be so in every case that was ever tried.
  @Test(arguments: [nil, "theo-county-since"])
  func `A clock that is said to run in a state is open in every example that rests there`(profile: String?) throws {
    let procedure = try England.procedure(profile: profile)
    let explorer = Explorer(procedure)
    var asked = 0
    for (number, map) in explorer.maps.enumerated() {
      for state in map.restingStates {
        let place = StateReference(workflow: number, state: state)
        let always = procedure.rules.indices.filter { explorer.alwaysRuns($0, in: place) }
        guard !always.isEmpty else { continue }
        for clocks in [[], Set(always)] {
          let goal = DriftGoal([place], clocks: clocks, maps: explorer.maps)
          let outcome = ExampleSearch(explorer: explorer, goal: goal, budget: 30).outcome(from: [Example(start: explorer.start)])
          for situation in outcome.tried where situation.active.contains(place) {
            let open = Set(situation.open.map(\.rule))
            for rule in always where !situation.isExcepted(procedure.rules[rule]) {
              asked += 1
              #expect(open.contains(rule), "\(procedure.rules[rule].fullName) in \(map.workflow.states[state].path)")
            }
          }
        }
      }
    }
    #expect(asked > 500)
  }

  @Test func `The text of every example is a history that replays to the same, without a clock about the workflow`() throws {
    let procedure = try England.procedure()
    let worker = Replayer(procedure).worker()
    let explorer = Explorer(procedure)
    var holes = 0
    for answer in explorer.driftAnswers() {
      guard case .hole(let example) = answer.standing else { continue }
      holes += 1
      let text = example.text(named: "hole", title: "A \"hole\"", claim: ["It is one."], of: procedure)
      let tree = try #require(YAMLReader.read(SourceText(name: "hole.yaml", text: text)).node)
      let (history, problems) = HistoryReader.read(tree, procedure: procedure)
      #expect(problems.map(\.message) == [])
      let replay = worker.replay(try #require(history))
      let told = worker.replay(example.history(named: "hole", of: procedure))
      #expect(replay.judgements == told.judgements)
      #expect(replay.stays.contains { $0.state == answer.state && $0.left == nil })
      let about = Set(procedure.clocks(about: answer.state.workflow))
      let running = replay.judgements.filter { about.contains($0.rule) && $0.ending == .observationEnded && $0.due != nil }
      #expect(running.isEmpty, "\(procedure.workflows[answer.state.workflow].name)")
    }
    #expect(holes > 30)
  }
}

extension Situation {
  /// Whether something happened that the rule excepts.
  fileprivate func isExcepted(_ rule: Rule) -> Bool {
    let unless: Pattern? =
      switch rule.form {
      case .deadline(let deadline): deadline.unless
      case .cadence(let cadence): cadence.unless
      case .check, .invariant: nil
      }
    let excepted = Set((unless?.events ?? []).map(\.event))
    return example.events.contains { excepted.contains($0.event) }
  }
}
