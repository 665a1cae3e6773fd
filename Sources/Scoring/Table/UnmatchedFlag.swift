/// A finding of a replay that no row of the reviewer tells.
public struct UnmatchedFlag: Sendable {
  public let finding: ListedFinding
  /// Why it stands.
  public let reason: String
}
