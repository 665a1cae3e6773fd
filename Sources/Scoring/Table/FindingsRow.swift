/// One finding of the reviewer.
public struct FindingsRow: Sendable {
  public let number: Int
  public let machine: MachineMark
  /// Whether a replay that does not raise it has failed.
  public let isRequired: Bool
  /// The profile it is judged by; `nil` for the history's own.
  public let profile: String?
  public let note: String?
  /// The findings that a replay must raise; none where it is not seen.
  public let findings: [ListedFinding]
  /// Why no rule raises it.
  public let whyNotSeen: String?
}
