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
  /// What left the question unanswered that was asked last.
  var doubtAtHand: Doubt {
    let isOfDates = missing.isEmpty && timeIsUncertain
    return Doubt(missing: missing, isOfDates: isOfDates, isOfRecord: !isOfDates)
  }
}
