import Diagnostics
import Notation
import Procedures
import Reporting

/// The procedures at hand, built in or given, each read once for each profile it is used with.
struct ProcedureShelf {
  struct Key: Hashable {
    let procedure: String
    let profile: String
  }

  /// A procedure with its profile, or what is wrong with them.
  struct Found {
    let key: Key
    let procedure: Procedure?
    let diagnostics: [Diagnostic]
    let sources: [SourceText]
    var origin = ProcedureOrigin.builtIn
  }

  let request: ReplayRequest
  /// The procedures that the request gives as files; `nil` where it gives none.
  private let given: WorkflowLibrary?
  /// The profile that the request gives as a file.
  private let profile: SourceText?
  let sources: [SourceText]
  let diagnostics: [Diagnostic]
  private var read: [Key: Found] = [:]

  init(_ request: ReplayRequest) {
    self.request = request
    var (sources, diagnostics): ([SourceText], [Diagnostic]) = ([], [])
    func text(_ file: InputFile) -> SourceText? {
      let (source, problems) = file.decoded()
      diagnostics += problems
      if let source { sources.append(source) }
      return source
    }
    given = if case .files(let files) = request.procedure { WorkflowLibrary(files: files.compactMap(text)) } else { nil }
    profile = if case .file(let file) = request.profile { text(file) } else { nil }
    self.sources = sources
    self.diagnostics = diagnostics
  }

  /// The procedure by which a history is to be judged.
  ///
  /// Codes: PL6001, PL6002, PL6004, and those of reading a procedure.
  mutating func procedure(for history: PlacedNode) -> Found {
    let (folder, problem) = folder(for: history)
    guard let folder else { return unfound(problem) }
    let (profile, profileProblem) = profileText(for: history)
    if profileProblem != nil { return unfound(profileProblem) }
    let key = Key(procedure: folder.name ?? "", profile: profile?.name ?? "")
    if let found = read[key] {
      return Found(key: key, procedure: found.procedure, diagnostics: [], sources: [], origin: found.origin)
    }
    let (procedure, problems) = ProcedureReader.read(folder.documents, profile: profile)
    let texts = folder.files + [profile].compactMap(\.self)
    let found = Found(
      key: key, procedure: procedure, diagnostics: problems, sources: texts, origin: origin(of: folder, with: profile))
    read[key] = found
    return found
  }

  private func origin(of folder: WorkflowLibrary.ProcedureFolder, with profile: SourceText?) -> ProcedureOrigin {
    let builtIn = folder.name.flatMap(WorkflowLibrary.embedded.procedure)
    let isTyped: Bool =
      switch request.profile {
      case .file: true
      case .namedOrFile(_, let file): file.name == profile?.name
      case .asTheHistorySays, .withoutProfile, .named: false
      }
    return ProcedureOrigin(
      procedurePath: given == nil ? nil : request.procedurePath, profilePath: isTyped ? profile?.name : nil,
      isBuiltIn: builtIn?.files.map(\.text) == folder.files.map(\.text), profileFile: profile?.name)
  }

  private func unfound(_ problem: Diagnostic?) -> Found {
    Found(key: Key(procedure: "", profile: ""), procedure: nil, diagnostics: [problem].compactMap(\.self), sources: [])
  }
}

// MARK: - Finding by name

extension ProcedureShelf {
  private func folder(for history: PlacedNode) -> (WorkflowLibrary.ProcedureFolder?, Diagnostic?) {
    let library = given ?? .embedded
    if given != nil, library.procedures.count == 1 { return (library.procedures[0], nil) }
    if given != nil, library.procedures.isEmpty {
      guard diagnostics.isEmpty else { return (nil, nil) }
      return (
        nil,
        .ofCommand(
          .nothingToRead, "There is no procedure in these files.", option: request.typed.procedurePlace.file,
          mend: "Name the folder that holds the file that begins with `procedure:`.")
      )
    }
    let named = history["procedure"]
    if case .named(let name) = request.procedure {
      let problem = unknown(name, library, request.typed.procedurePlace)
      return library.procedure(named: name).map { ($0, nil) } ?? (nil, problem)
    }
    guard let named, let name = named.scalar else {
      return (
        nil,
        Diagnostic(
          .procedureMissing, "The history does not name the procedure it is to be judged by.", at: history.place,
          mend: "Write `procedure: NAME` in the history, or name one with --procedure.")
      )
    }
    return library.procedure(named: name).map { ($0, nil) } ?? (nil, unknown(name, library, named.place))
  }

