/// How much of a coverage is told.
public enum CoverageDetail: String, Sendable, CaseIterable {
  /// The counts of each workflow.
  case summary
  /// Every rule with its counts, and all that was never reached.
  case full
  case none
}
