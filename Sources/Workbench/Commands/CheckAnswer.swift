import Checking
import Diagnostics
import Notation
import Procedures
import Reporting

extension Answer {
  /// Checks every procedure among the files, alone and with every profile that extends it.
  ///
  /// - Parameters:
  ///   - files: what was found; `nil` checks the procedures that are built in.
  ///   - focus: the one file that is meant; the others are only there for what it needs.
  public static func check(
    _ files: [InputFile]?, focus: String? = nil, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var checking = LibraryCheck()
    if let files { checking.check(files, focus: focus) } else { checking.check(.embedded) }
    let problems = checking.diagnostics.inReadingOrder()
    let isBad = problems.contains { $0.severity == .error && $0.code.rawValue / 1000 != 5 }
    let report = CheckReport(checking.checked, problems)
    let told = options.format == .json ? report.json() : isBad ? "" : report.text(style: options.output.style)
    return Answer(
      output: told,
      messages: options.format == .json ? "" : problems.messages(sources: checking.sources, dress: options.messages),
      status: isBad ? .badInput : problems.hasErrors ? .findings : .clean)
  }
}

/// A check of a library under way.
struct LibraryCheck {
  private(set) var checked: [CheckedProcedure] = []
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
      if diagnostics.isEmpty { diagnostics.append(.ofCommand(.nothingToRead, "There is no file to check.", option: "check")) }
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
          at: Place(file: stray.name, line: 1, column: 1)))
    }
    checkHistories(library)
  }

  /// A file by itself: a profile and a history with what they name, a part of a procedure with its folder.
  private mutating func checkAlone(_ file: SourceText, among others: [SourceText]) {
    let alone = WorkflowLibrary(files: [file])
    guard alone.profiles.isEmpty, alone.histories.isEmpty else { return check(alone) }
    let library = WorkflowLibrary(files: [file] + others)
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
          at: Place(file: profile.file.name, line: 1, column: 1), mend: "Built in: \(known)."))
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
      diagnostics += problems.filter { $0.severity == .error || everywhere.contains($0) }
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
    guard !library.histories.isEmpty else { return }
    var bench = Workbench(ReplayRequest())
    for history in library.histories {
      _ = bench.reportedCase(InputFile(name: history.name, content: .bytes(Array(history.text.utf8))))
    }
    diagnostics += bench.diagnostics
    sources += bench.sources
  }
}
