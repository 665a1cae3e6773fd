import Conditions
import Diagnostics
public import Procedures

/// What replays reached of a procedure, and what none of them did: states entered, transitions taken, rules judged.
///
/// Workflows, states and rules are known by their names and transitions by their place, so that replays under several
/// profiles of one procedure add up: a rule that a profile replaces is the same rule, one that it adds is one more.
public struct ReplayCoverage: Sendable {
  /// In the order of the procedure.
  public private(set) var workflows: [WorkflowCoverage] = []
  private var included: Set<Inclusion> = []

  private struct Inclusion: Hashable {
    let procedure: String
    let profile: String?
  }

  public init() {}

  /// Makes all of a procedure part of the whole, reached or not.
  public mutating func include(_ procedure: Procedure) {
    guard included.insert(Inclusion(procedure: procedure.name, profile: procedure.profile)).inserted else { return }
    for (index, workflow) in procedure.workflows.enumerated() {
      let place = place(of: workflow)
      workflows[place].include(workflow, in: procedure)
      for rule in procedure.rules where rule.workflow == index { workflows[place].include(rule) }
    }
  }

  /// Adds what one replay reached.
  public mutating func add(_ judged: JudgedCase) {
    include(judged.procedure)
    let used = UsedMachines(judged)
    for (index, workflow) in judged.procedure.workflows.enumerated() {
      workflows[place(of: workflow)].add(judged, workflow: index, used)
    }
  }

  /// The same of some workflows only.
  public func narrowed(to names: Set<String>) -> ReplayCoverage {
    var narrowed = self
    narrowed.workflows.removeAll { !names.contains($0.name) }
    return narrowed
  }

  /// All workflows together.
  public var counts: CoverageCounts { workflows.map(\.counts).reduce(CoverageCounts(), +) }

  private mutating func place(of workflow: Workflow) -> Int {
    if let place = workflows.firstIndex(where: { $0.name == workflow.name }) { return place }
    workflows.append(WorkflowCoverage(name: workflow.name, title: workflow.title))
    return workflows.count - 1
  }
}
