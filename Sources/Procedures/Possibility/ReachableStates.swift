public import Conditions

/// The states of a workflow that some sequence of events leads to, whatever the guards say.
public struct ReachableStates {
  private let workflow: Workflow
  public private(set) var reached: Set<StateIndex> = []

  /// - Complexity: the square of the number of transitions at worst.
  public init(of workflow: Workflow) {
    self.workflow = workflow
    guard workflow.states.indices.contains(workflow.start) else { return }
    for start in workflow.startTargets { enter(start) }
    var waiting = workflow.transitions
    var known = 0
    while reached.count > known {
      known = reached.count
      let taken = waiting.filter(canBeTaken)
      waiting.removeAll(where: canBeTaken)
      for target in taken.flatMap(\.to) { enter(target) }
      enterRemembered()
    }
  }

  /// Enters what a shallow history state may remember: each state beside it by its own start, however that was reached.
  private mutating func enterRemembered() {
    for history in reached where workflow.states[history].kind.isShallowHistory {
      let beside = workflow.states[history].parent.map { workflow.states[$0].children } ?? []
      for state in beside where reached.contains(state) && !workflow.states[state].isHistory { enter(state) }
    }
  }

  private func canBeTaken(_ transition: Transition) -> Bool {
    guard reached.contains(transition.from) else { return false }
    return switch transition.cue {
    case .events, .named, .always: true
    case .signal(let signal): isRaised(signal)
    case .completion(let state): canComplete(state)
    }
  }

  private func isRaised(_ signal: Int) -> Bool {
    let ofStates = workflow.states.flatMap { $0.onEntry + $0.onExit + $0.onStart }
    return (ofStates + workflow.transitions.flatMap(\.actions)).contains { $0.signals.contains(signal) }
  }

  /// Whether the end of a state can be reached: an end state inside it, or the ends of all its parallel states.
  private func canComplete(_ index: StateIndex) -> Bool {
    let state = workflow.states[index]
    return switch state.kind {
    case .atomic, .history: false
    case .end: reached.contains(index)
    case .compound: state.children.contains { workflow.states[$0].kind == .end && reached.contains($0) }
    case .parallel: state.children.allSatisfy { canComplete($0) || workflow.states[$0].isHistory }
    }
  }

  /// Enters a state with all that is entered with it: the states around it, and the first ones inside.
  private mutating func enter(_ index: StateIndex) {
    let isNew = reached.insert(index).inserted
    enterAround(index)
    guard isNew || !hasEnteredInside(index) else { return }
    let state = workflow.states[index]
    switch state.kind {
    case .atomic, .end: break
    case .compound(let start): for state in start { enter(state) }
    case .parallel: for child in state.children where !workflow.states[child].isHistory { enter(child) }
    case .history(_, let otherwise): for state in otherwise { enter(state) }
    }
  }

  /// Marks the states around a state, and enters those that are active beside it.
  private mutating func enterAround(_ index: StateIndex) {
    guard let parent = workflow.states[index].parent else { return }
    if reached.insert(parent).inserted { enterAround(parent) }
    guard workflow.states[parent].kind == .parallel else { return }
    for beside in workflow.states[parent].children
    where beside != index && !reached.contains(beside) && !workflow.states[beside].isHistory {
      enter(beside)
    }
  }

  /// Whether a state that was marked from inside has been entered by its own start as well.
  private func hasEnteredInside(_ index: StateIndex) -> Bool {
    switch workflow.states[index].kind {
    case .atomic, .end: true
    case .compound(let start): start.allSatisfy(reached.contains)
    case .parallel: workflow.states[index].children.allSatisfy { reached.contains($0) || workflow.states[$0].isHistory }
    case .history(_, let otherwise): otherwise.allSatisfy(reached.contains)
    }
  }
}

extension State {
  /// Whether it only remembers other states, and is never active itself.
  public var isHistory: Bool {
    if case .history = kind { true } else { false }
  }
}

extension State.Kind {
  fileprivate var isShallowHistory: Bool {
    if case .history(.shallow, _) = self { true } else { false }
  }
}
