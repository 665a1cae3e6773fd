import Diagnostics

extension Diagnostic {
  /// A fault of a command itself, which has no place in a file: the file is the option it was typed behind.
  static func ofCommand(_ code: DiagnosticCode, _ message: String, option: String, mend: String? = nil) -> Diagnostic {
    Diagnostic(code, message, at: Place(file: option, line: 1, column: 1), mend: mend)
  }

  /// Whether the fault is of a whole file or of a command, so that a line and column would say nothing.
  private var isOfAWhole: Bool {
    switch code {
    case .notUTF8, .emptyFile, .fileTooLarge, .unreadableFile, .missingFile, .isADirectory: place.line == 1 && place.column == 1
    default: code.rawValue / 1000 == 6
    }
  }

  fileprivate func rendered(by renderer: DiagnosticRenderer) -> String {
    guard isOfAWhole else { return renderer.render(self) }
    let mend = mend.map { "\n  mend: \($0)" } ?? ""
    let notes = notes.map { "\n  note: \($0.message)" }.joined()
    return "\(place.file): \(severity.rawValue) \(code.label): \(message)\(notes)\(mend)\n"
  }
}

extension [Diagnostic] {
  /// All of them in reading order, one paragraph each, then a line that counts them.
  func messages(sources: [SourceText], dress: OutputOptions.Dress) -> String {
    guard !isEmpty else { return "" }
    let renderer = DiagnosticRenderer(sources: sources, style: dress == .colour ? .colour : .plain)
    let ordered = inReadingOrder()
    let errors = ordered.count { $0.severity == .error }
    let warnings = ordered.count - errors
    return ordered.map { $0.rendered(by: renderer) }.joined(separator: "\n")
      + "\n\(counted(errors, "error")), \(counted(warnings, "warning"))\n"
  }
}
