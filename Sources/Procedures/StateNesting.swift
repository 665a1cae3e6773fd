public import Conditions

/// How the states of a workflow lie inside and beside one another.
public struct StateNesting: Sendable {
  private let states: [State]
  private let surroundings: [[StateIndex]]

  public init(of workflow: Workflow) {
    states = workflow.states
    var surroundings: [[StateIndex]] = []
    for state in states { surroundings.append(state.parent.map { [$0] + surroundings[$0] } ?? []) }
    self.surroundings = surroundings
  }

  /// The states around a state, innermost first.
  public func around(_ state: StateIndex) -> [StateIndex] { surroundings[state] }

  public func isInside(_ state: StateIndex, _ other: StateIndex) -> Bool { around(state).contains(other) }

  /// Whether two states lie in different regions of one parallel state.
  public func areInDifferentRegions(_ a: StateIndex, _ b: StateIndex) -> Bool {
    let (around, other) = ([a] + self.around(a), [b] + self.around(b))
    guard let shared = around.first(where: other.contains) else { return false }
    return states[shared].kind == .parallel
  }

  /// The states that are entered with a target, those around it left out.
  public func entered(with target: StateIndex) -> Set<StateIndex> {
    switch states[target].kind {
    case .atomic, .end: [target]
    case .compound(let start): start.reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    case .parallel:
      states[target].children.filter { !states[$0].isHistory }
        .reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    case .history(_, let otherwise): otherwise.reduce(into: [target]) { $0.formUnion(entered(with: $1)) }
    }
  }
}
