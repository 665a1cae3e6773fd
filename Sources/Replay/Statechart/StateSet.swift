import Conditions

/// A set of states of one workflow.
struct StateSet: Hashable, Sendable {
  private var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  @inline(__always) func contains(_ state: StateIndex) -> Bool {
    words[state >> 6] & (1 << UInt64(state & 63)) != 0
  }

  mutating func insert(_ state: StateIndex) { words[state >> 6] |= 1 << UInt64(state & 63) }

  mutating func remove(_ state: StateIndex) { words[state >> 6] &= ~(1 << UInt64(state & 63)) }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The states in document order.
  var members: [StateIndex] {
    var states: [StateIndex] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        states.append(index * 64 + rest.takeLowestBit())
      }
    }
    return states
  }
}
