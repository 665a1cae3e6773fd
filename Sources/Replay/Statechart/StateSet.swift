import Conditions

/// A set of states of one workflow; two are only compared and joined where they have one capacity.
struct StateSet: Hashable, Sendable {
  private var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  @inline(__always) func contains(_ state: StateIndex) -> Bool {
    words[state >> 6] & (1 << UInt64(state & 63)) != 0
  }

  mutating func insert(_ state: StateIndex) { words[state >> 6] |= 1 << UInt64(state & 63) }

  mutating func remove(_ state: StateIndex) { words[state >> 6] &= ~(1 << UInt64(state & 63)) }

  mutating func formUnion(_ other: StateSet) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  func intersection(_ other: StateSet) -> StateSet {
    var common = self
    for place in words.indices { common.words[place] &= other.words[place] }
    return common
  }

  func isDisjoint(with other: StateSet) -> Bool {
    for place in words.indices where words[place] & other.words[place] != 0 { return false }
    return true
  }

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
