public import CivilTime

/// How late something was, from the least to the most whole units.
///
/// **Unit**: stated in the unit of the rule, or in days where the dates are exact.
public struct StatedLateness: Sendable, Hashable {
  public let least: Int
  public let most: Int
  public let unit: Period.Unit
  /// The same in days, where both the due date and the end are one day.
  public let days: Int?

  /// **Ends**: below zero counts as zero.
  init(least: Int, most: Int, unit: Period.Unit, days: Int? = nil) {
    self.least = max(0, least)
    self.most = max(0, most)
    self.unit = unit
    self.days = days
  }

  func isMet(by found: StatedLateness) -> Bool {
    if unit == found.unit { return least == found.least && most == found.most }
    return unit == .day && least == most && found.days == least
  }
}

extension StatedLateness {
  /// Reads "4 working days", "4 to 9 working days", "between 4 and 9 working days", "up to 2 weeks", "less than a week".
  init?(text: String) {
    if text.hasPrefix("less than a") {
      let word = text.split(separator: " ").dropFirst(3).joined(separator: " ")
      guard let unit = Period.Unit.allCases.first(where: { $0.singular == word }) else { return nil }
      self.init(least: 0, most: 0, unit: unit)
      return
    }
    var rest = text
    var least: Int?
    if rest.hasPrefix("up to ") {
      (least, rest) = (0, String(rest.dropFirst("up to ".count)))
    } else {
      for (opening, joint) in [("between ", " and "), ("", " to ")] where rest.hasPrefix(opening) && rest.contains(joint) {
        guard let middle = rest.firstRange(of: joint) else { return nil }
        guard let first = Int(rest[..<middle.lowerBound].dropFirst(opening.count)), first >= 0 else { return nil }
        (least, rest) = (first, String(rest[middle.upperBound...]))
        break
      }
    }
    guard let period = Period(text: rest), least ?? 0 <= period.count else { return nil }
    self.init(least: least ?? period.count, most: period.count, unit: period.unit)
  }

  /// The lateness as a file writes it.
  public var text: String {
    if most == 0 { return "less than \(unit == .hour ? "an" : "a") \(unit.singular)" }
    let period = Period(most, unit).description
    return least == most ? period : "\(least) to \(period)"
  }
}
