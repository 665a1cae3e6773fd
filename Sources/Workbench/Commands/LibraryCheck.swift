import Checking
import Diagnostics
import Extracts
import Histories
import Notation
import Procedures
import Reporting

/// A check of a library under way.
struct LibraryCheck {
  private(set) var checked: [CheckedProcedure] = []
  /// The procedures that read well, in the order of `checked`.
  private(set) var procedures: [Procedure] = []
  private(set) var histories: [CheckedHistory] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [SourceText] = []
  /// The one profile that is asked for.
  private let profile: ReplayRequest.ProfileChoice

  init(with profile: ReplayRequest.ProfileChoice = .asTheHistorySays) { self.profile = profile }

  mutating func check(_ files: [InputFile], focus: String?) {
    let meant = focus.map { name in files.filter { $0.name == name } } ?? files
    let texts = meant.compactMap { read($0) }
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

  /// The text of a file that is meant; what is of no kind at all is told at once.
  private mutating func read(_ file: InputFile) -> SourceText? {
    let (source, problems) = file.decoded()
    diagnostics += problems
    guard let source, source.isOfNoKind(YAMLReader.read(source).diagnostics) else { return source }
    let kinds = FileKind.allCases.map { "`\($0.rawValue):`" }
    diagnostics.append(
      Diagnostic(
        .unknownFileKind, "This is no file that can be checked\(source.seemingKind.map { ", but \($0)" } ?? "").",
        at: .whole(source.name),
        mend: "Name a folder, or a file that begins with \(kinds.dropLast().joined(separator: ", ")) or \(kinds.last ?? "")."))
    return nil
  }

  /// Checks all procedures and profiles of a library, and that nothing in it is left over.
  mutating func check(_ library: WorkflowLibrary) {
    guard case .asTheHistorySays = profile else { return checkProcedures(of: library) }
    for folder in library.procedures { check(folder, with: library.profiles.filter { $0.extends == folder.name }) }
    for profile in library.profiles where library.procedures.allSatisfy({ $0.name != profile.extends }) {
      checkAlone(profile)
    }
    for stray in library.strays {
      diagnostics.append(
        Diagnostic(
          .unknownFileKind, "The file belongs to no procedure: no folder above it has a `procedure:` file.",
          at: .whole(stray.name), mend: "Move it below the folder of its procedure, or add the file of the procedure there."))
    }
    checkHistories(library)
    for table in library.tables { checkTable(table, among: library) }
    for list in library.timescales { checkShape(list, as: .timescales) }
    for file in library.expectations { checkExpectations(file, among: library) }
    for file in library.scenarios { checkScenario(file, among: library) }
    for file in library.mappings { checkMapping(file, among: library) }
    for file in library.statistics { checkStatistics(file) }
  }

  /// Checks all procedures of a library with the one profile that is asked for, and nothing else.
  private mutating func checkProcedures(of library: WorkflowLibrary) {
    let (profile, problem) = WorkflowLibrary.profile(profile, among: [library, .embedded])
    if let problem { return diagnostics.append(problem) }
    for folder in library.procedures { read(folder, profile) }
  }

  /// A file by itself: a profile, a history and a table with what they name, a part of a procedure with its folder.
  private mutating func checkAlone(_ file: SourceText, among others: [SourceText]) {
    let alone = WorkflowLibrary(files: [file])
    guard alone.profiles.isEmpty, alone.histories.isEmpty, alone.timescales.isEmpty, alone.statistics.isEmpty else {
      return check(alone)
    }
    let library = WorkflowLibrary(files: [file] + others)
    guard alone.tables.isEmpty else { return checkTable(file, among: library) }
    guard alone.expectations.isEmpty else { return checkExpectations(file, among: library) }
    guard alone.scenarios.isEmpty else { return checkScenario(file, among: library) }
    guard alone.mappings.isEmpty else { return checkMapping(file, among: library) }
    guard let folder = library.procedures.first(where: { $0.files.contains { $0.name == file.name } }) else {
      return check(alone)
    }
    check(folder, with: [])
  }

  private mutating func checkAlone(_ profile: WorkflowLibrary.ProfileFile) {
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

  private mutating func read(_ folder: WorkflowLibrary.ProcedureFolder, _ profile: SourceText?) {
    sources += folder.files + [profile].compactMap(\.self)
    diagnostics += problems(of: folder, profile)
  }

  private mutating func problems(of folder: WorkflowLibrary.ProcedureFolder, _ profile: SourceText?) -> [Diagnostic] {
    let (procedure, problems) = ProcedureReader.read(folder.documents, profile: profile)
    guard let procedure else { return problems }
    checked.append(CheckedProcedure(procedure))
    procedures.append(procedure)
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
    requestJudging(named: YAMLReader.read(history).node?["procedure"]?.scalar, among: library)
  }

  private func requestJudging(named name: String?, among library: WorkflowLibrary) -> ReplayRequest {
    var request = ReplayRequest()
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

  /// A file of expectations against its history, where that is written in it or among the files.
  private mutating func checkExpectations(_ file: SourceText, among library: WorkflowLibrary) {
    let named = YAMLReader.read(file).node?["history"]
    let path = named?.scalar.map { ExpectationBench.path($0, from: file) }
    let history = library.histories.first { $0.name == path }
    guard history != nil || named?.entries != nil else { return checkShape(file, as: .expectations) }
    let name = named?["procedure"]?.scalar
    let request = history.map { requestJudging($0, among: library) } ?? requestJudging(named: name, among: library)
    var bench = ExpectationBench(request) { _ in
      history.map { InputFile($0) } ?? InputFile(name: path ?? "", content: .missing)
    }
    _ = bench.tried(file)
    diagnostics += bench.diagnostics
    sources += bench.sources
  }

  /// A scenario, each choice of which must make a history that can be judged.
  private mutating func checkScenario(_ file: SourceText, among library: WorkflowLibrary) {
    let name = YAMLReader.read(file).node?["procedure"]?.scalar
    var bench = TrainingBench(InputFile(file), requestJudging(named: name, among: library))
    bench.tryEveryChoice()
    diagnostics += bench.diagnostics
    sources += bench.sources
  }

  private mutating func checkStatistics(_ file: SourceText) {
    sources.append(file)
    diagnostics += CaseLoadBench.statistics(in: file).diagnostics
  }

  /// A mapping against the procedure it names, which may be among the files or built in.
  private mutating func checkMapping(_ file: SourceText, among library: WorkflowLibrary) {
    let (mapping, problems) = MappingShelf.read(file)
    diagnostics += problems
    sources.append(file)
    guard let mapping, let named = mapping.procedure else { return }
    var bench = Workbench(requestJudging(named: named.scalar, among: library))
    let head = PlacedNode.Entry(key: "procedure", keyPlace: named.place, value: named)
    let found = bench.findProcedure(for: PlacedNode(.entries([head]), at: named.place))
    diagnostics += bench.diagnostics
    if let (_, procedure) = found { diagnostics += MappingCheck.problems(of: mapping, under: procedure) }
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
