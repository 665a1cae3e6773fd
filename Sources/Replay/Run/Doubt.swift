import Conditions

/// Why it is not known whether something that a rule hangs on is so.
struct Doubt {
  /// What the record does not say.
  var missing: [MissingValue]
  /// Nothing is missing: some dating makes it so and another does not.
  var hangsOnDatesAlone: Bool

  static func + (a: Doubt?, b: Doubt) -> Doubt {
    guard let a else { return b }
    return Doubt(missing: a.missing + b.missing, hangsOnDatesAlone: a.hangsOnDatesAlone && b.hangsOnDatesAlone)
  }
}

extension CaseRun {
  /// What left the question unanswered that was asked last.
  var doubtAtHand: Doubt { Doubt(missing: missing, hangsOnDatesAlone: missing.isEmpty && timeIsUncertain) }
}
