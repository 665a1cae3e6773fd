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
