/// What is to be drawn, in which format, and where it goes.
public struct DrawingRequest: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case svg
    case mermaid
    case dot
    case bpmn

    /// How the names of its files end.
    var ending: String { self == .mermaid ? "mmd" : rawValue }

    /// The format of a file by its name; `nil` where the name does not tell.
    init?(ofFile name: String) {
      guard let format = Format.allCases.first(where: { name.hasSuffix(".\($0.ending)") }) else { return nil }
      self = format
    }
  }

  /// Workflows by their names, and files of workflows, of SCXML or of histories; without any, all of the procedure.
  public var subjects: [ConversionRequest.Input] = []
  /// `nil` where the name of the file tells, and else SVG.
  public var format: Format?
  /// A file with the ending of a format, or a folder; `nil` for standard output.
  public var output: String?
  public var existing = ConversionRequest.Existing.kept

  public init() {}
}
