import Conditions
import Procedures

/// Finds history states whose default leads back to them, so that entering them would never end.
struct SCXMLHistoryCircles {
  /// How many states are entered through one another at most.
  private static let deepest = 1000

  private enum Mark {
    case underWay
    case done
  }

  let states: [State]
  private var marks: [StateIndex: Mark] = [:]
  private var found: [(StateIndex, SCXMLProblem)] = []

  init(states: [State]) { self.states = states }

  /// At most one fault for each circle.
  mutating func faults() -> [(StateIndex, SCXMLProblem)] {
    for index in states.indices {
      if case .history = states[index].kind { visit(index, depth: 0) }
    }
    return found
  }

  private mutating func visit(_ state: StateIndex, depth: Int) {
    if marks[state] == .done { return }
    guard marks[state] == nil else {
      found.append((state, .historyCircle(states[state].path)))
      return
    }
    guard depth < Self.deepest else {
      found.append((state, .nestedTooDeeply))
      return
    }
    marks[state] = .underWay
    for next in entered(with: state) { visit(next, depth: depth + 1) }
    marks[state] = .done
  }

  private func entered(with state: StateIndex) -> [StateIndex] {
    switch states[state].kind {
    case .atomic, .end: []
    case .compound(let start): start
    case .history(_, let otherwise): otherwise
    case .parallel:
      states[state].children.filter { if case .history = states[$0].kind { false } else { true } }
    }
  }
}
