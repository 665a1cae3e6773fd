import Diagnostics
import Reporting

extension Place {
  /// A file as a whole, or an option of a command: no line and no column.
  static func whole(_ name: String) -> Place { Place(file: name, line: 0, column: 0) }
}

extension Diagnostic {
  /// A fault of a command itself, which has no place in a file: the file is the option it was typed behind.
  static func ofCommand(_ code: DiagnosticCode, _ message: String, option: String, mend: String? = nil) -> Diagnostic {
    Diagnostic(code, message, at: .whole(option), mend: mend)
  }

  /// An option that can have no effect beside the others.
  static func withoutEffect(_ option: String, because message: String, mend: String) -> Diagnostic {
    ofCommand(.optionWithoutEffect, message, option: option, mend: mend)
  }

  /// Whether the fault is of a whole file or of a command, so that a line and column would say nothing.
  private var isOfAWhole: Bool {
    switch code {
    case .notUTF8, .emptyFile, .fileTooLarge: place.line <= 1 && place.column <= 1
    default: place.line == 0
    }
  }

  fileprivate func rendered(by renderer: DiagnosticRenderer) -> String {
    guard isOfAWhole else { return renderer.render(self) }
    let mend = mend.map { "\n  mend: \($0)" } ?? ""
    let notes = notes.map { "\n  note: \($0.message)" }.joined()
    return "\(place.file): \(severity.rawValue) \(code.label): \(message)\(notes)\(mend)\n"
  }
}

extension Answer {
  /// What is answered to an option that has an effect only together with another, which is not there.
  ///
  /// Code: PL6033.
  public static func withoutEffect(
    _ option: String, without other: String, messages: OutputOptions.Dress = .plain
  ) -> Answer {
    let problem = Diagnostic.withoutEffect(
      option, because: "Without \(other) it has no effect.", mend: "Write \(other) with it, or leave out \(option).")
    return Answer(messages: [problem].messages(sources: [], dress: messages), status: .badInput)
  }
}

extension Answer {
  /// What is answered to an option that has no effect beside another.
  ///
  /// Code: PL6033.
  public static func withoutEffect(
    _ option: String, with other: String, mend: String, messages: OutputOptions.Dress = .plain
  ) -> Answer {
    let problem = Diagnostic.withoutEffect(option, because: "With \(other) it has no effect.", mend: mend)
    return Answer(messages: [problem].messages(sources: [], dress: messages), status: .badInput)
  }
}

extension [Diagnostic] {
  /// The same as an answer tells them: as annotations before the output for GitHub, else as messages.
  func told(sources: [SourceText], files: [InputFile], _ options: OutputOptions) -> (output: String, messages: String) {
    guard options.format == .github else { return ("", messages(sources: sources, dress: options.messages)) }
    let names = Set(sources.map(\.name) + files.map(\.name))
    return (GitHubAnnotations.text(of: self, files: names), "")
  }

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
