import CivilTime
import Replay

extension Lateness {
  /// The same, with the days beside fewer than two of a longer unit: "less than a month (12 days)".
  func inWords(_ judgement: Judgement) -> String {
    guard most < 2, unit != .day, unit != .hour, let due = judgement.due, let ended = judgement.ended, due.isExact,
      ended.isExact
    else { return inWords }
    let days = ended.earliest.days(since: due.latest)
    // One working day that is one day is told once.
    return days == most ? inWords : "\(inWords) (\(Period(days, .day)))"
  }

  /// "4 working days", "between 4 and 9 working days", "up to 2 weeks", "less than a week".
  var inWords: String {
    let ends = (least: max(0, least), most: max(0, most))
    if ends.most == 0 { return "less than \(unit == .hour ? "an" : "a") \(unit.singular)" }
    let most = Period(ends.most, unit).description
    if ends.least == ends.most { return most }
    return ends.least == 0 ? "up to \(most)" : "between \(ends.least) and \(most)"
  }
}

extension [String] {
  /// "a", "a and b", "a, b and c".
  func joinedInWords(_ last: String = "and") -> String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(last) " + self[count - 1]
  }
}

extension String {
  /// A name of the procedure's language as words: "health_visitor" becomes "health visitor".
  var asWords: String { String(map { $0 == "_" ? " " : $0 }) }

  /// With a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter.
  var uncapitalised: String { prefix(1).lowercased() + dropFirst() }

  /// A title in the middle of a sentence: a name, of which a later word has a capital too, keeps its own.
  var titleInSentence: String {
    split(separator: " ").dropFirst().contains { $0.first?.isUppercase == true } ? self : uncapitalised
  }
}

extension Certainty {
  var inWords: String {
    switch self {
    case .certain: "certain"
    case .possible: "possible"
    }
  }
}

extension Verdict {
  var inWords: String {
    switch self {
    case .met: "met"
    case .late: "late"
    case .missed: "missed"
    case .lapsed: "lapsed"
    case .running: "running"
    case .notRecorded: "not recorded"
    case .held: "held"
    case .broken: "broken"
    }
  }
}
