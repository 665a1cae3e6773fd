import Procedures
public import Replay

/// From which findings on a replay counts as failed.
///
/// What is not recorded never fails a replay: it is not known to be a breach.
public struct FindingThreshold: Sendable, Hashable {
  /// `nil` where no finding fails.
  public var certainty: Certainty?
  public var severity: Severity

  public static let anyFinding = FindingThreshold(certainty: .possible, severity: .low)
  public static let none = FindingThreshold(certainty: nil, severity: .low)

  public init(certainty: Certainty?, severity: Severity) {
    self.certainty = certainty
    self.severity = severity
  }

  public func isReached(by finding: Finding) -> Bool {
    guard let certainty, finding.kind != .notRecorded, finding.severity >= severity else { return false }
    return certainty == .possible || finding.certainty == .certain
  }
}
