import Diagnostics

/// One file that was read into a tree of a known kind.
struct ProcedureFile {
  let source: SourceText
  let node: PlacedNode
  let kind: FileKind

  /// Holds what was read against the description of its kind.
  ///
  /// The result is `nil` where the text is no tree or of no known kind, and then nothing that depends on it can be
  /// told rightly.
  static func read(_ document: YAMLDocument, into diagnostics: inout [Diagnostic]) -> ProcedureFile? {
    diagnostics += document.diagnostics
    guard let node = document.node, let kind = kind(of: node, into: &diagnostics) else { return nil }
    diagnostics += ShapeChecker.faults(of: node, as: kind)
    return ProcedureFile(source: document.source, node: node, kind: kind)
  }

  private static func kind(of node: PlacedNode, into diagnostics: inout [Diagnostic]) -> FileKind? {
    let kinds = FileKind.allCases.map(\.rawValue)
    guard let first = node.entries?.first else {
      diagnostics.append(
        Diagnostic(
          .unknownFileKind, "A file is a mapping whose first key tells its kind, and this is \(node.shapeInWords).",
          at: node.place, mend: "Begin it with one of: \(kinds.joined(separator: ", "))."))
      return nil
    }
    if let kind = FileKind(rawValue: first.key) { return kind }
    let elsewhere = node.entries?.first { kinds.contains($0.key) }
    let mend = elsewhere.map { "Write \"\($0.key):\" first." }
    diagnostics.append(
      Diagnostic(
        .unknownFileKind, "The first key of a file tells its kind, and \"\(first.key)\" is none.", at: first.keyPlace,
        mend: mend ?? Suggestion.mend(for: first.key, among: kinds, otherwise: "It is one of: \(kinds.joined(separator: ", "))."))
    )
    return nil
  }
}
