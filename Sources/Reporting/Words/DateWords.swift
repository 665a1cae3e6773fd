import CivilTime

extension Day {
  /// The day for a person: "Tue 30 Jun 2015".
  var inWords: String { "\(weekday.description.prefix(3)) \(dateInWords)" }

  /// The day without its weekday: "30 Jun 2015".
  var dateInWords: String { "\(dayOfMonth) \(monthInWords) \(year)" }

  var monthInWords: String {
    String("JanFebMarAprMayJunJulAugSepOctNovDec".dropFirst((month - 1) * 3).prefix(3))
  }
}

extension Span {
  /// One day with its weekday, or the two ends: "3 Mar to 30 Jun 2015", "3 to 30 Mar 2015".
  ///
  /// **Unknown**: every day from the first to the last fits the history.
  var inWords: String {
    guard !isExact else { return earliest.inWords }
    guard earliest.year == latest.year else { return "\(earliest.dateInWords) to \(latest.dateInWords)" }
    let isOneMonth = earliest.month == latest.month
    let from = earliest.dateInWords.split(separator: " ").dropLast(isOneMonth ? 2 : 1).joined(separator: " ")
    return "\(from) to \(latest.dateInWords)"
  }

  /// "on Tue 30 Jun 2015", or "some day from 3 Mar to 30 Jun 2015".
  var inASentence: String { isExact ? "on \(inWords)" : "some day from \(inWords)" }

  /// "by Tue 30 Jun 2015", or "by some day from 3 Mar to 30 Jun 2015".
  var asALimit: String { isExact ? "by \(inWords)" : "by some day from \(inWords)" }
}
