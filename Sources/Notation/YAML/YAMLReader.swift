public import Diagnostics
import Yams

/// Reads strict YAML 1.2 into a tree of placed nodes: the one format all files are written in.
///
/// Every scalar is kept as it is written, so `on`, `off`, `yes` and `no` are words. Anchors, tags, several documents
/// and keys that are not one word are errors.
public enum YAMLReader {
  /// The tree of a text, or `nil` with at least one diagnostic where there is none.
  ///
  /// Codes: PL1002 to PL1008 and PL1012.
  public static func read(_ source: SourceText) -> (node: PlacedNode?, diagnostics: [Diagnostic]) {
    let start = Place(file: source.name, line: 1, column: 1)
    guard source.text.utf8.count <= SourceText.largestSize else { return (nil, [SourceText.tooLarge(at: start)]) }
    if let fault = unreadableCharacter(in: source) { return (nil, [fault]) }
    let faults = YAMLScan.faults(of: source)
    guard faults.isEmpty else { return (nil, faults.inReadingOrder()) }
    do {
      let parser = try Yams.Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return (nil, [SourceText.empty("The file says nothing.", at: start)]) }
      var placing = YAMLPlacing(source: source)
      let node = placing.place(root, depth: 0)
      guard placing.diagnostics.isEmpty else { return (nil, placing.diagnostics.inReadingOrder()) }
      return node.isNothing ? (nil, [SourceText.empty("The file says nothing.", at: start)]) : (node, [])
    } catch {
      return (nil, [YAMLFault.diagnostic(for: error, in: source)])
    }
  }

  /// The first character that may not stand in a YAML text, and the line ends that only some editors know.
  private static func unreadableCharacter(in source: SourceText) -> Diagnostic? {
    var (line, column) = (1, 1)
    var previous: Unicode.Scalar?
    for scalar in source.text.unicodeScalars {
      switch scalar {
      case "\n", "\r":
        if !(scalar == "\n" && previous == "\r") { line += 1 }
        column = 0
      case _ where scalar.standsInYAMLLine: break
      case "\u{FEFF}" where previous == nil: column -= 1
      default:
        return Diagnostic(
          .yamlSyntax, "A control character stands here that no text holds.",
          at: Place(file: source.name, line: line, column: column), mend: "Delete it.")
      }
      column += 1
      previous = scalar
    }
    return nil
  }
}
