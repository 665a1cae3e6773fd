/// What a finding says went other than the procedure requires.
public enum FindingKind: String, Sendable, CaseIterable, Hashable {
  /// Done after its due date.
  case late
  /// Not done.
  case missed
  /// A cadence was not kept.
  case gap
  /// Time without progress.
  case drift
  case missedTransition = "missed transition"
  case outOfOrder = "out of order"
  /// Someone required did not attend.
  case absent
  case notRecorded = "not recorded"
  case conflict
  case unlawfulState = "unlawful state"
  /// A frequency was set lower than required.
  case belowPlan = "below plan"
  case prematureEnd = "premature end"
  case contingencyNotUsed = "contingency not used"
  case notTold = "not told"
  case noOversight = "no oversight"
}
