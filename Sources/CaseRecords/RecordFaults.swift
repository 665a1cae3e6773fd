public import Diagnostics

/// What is wrong with a record that a program made.
public struct RecordFaults: Error, Sendable, CustomStringConvertible {
  /// In the order of the program's files and lines.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Each fault with its place, its code and the mend.
  public var description: String {
    let renderer = DiagnosticRenderer(sources: [], style: .plain)
    return diagnostics.map { renderer.render($0) }.joined(separator: "\n")
  }

  static func unknown(procedure: String, profile: String?) -> RecordFaults {
    let named = profile.map { "procedure \"\(procedure)\" with the profile \"\($0)\"" } ?? "procedure \"\(procedure)\""
    let place = Place(file: procedure, line: 0, column: 0)
    return RecordFaults([
      Diagnostic(
        profile == nil ? .unknownProcedure : .unknownProfile, "There is no built-in \(named).", at: place,
        mend: "Replay under a procedure that was read from files.")
    ])
  }
}
