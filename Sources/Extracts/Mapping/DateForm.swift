import CivilTime

/// How an extract writes days.
public enum DateForm: String, Sendable, CaseIterable {
  /// 2026-04-30, perhaps with a time of day behind it.
  case yearMonthDay = "yyyy-mm-dd"
  /// 30/04/2026.
  case dayMonthYear = "dd/mm/yyyy"
}

/// A day as an extract writes it, with the time of day where it has one.
struct WrittenDay: Equatable {
  /// As year-month-day.
  let day: String
  /// As hours and minutes, `14:30`.
  let time: String?
}

extension DateForm {
  /// The day that a text is in this form; `nil` where it is none, as with numbers that no calendar has.
  func day(_ text: Substring) -> WrittenDay? {
    switch self {
    case .dayMonthYear:
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count) else { return nil }
      return DateForm.day(year: parts[2], month: parts[1], day: parts[0], time: nil)
    case .yearMonthDay:
      let (date, rest) = (text.prefix(10), text.dropFirst(10))
      let parts = date.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].count == 2, parts[2].count == 2 else { return nil }
      guard !rest.isEmpty else { return DateForm.day(year: parts[0], month: parts[1], day: parts[2], time: nil) }
      guard let time = DateForm.time(rest) else { return nil }
      return DateForm.day(year: parts[0], month: parts[1], day: parts[2], time: time)
    }
  }

  private static func day(year: Substring, month: Substring, day: Substring, time: String?) -> WrittenDay? {
    guard year.count == 4, let numbers = DateForm.numbers([year, month, day]) else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { WrittenDay(day: $0.description, time: time) }
  }

  /// What stands behind a date: `T14:30`, with seconds and a zone that are left out; the time is that of the place.
  private static func time(_ text: Substring) -> String? {
    guard let first = text.first, first == "T" || first == " " else { return nil }
    var rest = text.dropFirst()
    let (clock, behind) = (rest.prefix(5), rest.dropFirst(5))
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let numbers = numbers(parts), numbers[0] < 24, numbers[1] < 60
    else { return nil }
    rest = behind
    if rest.first == ":" {
      guard let seconds = DateForm.numbers([rest.dropFirst().prefix(2)]), seconds[0] < 61 else { return nil }
      rest = rest.dropFirst(3)
      if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    }
    return isZone(rest) ? String(clock) : nil
  }

  private static func isZone(_ text: Substring) -> Bool {
    guard let first = text.first else { return true }
    if first == "Z" { return text.count == 1 }
    guard first == "+" || first == "-" else { return false }
    let digits = text.dropFirst().filter { $0 != ":" }
    return digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func numbers(_ parts: [Substring]) -> [Int]? {
    let numbers = parts.map { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }
}
