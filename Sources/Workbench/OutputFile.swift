import Diagnostics

/// A file that a shell is to write, by its path below the folder that the user names.
public struct OutputFile: Hashable, Sendable {
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension Answer {
  /// What is to be written is a file that is read, by whatever name.
  ///
  /// Code: PL6034.
  /// - Parameter option: the option that names the place, where one does.
  public static func writtenIsRead(_ path: String, option: String?, messages: OutputOptions.Dress) -> Answer {
    Answer(messages: [Diagnostic.writtenIsRead(path, option)].messages(sources: [], dress: messages), status: .badInput)
  }

  /// Two of the files that are to be written are one.
  ///
  /// Code: PL6035.
  public static func writtenTwice(_ path: String, option: String?, messages: OutputOptions.Dress) -> Answer {
    Answer(messages: [Diagnostic.writtenTwice(path, option)].messages(sources: [], dress: messages), status: .badInput)
  }
}

extension Diagnostic {
  static func writtenIsRead(_ path: String, _ option: String?) -> Diagnostic {
    Diagnostic(
      .writtenIsRead, "This is a file that is read, and it would be written over; nothing was written.", at: .whole(path),
      mend: "Name another place\(option.map { " with \($0)" } ?? "").")
  }

  static func writtenTwice(_ path: String, _ option: String?) -> Diagnostic {
    Diagnostic(
      .writtenTwice, "Two files would be written here, the one over the other; nothing was written.", at: .whole(path),
      mend: "Name another place\(option.map { " with \($0)" } ?? "") for one of them.")
  }
}

extension OutputFile {
  /// The fault that something is there already, where files are kept.
  ///
  /// - Parameter option: the option that names the place: "another with --output".
  func problem(
    _ code: DiagnosticCode, unless existing: ConversionRequest.Existing, isThere: (String) -> Bool, mendBy option: String
  ) -> Diagnostic? {
    guard existing == .kept, isThere(path) else { return nil }
    return Diagnostic(
      code, "The file is already there, and nothing was written.", at: .whole(path),
      mend: "Name \(option), or write --replace.")
  }

  /// The fault that it could not be written where the option says.
  func unwritten(_ code: DiagnosticCode, option: String) -> Diagnostic {
    Diagnostic(
      code, "The file cannot be written.", at: .whole(path),
      mend: "Name another place with \(option), one where you may write.")
  }
}
