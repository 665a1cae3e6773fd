/// What is to be converted, into what, and where it goes.
public struct ConversionRequest: Sendable {
  public enum Language: String, Sendable, CaseIterable {
    case scxml
    case yaml
  }

  public enum Input: Sendable {
    /// A file, with those that lie beside it and that it may need.
    case file(InputFile, besides: [InputFile])
    /// A workflow of the procedure that is built in.
    case workflow(String)
  }

  /// What becomes of files that are already there.
  public enum Existing: Sendable {
    case kept
    case replaced
  }

  public let input: Input
  /// The profile whose transitions take the place of the workflow's own.
  public var profile = ReplayRequest.ProfileChoice.withoutProfile
  /// `nil` where it follows from the input: the other of the two.
  public let language: Language?
  /// A file that ends in `.scxml`, `.xml`, `.yaml` or `.yml`, or a folder; `nil` for standard output.
  public let output: String?
  public let existing: Existing

  public init(input: Input, language: Language? = nil, output: String? = nil, existing: Existing = .kept) {
    self.input = input
    self.language = language
    self.output = output
    self.existing = existing
  }
}
