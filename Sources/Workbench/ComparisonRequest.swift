/// Which two procedures are compared, and what is asked besides.
public struct ComparisonRequest: Sendable {
  public var old = ReplayRequest()
  public var new = ReplayRequest()
  /// Whether to look for drift holes that open or close, and for examples of what no history shows.
  public var isSearching = true
  /// The folder for the examples, as typed.
  public var folder: String?
  public var existing = ConversionRequest.Existing.kept

  public init() {}
}
