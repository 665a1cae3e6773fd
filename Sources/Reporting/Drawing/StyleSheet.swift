/// How the parts of pictures look, on a light ground and on a dark one.
///
/// The values stand in every rule, and not once as variables: programs that show pictures outside browsers know none.
struct StyleSheet {
  struct Rule {
    let parts: String
    let light: String
    /// What is otherwise on a dark ground; `nil` where nothing is.
    var dark: String?
  }

  let rules: [Rule]

  static func + (one: StyleSheet, other: StyleSheet) -> StyleSheet { StyleSheet(rules: one.rules + other.rules) }

  /// The rules, for what is within an element, or for all of a picture.
  func css(within outer: String? = nil) -> String {
    let light = rules.map { "\(StyleSheet.selector($0.parts, outer)) { \($0.light) }\n" }.joined()
    let dark = rules.compactMap { rule in rule.dark.map { "\(StyleSheet.selector(rule.parts, outer)) { \($0) }\n" } }.joined()
    return dark.isEmpty ? light : "\(light)@media screen and (prefers-color-scheme: dark) {\n\(dark)}\n"
  }

  /// The rules as an element of a picture.
  var element: String { "<style>\n\(css())</style>" }

  private static func selector(_ parts: String, _ outer: String?) -> String {
    guard let outer else { return parts }
    return parts.split(separator: ", ").map { "\(outer) \($0)" }.joined(separator: ", ")
  }
}

extension StyleSheet {
  /// Words of pictures and the ground below them, by ``DrawnText/Style``.
  static let words = StyleSheet(rules: [
    Rule(
      parts: "text",
      light: "font: 13px system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu Sans\", sans-serif; fill: #1f2328;",
      dark: "fill: #e6e8eb;"),
    Rule(parts: ".title, .hole", light: "font-weight: 600;"),
    Rule(parts: ".clock, .name", light: "font-size: 12px;"),
    Rule(parts: ".clock", light: "fill: #0b4f9e;", dark: "fill: #8ec5ff;"),
    Rule(parts: ".name", light: "fill: #57606a; font-style: italic;", dark: "fill: #a0a8b2;"),
    Rule(parts: ".hole", light: "fill: #9a3412;", dark: "fill: #ffab70;"),
    Rule(parts: ".ground", light: "fill: #ffffff;", dark: "fill: #16181c;"),
    Rule(parts: ".dot", light: "fill: #1f2328;", dark: "fill: #e6e8eb;"),
  ])
}
