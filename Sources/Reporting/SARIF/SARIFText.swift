/// Texts as SARIF has them.
enum SARIFText {
  /// A description, which is taken as it stands.
  static func description(_ text: String) -> JSONValue { .members([("text", .text(text))]) }

  /// A message, in which a brace would begin or end a place for an argument unless it is doubled.
  ///
  /// **Source:** SARIF 2.1.0, 3.11.5.
  static func message(_ text: String) -> JSONValue {
    description(text.replacing("{", with: "{{").replacing("}", with: "}}"))
  }
}
