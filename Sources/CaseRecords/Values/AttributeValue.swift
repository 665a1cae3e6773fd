/// What can be stated of an attribute.
public protocol AttributeValue: Sendable {
  /// The value in the words of a history.
  var written: WrittenValue { get }
}

/// A value in the words of a history.
public enum WrittenValue: Hashable, Sendable {
  /// A word, number, date or length of the history language.
  case word(String)
  /// Free text.
  case text(String)
  /// All members of a set, or several statements of which all hold.
  case list([String])
  /// What is known of a set; the rest is unknown.
  case part(some: [String], not: [String])
}

extension Bool: AttributeValue {
  public var written: WrittenValue { .word(self ? "true" : "false") }
}

extension String: AttributeValue {
  public var written: WrittenValue { .text(self) }
}
