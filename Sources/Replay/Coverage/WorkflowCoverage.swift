import Conditions
import Procedures

/// What replays reached of one workflow.
public struct WorkflowCoverage: Sendable {
  public let name: String
  public let title: String
  /// In the order of the file; a history state is none, since no machine is ever in it.
  public private(set) var states: [StateCoverage] = []
  public private(set) var transitions: [TransitionCoverage] = []
  public private(set) var rules: [RuleCoverage] = []

  init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  public var counts: CoverageCounts { CoverageCounts(self) }

  /// Whether anything of it was reached.
  public var isReached: Bool { counts.isReached }
}

// MARK: - What there is

extension WorkflowCoverage {
  mutating func include(_ workflow: Workflow, in procedure: Procedure) {
    for state in workflow.states where !states.contains(where: { $0.path == state.path }) {
      if case .history = state.kind { continue }
      states.append(StateCoverage(path: state.path))
    }
    for transition in workflow.transitions {
      let coverage = TransitionCoverage(transition, of: workflow, in: procedure)
      if !transitions.contains(where: { $0.isSame(as: coverage) }) { transitions.append(coverage) }
    }
  }

  mutating func include(_ rule: Rule) {
    if !rules.contains(where: { $0.name == rule.fullName }) { rules.append(RuleCoverage(name: rule.fullName)) }
  }
}

// MARK: - What was reached

extension WorkflowCoverage {
  mutating func add(_ judged: JudgedCase, workflow index: WorkflowIndex, _ used: UsedMachines) {
    let workflow = judged.procedure.workflows[index]
    for stay in judged.replay.stays where stay.state.workflow == index && used.contains(stay) {
      let path = workflow.states[stay.state.state].path
      if let place = states.firstIndex(where: { $0.path == path }) { states[place].entered += 1 }
    }
    for taken in judged.replay.transitions where taken.workflow == index {
      let same = TransitionCoverage(workflow.transitions[taken.transition], of: workflow, in: judged.procedure)
      if let place = transitions.firstIndex(where: { $0.isSame(as: same) }) { transitions[place].count(taken.manner) }
    }
    for judgement in judged.replay.judgements where judged.procedure.rules[judgement.rule].workflow == index {
      let name = judged.procedure.rules[judgement.rule].fullName
      if let place = rules.firstIndex(where: { $0.name == name }) { rules[place].tally.count(judgement.verdict) }
    }
  }
}
