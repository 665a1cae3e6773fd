/// How extracts are to be read.
public struct ExtractRequest: Sendable {
  /// What becomes of a record with a fault.
  public enum Strictness: Sendable {
    /// Its case is not judged, and the command fails.
    case strict
    /// It is passed over, counted and listed; its case is judged by what is left, and no event is taken as complete there.
    case lenient
  }

  public var strictness = Strictness.strict
  /// The mapping that reads them, as typed; `nil` is the bulk form, or what the document itself tells.
  public var mapping: MappingChoice?
  /// How their text is written, as typed; `nil` is what the mapping says, or UTF-8.
  public var encoding: String?
  /// How many threads judge cases; the same bytes come of any number.
  public var jobs = 1
  /// How large the parts are in which tables in bulk form are read.
  ///
  /// **Unit**: bytes.
  var partSize = 1 << 20

  public enum MappingChoice: Sendable {
    case named(String)
    case file(InputFile)
  }

  public init() {}
}
