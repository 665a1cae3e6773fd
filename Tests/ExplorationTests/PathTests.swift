import CivilTime
import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Testing

@testable import Exploration

@Suite struct `Paths that reach what is asked` {
  private let rules = """
      met_soon: {says: Meets., within: 2 weeks, of: opened, expect: met, source: ours}
      often: {says: Often., every: 4 weeks, while: second, expect: told, source: ours}
      named: {says: Named., at: told, require: known(this.who), finds: missed, source: ours}
      agreed_first: {says: Agreed., at: closed, require: occurred(agreed), finds: missed, source: ours}
      never_second: {says: Short., while: second, require: occurred(agreed), source: ours}
    """

  private func plan(
    _ procedure: Procedure, _ measures: Set<PathMeasure> = Set(PathMeasure.allCases), longest: Int = 12
  ) -> PathPlan {
    Explorer(procedure).paths(of: 0, covering: measures, longest: longest)
  }

  @Test func `Every state, transition and rule of a small procedure is reached`() throws {
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rules))
    let plan = plan(procedure)
    #expect(plan.targets.count == 5 + 3 + 10)
    // A step without its `who` is not recorded as wrong: it cannot be told whether anybody was.
    #expect(plan.unreached.map(\.target).allSatisfy { $0 == .rule(2, .broken) })
    #expect(plan.paths.count <= 3)
  }

  @Test func `What a path is said to reach is what a replay of its text finds, and no path could be left out`() throws {
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rules))
    try hold(plan(procedure), of: procedure)
  }

  @Test(arguments: ["unborn_child", "private_fostering", "looked_after_visits", "information_sharing"])
  func `The same of workflows of the national procedure`(name: String) throws {
    let procedure = try England.procedure()
    let workflow = try #require(procedure.workflows.firstIndex { $0.name == name })
    let plan = Explorer(procedure).paths(of: workflow, covering: Set(PathMeasure.allCases))
    #expect(plan.unreached.allSatisfy { $0.proof != nil })
    try hold(plan, of: procedure)
  }

  /// Reads the text of each path, replays it by itself, and compares what that reaches.
  private func hold(_ plan: PathPlan, of procedure: Procedure) throws {
    var coverage = ReplayCoverage()
    var all: [Set<PathTarget>] = []
    for path in plan.paths {
      let text = path.example.text(named: "path", title: "A path", claim: [], of: procedure)
      let tree = try #require(YAMLReader.read(SourceText(name: "path.yaml", text: text)).node)
      let (history, problems) = HistoryReader.read(tree, procedure: procedure)
      #expect(problems.map(\.message) == [])
      let read = try #require(history)
      let judged = JudgedCase(procedure: procedure, history: read, replay: Replayer(procedure).replay(read))
      coverage.add(judged)
      for target in path.reaches { #expect(isReached(target, in: judged), "\(target)") }
      #expect(path.example.events.count <= plan.longest)
      all.append(Set(path.reaches))
    }
    let reached = Set(plan.targets).subtracting(plan.unreached.map(\.target))
    #expect(all.reduce(into: []) { $0.formUnion($1) } == reached)
    for left in all.indices {
      let others = all.indices.filter { $0 != left }.reduce(into: Set<PathTarget>()) { $0.formUnion(all[$1]) }
      #expect(others != reached, "path \(left + 1) reaches nothing that the others do not")
    }
    // The count that `plumbline test` makes is another program, and agrees.
    let counts = coverage.narrowed(to: [procedure.workflows[plan.workflow].name]).counts
    if plan.targets.contains(where: { $0.measure == .states }) {
      #expect(counts.reached(.states) == reached.count { $0.measure == .states })
      #expect(counts.reached(.transitions) == reached.count { $0.measure == .transitions })
    }
    #expect(counts.reached(.kept) >= reached.count { if case .rule(_, .kept) = $0 { true } else { false } })
    #expect(counts.reached(.broken) >= reached.count { if case .rule(_, .broken) = $0 { true } else { false } })
  }

  private func isReached(_ target: PathTarget, in judged: JudgedCase) -> Bool {
    switch target {
    case .state(let state): judged.replay.stays.contains { $0.state == state }
    case .transition(let workflow, let number):
      judged.replay.transitions.contains { $0.workflow == workflow && $0.transition == number && $0.manner == .taken }
    case .rule(let rule, .kept):
      judged.replay.judgements.contains {
        $0.rule == rule && ($0.verdict == .met || $0.verdict == .held) && $0.certainty == .certain
      }
    case .rule(let rule, .broken):
      judged.replay.judgements.contains { $0.rule == rule && $0.verdict.isBreach && $0.certainty == .certain }
    }
  }

  @Test func `A child who is still unborn at the end is so in the replay of a path as in its text`() throws {
    let rules = """
        early: {says: Early., at: met, when: unborn, require: occurred(agreed), finds: missed, source: ours}
        later: {says: Later., at: met, when: not(unborn), require: occurred(agreed), finds: missed, source: ours}
      """
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rules))
    let plan = plan(procedure, [.rules])
    #expect(plan.unreached.isEmpty)
    #expect(plan.paths.contains { $0.example.births[0] > $0.example.end })
    try hold(plan, of: procedure)
  }

  @Test func `What two parts of a condition ask of the latest event is stated by one`() throws {
    let rule = """
        r: {says: R., at: closed, when: 'known(latest(told).who) and latest(told).who != "nurse"', require: occurred(agreed),
          finds: missed, source: ours}
      """
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rule))
    let plan = plan(procedure, [.rules])
    #expect(plan.unreached.isEmpty)
    try hold(plan, of: procedure)
  }

  @Test func `Only what is asked for is covered, and shorter histories are more of them`() throws {
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rules))
    let states = plan(procedure, [.states])
    #expect(states.targets.allSatisfy { $0.measure == .states })
    #expect(states.unreached.isEmpty)
    #expect(states.paths.count <= 2)
    let short = plan(procedure, longest: 3)
    #expect(short.paths.allSatisfy { $0.example.events.count <= 3 })
    #expect(short.paths.count >= plan(procedure).paths.count)
  }

  @Test func `A deadline is broken by letting its time run out, on the day after it is due`() throws {
    let rule = "  r: {says: Meets., within: 2 weeks, of: opened, expect: met, source: ours}"
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rule))
    let plan = plan(procedure, [.rules])
    let broken = try #require(plan.paths.first { $0.reaches.contains(.rule(0, .broken)) })
    let opened = try #require(broken.example.days.first)
    #expect(broken.example.end.days(since: opened) >= 15)
    #expect(plan.unreached.isEmpty)
  }

  @Test func `What nothing can reach is proved where the shape or the figures prove it`() throws {
    let rules = """
        never: {says: Never., at: told, require: false, finds: missed, source: ours}
        always: {says: Always., at: told, require: true, finds: missed, source: ours}
        idle: {says: Idle., within: 2 weeks, of: opened, when: false, expect: met, source: ours}
      """
    let procedure = try SmallProcedure.read(
      SmallProcedure.workflow(rules: rules).replacing("  over: {end: true}", with: "  over: {end: true}\n  lost: {}"))
    let plan = plan(procedure)
    let proofs = Dictionary(uniqueKeysWithValues: plan.unreached.map { ($0.target, $0.proof) })
    let lost = try #require(procedure.workflows[0].states.firstIndex { $0.name == "lost" })
    #expect(proofs[.state(StateReference(workflow: 0, state: lost))] == .noWayThere)
    #expect(proofs[.rule(0, .kept)] == .alwaysTheSame)
    #expect(proofs[.rule(1, .broken)] == .alwaysTheSame)
    #expect(proofs[.rule(2, .kept)] == .neverApplies)
    #expect(proofs[.rule(2, .broken)] == .neverApplies)
    #expect(plan.unreached.count == 5)
  }

  /// A proof is a claim about every case: none that was tried may speak against it.
  @Test func `Nothing that is proved to be out of reach is reached by any path of the other workflows`() throws {
    let procedure = try England.procedure()
    let explorer = Explorer(procedure)
    let proved = Set(
      procedure.workflows.indices.flatMap { PathTarget.all(of: $0, Set(PathMeasure.allCases), in: procedure) }
        .filter { explorer.proof(against: $0) != nil })
    #expect(!proved.isEmpty)
    var tried = 0
    for name in ["pre_proceedings", "section_47_enquiry"] {
      let workflow = try #require(procedure.workflows.firstIndex { $0.name == name })
      for path in explorer.paths(of: workflow, covering: [.transitions], budget: 60).paths {
        let situation = explorer.situation(path.example, keepingReached: true)
        tried += situation.reached.count
        #expect(situation.reached.isDisjoint(with: proved))
      }
    }
    #expect(tried > 20)
  }

  @Test func `A rule about siblings is reached with a sibling, whose events are recorded of the sibling alone`() throws {
    let rule = """
        r:
          says: Together.
          within: 2 weeks
          of: opened
          when: some s in siblings satisfies s.w.second
          expect: met
          source: ours
      """
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rule))
    let plan = plan(procedure, [.rules])
    #expect(plan.unreached.isEmpty)
    let path = try #require(plan.paths.first)
    #expect(path.example.hasSibling)
    let text = path.example.text(named: "path", title: "A path", claim: [], of: procedure)
    #expect(text.contains("for: [sibling]") && text.contains("for: [child]"))
    try hold(plan, of: procedure)
  }

  @Test func `What is so before anything happens is shown in a history of one event, for there are none without`() throws {
    let procedure = try SmallProcedure.read(
      """
      workflow: w
      title: W
      signals: [go]
      states: {asked: {start: true, on entry: [{raise: go}]}, answered: {}}
      transitions: [{signal: go, from: asked, to: answered}]
      """)
    let plan = plan(procedure)
    let answered = try #require(procedure.workflows[0].states.firstIndex { $0.name == "answered" })
    #expect(!plan.unreached.contains { $0.target == .state(StateReference(workflow: 0, state: answered)) })
    #expect(!plan.unreached.contains { $0.target == .transition(0, 0) })
    #expect(plan.paths.map(\.example.events.count) == [1])
    try hold(plan, of: procedure)
  }

  @Test func `The same is asked, the same is told`() throws {
    let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: rules))
    let first = plan(procedure).paths.map(\.example)
    #expect(plan(procedure).paths.map(\.example) == first)
  }
}
