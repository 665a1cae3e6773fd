import Diagnostics
import Notation

/// Procedures and profiles as they were found among files, each under its name.
struct WorkflowLibrary: Sendable {
  /// A procedure: the folder with its `procedure:` file and all that lies below of the kinds that are its parts.
  struct ProcedureFolder: Sendable {
    /// `nil` where no file says it.
    let name: String?
    let documents: [YAMLDocument]

    var files: [SourceText] { documents.map(\.source) }
  }

  struct ProfileFile: Sendable {
    let name: String
    /// The name of the procedure it extends.
    let extends: String?
    let file: SourceText
  }

  /// In the order of their paths.
  let procedures: [ProcedureFolder]
  let profiles: [ProfileFile]
  let histories: [SourceText]
  /// Reviewers' tables of findings.
  let tables: [SourceText]
  let timescales: [SourceText]
  let expectations: [SourceText]
  let scenarios: [SourceText]
  /// How extracts of other systems are read.
  let mappings: [SourceText]
  let statistics: [SourceText]
  /// Files of a procedure that lie outside the folder of any.
  let strays: [SourceText]

  init(files: [SourceText]) {
    let sorted = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map(HeadedFile.init)
    profiles = sorted.filter { $0.kind == .profile }.map { file in
      ProfileFile(name: file.title ?? "", extends: file.document.node?["extends"]?.scalar, file: file.source)
    }
    histories = sorted.filter { $0.kind == .history }.map(\.source)
    tables = sorted.filter { $0.kind == .findings }.map(\.source)
    timescales = sorted.filter { $0.kind == .timescales }.map(\.source)
    expectations = sorted.filter { $0.kind == .expectations }.map(\.source)
    scenarios = sorted.filter { $0.kind == .scenario }.map(\.source)
    mappings = sorted.filter { $0.kind == .extractMapping }.map(\.source)
    statistics = sorted.filter { $0.kind == .statistics }.map(\.source)
    let parts = sorted.filter(\.isPartOfProcedure)
    let heads = parts.filter { $0.kind == .procedure }
    guard !heads.isEmpty else {
      procedures = parts.isEmpty ? [] : [ProcedureFolder(name: nil, documents: parts.map(\.document))]
      strays = []
      return
    }
    let folders = heads.map(\.folder).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    procedures = folders.map { folder in
      let inside = parts.filter { $0.nearest(of: folders) == folder }
      return ProcedureFolder(name: inside.first { $0.kind == .procedure }?.title, documents: inside.map(\.document))
    }
    strays = parts.filter { $0.nearest(of: folders) == nil }.map(\.source)
  }

  func procedure(named name: String) -> ProcedureFolder? { procedures.first { $0.name == name } }

  func profile(named name: String) -> ProfileFile? { profiles.first { $0.name == name } }
}

extension WorkflowLibrary {
  /// The copy of `workflows/` that was built in.
  static let embedded = WorkflowLibrary(
    files: EmbeddedWorkflows.files.map { SourceText(name: "workflows/\($0.path)", text: $0.text) })
}

/// A file with its first key, which tells what it is.
private struct HeadedFile {
  let document: YAMLDocument
  let kind: FileKind?
  /// What stands behind the first key.
  let title: String?

  init(_ source: SourceText) {
    document = YAMLDocument(source)
    let first = document.node?.entries?.first
    kind = first.flatMap { FileKind(rawValue: $0.key) }
    title = first?.value.scalar
  }

  var source: SourceText { document.source }

  /// The path up to and with the last slash.
  var folder: String { source.folder }

  /// Whether it belongs into the folder of a procedure, as does a file that says nothing of what it is.
  var isPartOfProcedure: Bool {
    switch kind {
    case .procedure, .vocabulary, .workflow, nil: true
    case .profile, .history, .findings, .timescales, .expectations, .scenario, .extractMapping, .statistics: false
    }
  }

  /// The innermost of the folders in which the file lies.
  func nearest(of folders: [String]) -> String? {
    folders.filter { folder.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
  }
}
