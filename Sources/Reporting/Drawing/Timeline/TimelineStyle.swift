/// The looks of a case along time. Colours have a contrast of 3 to 1 or more with their ground, and none is alone in saying
/// something.
enum TimelineStyle {
  static let sheet =
    StyleSheet.words
    + StyleSheet(rules: [
      StyleSheet.Rule(parts: ".month", light: "stroke: #d8dee4;", dark: "stroke: #2b3037;"),
      StyleSheet.Rule(parts: ".year", light: "stroke: #8c959f;", dark: "stroke: #57606a;"),
      StyleSheet.Rule(parts: ".lane", light: "stroke: #8c959f; fill: none;", dark: "stroke: #57606a;"),
      StyleSheet.Rule(
        parts: ".maybe", light: "fill: #ffffff; stroke: #57606a; stroke-dasharray: 3 3;", dark: "fill: #16181c; stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".stay", light: "fill: #b6dcfb; stroke: #57606a;", dark: "fill: #1f4a73; stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".span", light: "stroke: #57606a; stroke-width: 2;", dark: "stroke: #8b949e;"),
      StyleSheet.Rule(
        parts: ".undone", light: "stroke: #1f2328; stroke-width: 1.8; fill: none;", dark: "stroke: #e6e8eb;"),
      StyleSheet.Rule(
        parts: ".clockline", light: "stroke: #57606a; stroke-width: 1.5; fill: none;", dark: "stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".lapsed", light: "stroke-dasharray: 2 3;"),
      StyleSheet.Rule(parts: ".over", light: "stroke: #b42318; stroke-width: 4;", dark: "stroke: #ff7b72;"),
      StyleSheet.Rule(parts: ".due", light: "stroke: #1f2328; stroke-width: 1.5;", dark: "stroke: #e6e8eb;"),
      StyleSheet.Rule(parts: ".still", light: "fill: url(#hatch); stroke: none;"),
      StyleSheet.Rule(
        parts: ".hatch", light: "stroke: #c2410c; stroke-width: 1; opacity: 0.7;", dark: "stroke: #f0883e;"),
      StyleSheet.Rule(
        parts: ".found", light: "fill: #b42318; stroke: #b42318; stroke-width: 1.3;", dark: "fill: #ff7b72; stroke: #ff7b72;"),
      StyleSheet.Rule(parts: ".possible", light: "fill: #ffffff;", dark: "fill: #16181c;"),
      StyleSheet.Rule(parts: ".end", light: "stroke: #1f2328; stroke-dasharray: 2 3;", dark: "stroke: #e6e8eb;"),
    ])

  /// What stretches without progress are filled with.
  static let hatching = """
    <defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>
    """
}
