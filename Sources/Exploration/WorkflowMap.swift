import Conditions
import Procedures

/// Which states of a workflow lead to which, whatever the guards say.
struct WorkflowMap {
  let workflow: Workflow
  /// The states around each state, itself first.
  let around: [[StateIndex]]
  /// By transition: every state that is entered when it is taken.
  let entered: [Set<StateIndex>]
  /// The states in which every machine begins.
  let beginning: Set<StateIndex>

  init(_ workflow: Workflow) {
    self.workflow = workflow
    var around: [[StateIndex]] = []
    for index in workflow.states.indices {
      around.append([index] + (workflow.states[index].parent.map { around[$0] } ?? []))
    }
    self.around = around
    func entry(of targets: [StateIndex]) -> Set<StateIndex> {
      var entered: Set<StateIndex> = []
      for target in targets { WorkflowMap.enter(target, of: workflow, around: around, into: &entered) }
      return entered
    }
    entered = workflow.transitions.map { entry(of: $0.to) }
    beginning = entry(of: workflow.startTargets)
  }

  private static func enter(
    _ state: StateIndex, of workflow: Workflow, around: [[StateIndex]], into entered: inout Set<StateIndex>
  ) {
    for outer in around[state].dropFirst() where entered.insert(outer).inserted {
      guard workflow.states[outer].kind == .parallel else { continue }
      for beside in workflow.states[outer].children where !around[state].contains(beside) {
        enter(beside, of: workflow, around: around, into: &entered)
      }
    }
    guard entered.insert(state).inserted else { return }
    switch workflow.states[state].kind {
    case .atomic, .end: break
    case .compound(let start): for inner in start { enter(inner, of: workflow, around: around, into: &entered) }
    case .parallel:
      for inner in workflow.states[state].children { enter(inner, of: workflow, around: around, into: &entered) }
    case .history(_, let otherwise):
      for target in otherwise { enter(target, of: workflow, around: around, into: &entered) }
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
    // Two states are active together only in different regions of a parallel state.
    guard let shared = around[state].first(where: around[other].contains) else { return .no }
    return workflow.states[shared].kind == .parallel ? .unknown : .no
  }
}
