import Diagnostics
import Notation
import Procedures
import Reporting

extension Answer {
  /// Writes the pages and pictures of a procedure for a DocC catalogue.
  ///
  /// - Parameter files: what was found; `nil` documents the one procedure that is built in.
  /// - Returns: the files to write, none where something is wrong, and what to say.
  ///
  /// Codes: PL6009, and those of reading a procedure.
  public static func document(
    _ files: [InputFile]?, options: OutputOptions = OutputOptions()
  ) -> (answer: Answer, files: [OutputFile]) {
    let read = files?.map { $0.decoded() }
    var problems = read?.flatMap(\.diagnostics) ?? []
    let library = read.map { WorkflowLibrary(files: $0.compactMap(\.source)) } ?? .embedded
    guard !problems.hasErrors, let folder = library.procedures.first, library.procedures.count == 1 else {
      if problems.isEmpty { problems.append(.notOneProcedure(library.procedures.count)) }
      return (Answer(messages: problems.messages(sources: [], dress: options.messages), status: .badInput), [])
    }
    let (procedure, faults) = ProcedureReader.read(folder.documents)
    let messages = faults.messages(sources: folder.files, dress: options.messages)
    guard let procedure else { return (Answer(messages: messages, status: .badInput), []) }
    let pages = ProcedureCatalogue(
      procedure, introductions: introductions(of: procedure, in: folder.files), origin: origin(of: folder)
    ).files
    return (Answer(messages: messages, status: .clean), pages.map { OutputFile(path: $0.path, text: $0.text) })
  }

  /// Whose the figures are that no source gives.
  private static func origin(of folder: WorkflowLibrary.ProcedureFolder) -> ProcedureOrigin {
    let builtIn = folder.name.flatMap(WorkflowLibrary.embedded.procedure)
    return ProcedureOrigin(
      procedurePath: nil, profilePath: nil, isBuiltIn: builtIn?.files.map(\.text) == folder.files.map(\.text),
      profileFile: nil)
  }

  /// What the file of each workflow says of it in the comment it begins with.
  private static func introductions(of procedure: Procedure, in files: [SourceText]) -> [String: String] {
    let texts = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    let told = procedure.workflows.compactMap { workflow in
      texts[workflow.place.file]?.openingComment.map { (workflow.name, $0) }
    }
    return Dictionary(told) { first, _ in first }
  }
}

extension SourceText {
  /// The lines of comment before anything else, as one text.
  fileprivate var openingComment: String? {
    let comment = lines.prefix { $0.hasPrefix("#") }.map { $0.drop { $0 == "#" || $0 == " " } }
    return comment.isEmpty ? nil : comment.joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func notOneProcedure(_ count: Int) -> Diagnostic {
    .ofCommand(
      .notOneProcedure, "There are \(count) procedures in these files, and one is documented at a time.", option: "document",
      mend: "Name the folder that holds the file that begins with `procedure:`.")
  }
}
