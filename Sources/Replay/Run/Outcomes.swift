import CivilTime

/// Every way a clock can have ended under the datings that fit the history.
struct Outcomes {
  private(set) var verdicts: UInt8 = 0
  private(set) var lateness: (least: Int, most: Int)?
  private(set) var due: DayRange?
  private(set) var opened: DayRange?

  /// The days on which it may have been due, where they have an end.
  var dueSpan: Span? { due?.spanWithEnd }

  mutating func add(_ verdict: Verdict) { verdicts |= 1 << verdict.rawValue }

  mutating func addLateness(_ least: Int, _ most: Int) {
    lateness = (min(lateness?.least ?? least, least), max(lateness?.most ?? most, most))
  }

  mutating func addOpened(_ range: DayRange) {
    if opened?.widen(to: range) == nil { opened = range }
  }

  mutating func addDue(_ range: DayRange) {
    if due?.widen(to: range) == nil { due = range }
  }

  func contains(_ verdict: Verdict) -> Bool { verdicts & (1 << verdict.rawValue) != 0 }

  var isCertain: Bool { verdicts.nonzeroBitCount == 1 }

  /// The worst that some dating gives.
  var worst: Verdict {
    for verdict in [Verdict.missed, .late, .running, .lapsed, .met] where contains(verdict) { return verdict }
    return .lapsed
  }
}
