import Diagnostics
import Notation

/// The tables of findings among files, each once, in the order in which they were found.
struct FoundTables {
  private(set) var tables: [SourceText] = []
  private(set) var sources: [SourceText] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The names of histories that were pointed at, whose tables are meant.
  private var histories: [String] = []

  init(_ files: [InputFile]) {
    var beside: [(table: SourceText, history: String)] = []
    for file in files {
      guard let (text, node) = read(file) else { continue }
      let kind = node.entries?.first.flatMap { FileKind(rawValue: $0.key) }
      switch (kind, file.origin) {
      case (.findings, .beside): beside.append((text, text.folder + (node["history"]?.scalar ?? "")))
      case (.findings, _): add(text)
      case (.history, .named): histories.append(text.name)
      case (_, .named): tellNoTable(node)
      default: break
      }
    }
    for history in histories {
      let found = beside.filter { $0.history == history }
      if found.isEmpty { tellNoTable(of: history) }
      for (table, _) in found { add(table) }
    }
  }
}

extension FoundTables {
  /// A file that only lies beside is somebody else's to mend.
  private mutating func read(_ file: InputFile) -> (SourceText, PlacedNode)? {
    let (source, problems) = file.decoded()
    let (node, faults) = source.map { $0.tree(of: .findings, otherwise: .notAHistory) } ?? (nil, [])
    if file.origin != .beside {
      diagnostics += problems + faults
      sources += [source].compactMap(\.self)
    }
    guard let source, let node else { return nil }
    return (source, node)
  }

  private mutating func add(_ table: SourceText) {
    if !tables.contains(where: { $0.name == table.name }) { tables.append(table) }
  }

  private mutating func tellNoTable(_ node: PlacedNode) {
    diagnostics.append(
      Diagnostic(
        .notAHistory, "This is neither a table of findings nor a history.", at: node.place,
        mend: "Name a file that begins with `findings:` or `history:`."))
  }

  private mutating func tellNoTable(of history: String) {
    diagnostics.append(
      Diagnostic(
        .nothingToRead, "No table of findings lies beside this history.", at: .whole(history),
        mend: "Write one that begins with `findings:` and names this file behind `history:`."))
  }
}
