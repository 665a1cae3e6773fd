/// Builds the YAML of a file that is written.
public enum YAMLText {
  /// A text between single quotation marks, or double ones where it holds what can only be written by its number.
  public static func quoted(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(\.standsInYAMLLine) {
      return "'" + written(text) { $0 == "'" ? "''" : String($0) } + "'"
    }
    return "\"" + written(text) { $0 == "\"" || $0 == "\\" ? "\\\($0)" : inLine($0) } + "\""
  }

  /// Each character by itself: a mark with an accent on it is a mark.
  private static func written(_ text: String, _ write: (Unicode.Scalar) -> String) -> String {
    text.unicodeScalars.map(write).joined()
  }

  /// A character as it is, or by its number where it cannot stand in a line: `\x7F`.
  private static func inLine(_ scalar: Unicode.Scalar) -> String {
    guard !scalar.standsInYAMLLine else { return String(scalar) }
    let number = String(scalar.value, radix: 16, uppercase: true)
    let (letter, digits) = scalar.value <= 0xFF ? ("x", 2) : ("u", 4)
    return "\\" + letter + String(repeating: "0", count: digits - number.count) + number
  }

  /// One name, or several between brackets.
  static func oneOrMany(_ names: [String]) -> String { names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]" }

  /// Entries between braces; those without a value are left out.
  static func mapping(_ entries: [(key: String, value: String?)]) -> String {
    let written = entries.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "{\(written.joined(separator: ", "))}"
  }

  /// Lines of comment, none longer than a reader's line.
  static func comment(_ lines: [String]) -> String { lines.map { "# \(written($0, inLine))\n" }.joined() }
}
