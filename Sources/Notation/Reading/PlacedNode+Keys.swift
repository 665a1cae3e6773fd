import Diagnostics

extension PlacedNode {
  subscript(_ key: Key) -> PlacedNode? { self[key.rawValue] }

  /// The text under a key; `nil` where there is none, or something else.
  func text(_ key: Key) -> String? { self[key]?.scalar }

  /// Whether `true` stands under a key.
  func isTrue(_ key: Key) -> Bool { text(key) == "true" }

  /// The entries of the mapping under a key; none where there is no mapping.
  func entries(_ key: Key) -> [Entry] { self[key]?.entries ?? [] }

  /// One scalar, or those of a list.
  var scalars: [PlacedNode] {
    if let list { return list.filter { $0.scalar != nil } }
    return scalar == nil ? [] : [self]
  }
}
