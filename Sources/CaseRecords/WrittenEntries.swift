import Diagnostics

/// Keys with their values, in order, each with the line of the program that wrote it.
struct WrittenEntries: Sendable {
  private(set) var nodes: [PlacedNode.Entry] = []

  mutating func write(_ key: String, _ value: WrittenValue, at place: Place) {
    write(key, PlacedNode(value, at: place), at: place)
  }

  mutating func write(_ key: String, _ value: PlacedNode, at place: Place) {
    nodes.append(PlacedNode.Entry(key: key, keyPlace: place, value: value))
  }

  func node(at place: Place) -> PlacedNode { PlacedNode(.entries(nodes), at: place) }
}

extension PlacedNode {
  /// A value as a history file would hold it.
  init(_ value: WrittenValue, at place: Place) {
    func list(_ words: [String]) -> PlacedNode {
      PlacedNode(.list(words.map { PlacedNode(.scalar($0, quoted: false), at: place) }), at: place)
    }
    switch value {
    case .word(let word): self.init(.scalar(word, quoted: false), at: place)
    case .text(let text): self.init(.scalar(text, quoted: true), at: place)
    case .list(let words): self = list(words)
    case .part(let some, let not):
      let parts = [("some", some), ("not", not)].map { Entry(key: $0, keyPlace: place, value: list($1)) }
      self.init(.entries(parts), at: place)
    }
  }
}
