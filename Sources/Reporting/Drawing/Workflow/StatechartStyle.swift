/// The looks of a statechart, for a light and for a dark ground.
enum StatechartStyle {
  static let sheet =
    StyleSheet.words
    + StyleSheet(rules: [
      StyleSheet.Rule(parts: ".state", light: "stroke: #57606a; stroke-width: 1.3;", dark: "stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".depth0", light: "fill: #f3f5f8;", dark: "fill: #22262c;"),
      StyleSheet.Rule(parts: ".depth1", light: "fill: #ffffff;", dark: "fill: #191c20;"),
      StyleSheet.Rule(parts: ".depth2", light: "fill: #e9edf2;", dark: "fill: #2b3037;"),
      StyleSheet.Rule(parts: ".region", light: "fill: none; stroke: none;"),
      StyleSheet.Rule(parts: ".divider", light: "fill: none; stroke: #57606a; stroke-dasharray: 7 5;", dark: "stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".inner", light: "fill: none; stroke: #57606a;", dark: "stroke: #8b949e;"),
      StyleSheet.Rule(parts: ".drift", light: "fill: #c2410c; stroke: none;", dark: "fill: #f0883e;"),
      StyleSheet.Rule(parts: ".head", light: "fill: #1f2328;", dark: "fill: #e6e8eb;"),
      StyleSheet.Rule(parts: ".step", light: "fill: none; stroke: #1f2328; stroke-width: 1.4;", dark: "stroke: #e6e8eb;"),
      StyleSheet.Rule(parts: ".optional", light: "stroke-dasharray: 5 4;"),
    ])

  /// The head of a line.
  static let arrows = """
    <defs>
    <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"/></marker>
    </defs>
    """
}
