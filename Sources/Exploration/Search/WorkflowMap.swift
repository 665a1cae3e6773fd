import Conditions
import Procedures

/// Which states of a workflow lead to which, whatever the guards say.
struct WorkflowMap {
  let workflow: Workflow
  private let nesting: StateNesting
  /// The states around each state, itself first.
  let around: [[StateIndex]]
  /// By transition: every state that is entered when it is taken.
  let entered: [Set<StateIndex>]
  /// The states in which every machine begins.
  let beginning: Set<StateIndex>
  /// By state: the steps that lead there from each state; `nil` where no way does.
  private(set) var stepsTo: [[Int?]] = []

  init(_ workflow: Workflow) {
    self.workflow = workflow
    let nesting = StateNesting(of: workflow)
    self.nesting = nesting
    around = workflow.states.indices.map { [$0] + nesting.around($0) }
    entered = workflow.transitions.map { WorkflowMap.entry(of: $0.to, in: workflow, nesting) }
    beginning = WorkflowMap.entry(of: workflow.startTargets, in: workflow, nesting)
    stepsTo = workflow.states.indices.map { goal in steps { $0 == goal } }
  }

  /// Every state that is entered with the targets: those inside, around, and in the regions beside them.
  private static func entry(of targets: [StateIndex], in workflow: Workflow, _ nesting: StateNesting) -> Set<StateIndex> {
    targets.reduce(into: []) { entered, target in
      entered.formUnion(nesting.entered(with: target))
      for outer in nesting.around(target) where entered.insert(outer).inserted {
        guard workflow.states[outer].kind == .parallel else { continue }
        for beside in workflow.states[outer].children
        where !workflow.states[beside].isHistory && beside != target && !nesting.isInside(target, beside) {
          entered.formUnion(nesting.entered(with: beside))
        }
      }
    }
  }

  /// The steps from each state until one for which `isGoal` holds of what is entered; `nil` where no way leads there.
  func steps(to isGoal: (StateIndex) -> Bool) -> [Int?] {
    var steps: [Int?] = workflow.states.indices.map { isGoal($0) ? 0 : nil }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (number, transition) in workflow.transitions.enumerated() {
        guard let ahead = entered[number].compactMap({ steps[$0] }).min() else { continue }
        for state in workflow.states.indices where around[state].contains(transition.from) {
          if steps[state].map({ $0 > ahead + 1 }) ?? true {
            steps[state] = ahead + 1
            isGrowing = true
          }
        }
      }
    }
    return steps
  }

  /// The atomic states in which a child's case can stand: neither where every machine begins, nor an end.
  var restingStates: [StateIndex] {
    workflow.states.indices.filter { state in
      workflow.states[state].kind == .atomic && !beginning.contains(state)
    }
  }

  /// Whether a child in one state is in another as well, by the shape of the workflow alone.
  func truth(of other: StateIndex, whileIn state: StateIndex) -> Truth {
    if around[state].contains(other) { return .yes }
    if around[other].contains(state) { return .unknown }
    return nesting.areInDifferentRegions(state, other) ? .unknown : .no
  }
}

extension [WorkflowMap] {
  /// The states in which the machines of a child begin.
  var beginning: Set<StateReference> {
    Set(indices.flatMap { workflow in self[workflow].beginning.map { StateReference(workflow: workflow, state: $0) } })
  }
}
