/// A word by which a transition names what it hears: `foo` hears `foo` and `foo.bar`, `*` hears everything.
///
/// **Source:** W3C SCXML 1.0, 3.12.1, "Event Descriptors".
public struct EventDescriptor: Hashable, Sendable {
  /// As written, such as `error`, `error.*` or `*`.
  public let text: String
  /// What a name must be or begin with, without a wildcard at the end; `nil` for `*`, which any name fits.
  public let prefix: String?

  public init(_ text: String) {
    self.text = text
    if text == "*" {
      prefix = nil
    } else if text.hasSuffix(".*") {
      prefix = String(text.dropLast(2))
    } else {
      prefix = text.hasSuffix(".") ? String(text.dropLast()) : text
    }
  }

  /// Whether a name is the prefix, or begins with it and a dot.
  public func matches(_ name: String) -> Bool {
    guard let prefix else { return true }
    return name == prefix || (name.hasPrefix(prefix) && name.dropFirst(prefix.count).first == ".")
  }
}
