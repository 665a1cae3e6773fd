import Conditions
import Procedures
import Replay

/// That a clock of a rule is open when the machine of the rule's workflow has come to its end.
struct OutlivingGoal: Goal {
  let rule: RuleIndex
  let workflow: WorkflowIndex
  /// The end states of the workflow.
  let ends: [StateReference]
  /// The steps that lead to an end from each state of the workflow.
  private let steps: [Int?]

  /// `nil` where the workflow has no end.
  init?(_ rule: RuleIndex, of procedure: Procedure, maps: [WorkflowMap]) {
    self.rule = rule
    workflow = procedure.rules[rule].workflow
    let workflow = workflow
    let states = procedure.workflows[workflow].states
    let ends = states.indices.filter { states[$0].kind == .end && states[$0].parent == nil }
    guard !ends.isEmpty else { return nil }
    self.ends = ends.map { StateReference(workflow: workflow, state: $0) }
    steps = maps[workflow].steps { ends.contains($0) }
  }

  func distance(of situation: Situation, by explorer: Explorer) -> Int {
    let standing = situation.active.filter { $0.workflow == workflow }
    let ahead = standing.compactMap { steps[$0.state] }.min() ?? 9
    return ahead + (outliving(in: situation) == nil ? 2 : 0)
  }

  /// The clock that is open, and was opened before the event that led to the end.
  private func outliving(in situation: Situation) -> Judgement? {
    let last = situation.example.events.count - 1
    return situation.open.first { $0.rule == rule && ($0.openingEvent ?? last) < last }
  }

  func moves(in situation: Situation, by explorer: Explorer) -> [Move] {
    let end = situation.example.events.count
    let plain = explorer.moves(in: situation)
    let isOpen = situation.open.contains { $0.rule == rule }
    let events = isOpen ? ends.flatMap { plain.toward($0) } : plain.opening(explorer.procedure.rules[rule])
    return events.map { .insert($0, at: end) }
  }
}
