import Diagnostics
import Notation

/// The files of expectations among files, in the order in which they were found.
struct FoundExpectations {
  private(set) var files: [SourceText] = []
  private(set) var sources: [SourceText] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [InputFile]) {
    for file in files { add(file) }
  }

  private mutating func add(_ file: InputFile) {
    let (source, problems) = file.decoded()
    diagnostics += problems
    guard let source, !files.contains(where: { $0.name == source.name }) else { return }
    let (node, faults) = source.tree(of: .expectations, otherwise: .notAHistory)
    guard let node else {
      sources.append(source)
      diagnostics += faults
      return
    }
    let kind = node.entries?.first.flatMap { FileKind(rawValue: $0.key) }
    if kind == .expectations { return files.append(source) }
    // A file in a folder may be of another kind, but not of none.
    guard file.origin == .named || kind == nil else { return }
    sources.append(source)
    diagnostics.append(
      Diagnostic(
        .notAHistory, "This is not a file of expectations.", at: node.place,
        mend: kind == .history
          ? "`plumbline test --record` writes one for a history." : "Name a file that begins with `expectations:`."))
  }
}