  private func unknown(_ name: String, _ library: WorkflowLibrary, _ place: Place) -> Diagnostic {
    let known = library.procedures.compactMap(\.name)
    return Diagnostic(
      .unknownProcedure, "There is no procedure \"\(name)\".", at: place,
      mend: Suggestion.mend(for: name, among: known, otherwise: "Known: \(known.sorted().joined(separator: ", "))."))
  }

  private func profileText(for history: PlacedNode) -> (SourceText?, Diagnostic?) {
    switch request.profile {
    case .file: return (profile, nil)
    case .asTheHistorySays:
      guard let named = history["profile"], let name = named.scalar else { return (nil, nil) }
      return profileText(named: name, at: named.place)
    case .withoutProfile, .named, .namedOrFile:
      return WorkflowLibrary.profile(request.profile, among: libraries, typed: request.typed)
    }
  }

  /// What is wrong with the name of a profile, if anything.
  func problem(ofProfile node: PlacedNode) -> Diagnostic? {
    node.scalar.flatMap { profileText(named: $0, at: node.place).1 }
  }

  /// A profile among the files given, else a built-in one.
  private func profileText(named name: String, at place: Place) -> (SourceText?, Diagnostic?) {
    WorkflowLibrary.profile(named: name, among: libraries, at: place)
  }

  private var libraries: [WorkflowLibrary] { [given, .embedded].compactMap(\.self) }
}

extension WorkflowLibrary {
  /// The profile that a command asks for, if it asks for one: by its name among libraries, or as a file.
  static func profile(
    _ choice: ReplayRequest.ProfileChoice, among libraries: [WorkflowLibrary], typed: ReplayRequest.Typed = .inOptions
  ) -> (SourceText?, Diagnostic?) {
    switch choice {
    case .asTheHistorySays, .withoutProfile: return (nil, nil)
    case .named(let name):
      let found = profile(named: name, among: libraries, at: typed.profilePlace)
      guard found.0 == nil, case .loneArgument = typed else { return found }
      return (nil, unknownOfAnyKind(name, among: libraries, at: typed.profilePlace))
    case .file(let file):
      let (source, problems) = file.decoded()
      return (source, problems.first)
    case .namedOrFile(let name, let file):
      let found = profile(named: name, among: libraries, at: typed.profilePlace)
      return found.0 != nil ? found : profile(.file(file), among: libraries)
    }
  }

  /// What is told of a name that could have been a profile, a procedure or a path.
  private static func unknownOfAnyKind(_ name: String, among libraries: [WorkflowLibrary], at place: Place) -> Diagnostic {
    let profiles = Set(libraries.flatMap(\.profiles).map(\.name)).sorted()
    let procedures = WorkflowLibrary.embedded.procedures.compactMap(\.name).sorted()
    let near = Suggestion.nearest(to: name, among: procedures + profiles).map { "Did you mean \"\($0)\"? " } ?? ""
    return Diagnostic(
      .unknownProfile, "There is no folder, file, built-in procedure or profile \"\(name)\".", at: place,
      mend: near + "Name a folder, a file, a built-in procedure (\(procedures.joined(separator: ", "))), or a profile "
        + "(\(profiles.joined(separator: ", "))).")
  }

  /// The profile of that name in the first library that has it.
  static func profile(
    named name: String, among libraries: [WorkflowLibrary], at place: Place
  ) -> (SourceText?, Diagnostic?) {
    for library in libraries {
      if let profile = library.profile(named: name) { return (profile.file, nil) }
    }
    let known = Set(libraries.flatMap(\.profiles).map(\.name)).sorted()
    let mend = Suggestion.mend(for: name, among: known, otherwise: "Known: \(known.joined(separator: ", ")).")
    return (nil, Diagnostic(.unknownProfile, "There is no profile \"\(name)\".", at: place, mend: mend))
  }
}
