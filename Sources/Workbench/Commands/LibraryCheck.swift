import Checking
import Diagnostics
import Histories
import Notation
import Procedures
import Reporting

/// A check of a library under way.
struct LibraryCheck {
  private(set) var checked: [CheckedProcedure] = []
  private(set) var histories: [CheckedHistory] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [SourceText] = []

  mutating func check(_ files: [InputFile], focus: String?) {
    let meant = focus.map { name in files.filter { $0.name == name } } ?? files
    var texts: [SourceText] = []
    for file in meant {
      let (source, problems) = file.decoded()
      diagnostics += problems
      if let source { texts.append(source) }
    }
    guard !texts.isEmpty else {
      if diagnostics.isEmpty {
        diagnostics.append(
          .ofCommand(
            .nothingToRead, "There is no file to check.", option: "check", mend: "Name a file or a folder of YAML files."))
      }
      return
    }
    guard focus != nil else { return check(WorkflowLibrary(files: texts)) }
    let others = files.filter { $0.name != focus }.compactMap { $0.decoded().source }
    checkAlone(texts[0], among: others)
  }

  /// Checks all procedures and profiles of a library, and that nothing in it is left over.
  mutating func check(_ library: WorkflowLibrary) {
    for folder in library.procedures { check(folder, with: library.profiles.filter { $0.extends == folder.name }) }
    for profile in library.profiles where library.procedures.allSatisfy({ $0.name != profile.extends }) {
      checkAlone(profile)
    }
    for stray in library.strays {
      diagnostics.append(
        Diagnostic(
          .unknownFileKind, "The file belongs to no procedure: no folder above it has a `procedure:` file.",
          at: .whole(stray.name)))
    }
    checkHistories(library)
    for table in library.tables { checkTable(table, among: library) }
    for list in library.timescales { checkShape(list, as: .timescales) }
  }

  /// A file by itself: a profile, a history and a table with what they name, a part of a procedure with its folder.
  private mutating func checkAlone(_ file: SourceText, among others: [SourceText]) {
    let alone = WorkflowLibrary(files: [file])
    guard alone.profiles.isEmpty, alone.histories.isEmpty, alone.timescales.isEmpty else { return check(alone) }
    let library = WorkflowLibrary(files: [file] + others)
    guard alone.tables.isEmpty else { return checkTable(file, among: library) }
    guard let folder = library.procedures.first(where: { $0.files.contains { $0.name == file.name } }) else {
      return check(alone)
    }
    check(folder, with: [])
  }

  private mutating func checkAlone(_ profile: WorkflowLibrary.ProfileFile) {
    sources.append(profile.file)
    guard let folder = profile.extends.flatMap(WorkflowLibrary.embedded.procedure) else {
      let known = WorkflowLibrary.embedded.procedures.compactMap(\.name).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .profileExtendsUnknown, "The profile extends a procedure that is neither here nor built in.",
          at: .whole(profile.file.name), mend: "Built in: \(known)."))
      return
    }
    read(folder, profile.file)
  }

  /// A procedure alone and with each profile; what is unused is told only if no profile uses it either.
  private mutating func check(_ folder: WorkflowLibrary.ProcedureFolder, with profiles: [WorkflowLibrary.ProfileFile]) {
    sources += folder.files + profiles.map(\.file)
    let found = ([nil] + profiles.map(\.file)).map { problems(of: folder, $0) }
    let everywhere = found.dropFirst().reduce(Set(found[0])) { $0.intersection($1) }
    for problems in found {
      diagnostics += problems.filter { !$0.code.isOfUse || everywhere.contains($0) }
    }
  }

  private mutating func read(_ folder: WorkflowLibrary.ProcedureFolder, _ profile: SourceText) {
    sources += folder.files
    diagnostics += problems(of: folder, profile)
  }

  private mutating func problems(of folder: WorkflowLibrary.ProcedureFolder, _ profile: SourceText?) -> [Diagnostic] {
    let (procedure, problems) = ProcedureReader.read(folder.files, profile: profile)
    guard let procedure else { return problems }
    checked.append(CheckedProcedure(procedure))
    return problems + ProcedureChecker.check(procedure)
  }

  /// Every history among the files, read against the procedure it names.
  private mutating func checkHistories(_ library: WorkflowLibrary) {
    for history in library.histories {
      var bench = Workbench(requestJudging(history, among: library))
      if let reported = bench.reportedCase(InputFile(history)) { histories.append(CheckedHistory(reported.history)) }
      diagnostics += bench.diagnostics
      sources += bench.sources
    }
  }

  /// A history is judged by the procedure it names, which may be among the files or built in.
  private func requestJudging(_ history: SourceText, among library: WorkflowLibrary) -> ReplayRequest {
    var request = ReplayRequest()
    let name = YAMLReader.read(history).node?["procedure"]?.scalar
    if let folder = name.flatMap(library.procedure) {
      request.procedure = .files((folder.files + library.profiles.map(\.file)).map(InputFile.init))
    }
    return request
  }
}

// MARK: - Tables

extension LibraryCheck {
  /// A table of findings against the history beside it.
  private mutating func checkTable(_ table: SourceText, among library: WorkflowLibrary) {
    let name = YAMLReader.read(table).node?["history"]?.scalar ?? ""
    let history = library.histories.first { $0.name == table.folder + name }
    let request = history.map { requestJudging($0, among: library) } ?? ReplayRequest()
    var bench = ReviewBench((library.histories + [table]).map(InputFile.init), request)
    _ = bench.score(table)
    diagnostics += bench.diagnostics
    sources += bench.sources
  }

  private mutating func checkShape(_ file: SourceText, as kind: FileKind) {
    let (node, problems) = YAMLReader.read(file)
    diagnostics += problems + (node.map { FileShape.faults(of: $0, as: kind) } ?? [])
    sources.append(file)
  }
}

extension InputFile {
  /// A text that was read already, to be read as a file again.
  fileprivate init(_ source: SourceText) {
    self.init(name: source.name, content: .bytes(Array(source.text.utf8)))
  }
}
