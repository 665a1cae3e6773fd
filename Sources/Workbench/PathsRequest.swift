/// Which paths are wanted, and where they go.
public struct PathsRequest: Sendable {
  /// The workflows by their names; without any, all of the procedure.
  public var workflows: [String] = []
  /// What the paths are to reach, by words: states, transitions, rules; without any, all three.
  public var cover: [String] = []
  /// The most events that a history is to have.
  public var longest = PathsRequest.usualLongest
  /// The folder for the histories; `nil` writes none.
  public var folder: String?
  public var existing = ConversionRequest.Existing.kept

  public static let usualLongest = 12
  /// How many events a history may be allowed.
  public static let lengths = 1...40

  public init() {}
}
