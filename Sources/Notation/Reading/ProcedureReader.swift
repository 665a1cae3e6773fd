public import Diagnostics
public import Procedures

/// Reads the files of a procedure into its checked model.
public enum ProcedureReader {
  /// The procedure with a profile applied, or `nil` where there is an error; all faults of all files in reading order.
  ///
  /// The order in which the files are given means nothing: they are read in the order of their names.
  public static func read(
    _ files: [SourceText], profile: SourceText? = nil
  ) -> (procedure: Procedure?, diagnostics: [Diagnostic]) {
    read(files.map(YAMLDocument.init), profile: profile)
  }

  /// The same of files whose trees are at hand.
  public static func read(
    _ files: [YAMLDocument], profile: SourceText? = nil
  ) -> (procedure: Procedure?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let sorted = files.sorted { $0.source.name < $1.source.name }
    let read = sorted.compactMap { ProcedureFile.read($0, into: &diagnostics) }
    let profileFile = profile.flatMap { self.profile($0, into: &diagnostics) }
    // What an unreadable file would have declared must not be told as unknown.
    guard read.count == files.count, (profile == nil) == (profileFile == nil) else {
      return (nil, diagnostics.inReadingOrder())
    }
    var draft = ProcedureDraft(read)
    if let profileFile { draft.apply(profileFile.node) }
    let sources = sorted.map(\.source) + [profile].compactMap { $0 }
    let texts = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
    let assembly = ProcedureAssembly(draft, texts: texts)
    diagnostics += assembly.diagnostics
    return (diagnostics.hasErrors ? nil : assembly.procedure, diagnostics.inReadingOrder())
  }

  private static func profile(_ source: SourceText, into diagnostics: inout [Diagnostic]) -> ProcedureFile? {
    guard let file = ProcedureFile.read(YAMLDocument(source), into: &diagnostics) else { return nil }
    if file.kind == .profile { return file }
    diagnostics.append(
      Diagnostic(
        .unknownFileKind, "This is a \(file.kind.inWords), and a profile was asked for.", at: file.node.place,
        mend: "Begin the file with \"profile:\"."))
    return nil
  }
}
