/// A tree of plain data in which every scalar, list and entry knows its place in the text.
///
/// Readers of procedures and histories work on this tree, so that what a file means does not depend on how it was
/// written down.
public struct PlacedNode: Sendable {
  public enum Content: Sendable {
    /// A single word or text, exactly as written; `quoted` tells `"5"` from `5`.
    case scalar(String, quoted: Bool)
    case list([PlacedNode])
    /// The entries in file order; keys are unique.
    case entries([Entry])
    /// Nothing was written after the key.
    case nothing
  }

  public struct Entry: Sendable {
    public let key: String
    public let keyPlace: Place
    public let value: PlacedNode

    public init(key: String, keyPlace: Place, value: PlacedNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  public let content: Content
  public let place: Place

  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// The text of a scalar, or `nil` for anything else.
  public var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  public var list: [PlacedNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  public var entries: [Entry]? {
    if case .entries(let entries) = content { entries } else { nil }
  }

  public var isNothing: Bool {
    if case .nothing = content { true } else { false }
  }

  /// The value under a key, or `nil` where the node has no such entry.
  public subscript(key: String) -> PlacedNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What the node is, in words for a message: "a text", "a list", "a mapping", "nothing".
  public var shapeInWords: String {
    switch content {
    case .scalar: "a text"
    case .list: "a list"
    case .entries: "a mapping"
    case .nothing: "nothing"
    }
  }
}
