/// The history for which a file of expectations is to be written, and where that goes.
public struct RecordingRequest: Sendable {
  public let history: InputFile
  /// A file; `nil` for standard output.
  public let output: String?
  public let existing: ConversionRequest.Existing
  /// The folder from which paths are typed, so that one that begins there meets one that begins at the root.
  public let folder: String

  public init(
    history: InputFile, output: String? = nil, existing: ConversionRequest.Existing = .kept, folder: String = ""
  ) {
    self.history = history
    self.output = output
    self.existing = existing
    self.folder = folder
  }
}
