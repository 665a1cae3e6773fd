import Conditions

/// Why it is not known whether something that a rule hangs on is so.
struct Doubt {
  /// What the record does not say.
  var missing: [MissingValue]
  /// Some dating makes it so and another does not.
  var isOfDates: Bool
  /// The record does not say.
  var isOfRecord: Bool

  static func + (a: Doubt?, b: Doubt) -> Doubt {
    guard let a else { return b }
    return Doubt(
      missing: a.missing + b.missing, isOfDates: a.isOfDates || b.isOfDates, isOfRecord: a.isOfRecord || b.isOfRecord)
  }
}

extension CaseRun {
  /// Whether dates alone left the question unanswered that was asked last.
  var isDoubtOfDates: Bool { missing.isEmpty && timeIsUncertain }

  /// What left the question unanswered that was asked last.
  var doubtAtHand: Doubt {
    Doubt(missing: missing.values, isOfDates: isDoubtOfDates, isOfRecord: !isDoubtOfDates)
  }
}
