import Diagnostics
import Procedures

/// Reads the instruments, and the citations that name them.
struct SourceReader {
  let sources: [Source]
  private let indices: [String: Int]

  init(_ draft: ProcedureDraft) {
    sources = draft.sources.map { declaration in
      let node = declaration.node
      return Source(
        name: declaration.name, title: node.text(.title) ?? "", publisher: node.text(.publisher), dated: node.text(.dated),
        force: node.text(.force).flatMap(Force.init) ?? .ours, place: declaration.place)
    }
    indices = Dictionary(sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `NAME`, or `{of: NAME, at: ..., read: ...}`.
  func citation(_ node: PlacedNode?, into diagnostics: inout [Diagnostic]) -> Citation? {
    guard let node, let name = node.scalar == nil ? node[.of] : node, let text = name.scalar else { return nil }
    guard let source = indices[text] else {
      diagnostics.append(.unknown(.unknownSource, "source", name, among: sources.map(\.name)))
      return nil
    }
    return Citation(source: source, at: node.text(.at), evidence: node.text(.read).flatMap(Evidence.init))
  }
}
