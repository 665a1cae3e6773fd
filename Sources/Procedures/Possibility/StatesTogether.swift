import Conditions

/// Which states of a workflow can be active together.
struct StatesTogether: Sendable {
  private let states: [State]
  private let topStates: [StateIndex]
  private let reached: Set<StateIndex>
  /// More ways than this are not told apart.
  private static let most = 4096

  init(of workflow: Workflow) {
    states = workflow.states
    topStates = workflow.topStates
    reached = ReachableStates(of: workflow).reached
  }

  /// Every way in which the states asked about can be active or not, bit by bit; `nil` where there are too many.
  func ways(of asked: [StateIndex]) -> [UInt128]? {
    guard asked.count <= 128 else { return nil }
    let bits = Dictionary(asked.enumerated().map { ($1, UInt128(1) << UInt128($0)) }) { first, _ in first }
    return alternatives(topStates, bits)?.sorted()
  }

  /// The ways of exactly one of these states being active.
  private func alternatives(_ indices: [StateIndex], _ bits: [StateIndex: UInt128]) -> Set<UInt128>? {
    var ways: Set<UInt128> = []
    for index in indices where reached.contains(index) && !states[index].isHistory {
      guard let own = self.ways(inside: index, bits) else { return nil }
      ways.formUnion(own)
    }
    return ways.count <= Self.most ? ways : nil
  }

  /// The ways of this state being active.
  private func ways(inside index: StateIndex, _ bits: [StateIndex: UInt128]) -> Set<UInt128>? {
    let own = bits[index] ?? 0
    switch states[index].kind {
    case .atomic, .end, .history: return [own]
    case .compound:
      guard let inside = alternatives(states[index].children, bits) else { return nil }
      return inside.isEmpty ? [own] : Set(inside.map { $0 | own })
    case .parallel:
      var ways: Set<UInt128> = [own]
      for child in states[index].children where !states[child].isHistory {
        guard let region = self.ways(inside: child, bits), ways.count * region.count <= Self.most else { return nil }
        ways = Set(ways.flatMap { way in region.map { way | $0 } })
      }
      return ways
    }
  }
}
