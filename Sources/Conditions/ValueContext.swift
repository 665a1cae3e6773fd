/// Named values, as FEEL's context has them.
public struct ValueContext: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let value: Value

    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// In the order in which they are written.
  public let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
}
