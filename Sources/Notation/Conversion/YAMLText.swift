/// Builds the YAML of a converted file.
enum YAMLText {
  /// A text between single quotation marks.
  static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  /// One name, or several between brackets.
  static func oneOrMany(_ names: [String]) -> String { names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]" }

  /// Entries between braces; those without a value are left out.
  static func mapping(_ entries: [(key: String, value: String?)]) -> String {
    let written = entries.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "{\(written.joined(separator: ", "))}"
  }

  /// Lines of comment, none longer than a reader's line.
  static func comment(_ lines: [String]) -> String { lines.map { "# \($0)\n" }.joined() }
}
