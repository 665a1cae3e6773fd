import CivilTime

extension WhenParser {
  /// The years that the working-day calendar knows, outside which no date of a history lies.
  static let years = 1978...2150

  /// Dates, or the identifier of an event.
  mutating func reference() throws(WhenProblem) -> NamedReference {
    let start = next
    return note(try unnotedReference(), since: start)
  }

  private mutating func unnotedReference() throws(WhenProblem) -> NamedReference {
    if let part = takePart() {
      guard let word = takeWord() else { throw notUnderstood }
      return .dates(try part.of(dateStretch(word.text)))
    }
    guard let word = takeWord() else { throw notUnderstood }
    if Self.beginsWithDigit(word.text) { return .dates(try dateStretch(word.text).span) }
    guard Self.isEventName(word.text) else { throw notUnderstood }
    return .event(EventName(name: word.text, offset: word.offset))
  }

  /// A date with a time of day, in one word or two; leaves the words alone where it is something else.
  mutating func dateAndTime() throws(WhenProblem) -> (Day, TimeOfDay)? {
    guard let first = word(), Self.beginsWithDigit(first) else { return nil }
    let parts = first.split(separator: "T", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 10 {
      guard let time = TimeOfDay(text: parts[1]) else { throw notUnderstood }
      next(1)
      return (try day(String(parts[0])), time)
    }
    guard first.utf8.count == 10, let second = word(ahead: 1), let time = TimeOfDay(text: second) else { return nil }
    next(2)
    return (try day(first), time)
  }

  private mutating func next(_ count: Int) { goBack(to: next + count) }

  private mutating func takePart() -> StretchPart? {
    guard let text = word(), let part = StretchPart(rawValue: text) else { return nil }
    guard let following = word(ahead: 1), Self.beginsWithDigit(following) else { return nil }
    _ = takeWord()
    return part
  }

  static func beginsWithDigit(_ word: String) -> Bool {
    word.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// A day, month, quarter or year.
  private func dateStretch(_ text: String) throws(WhenProblem) -> DateStretch {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Self.digits(parts[0]) else { throw notUnderstood }
    let stretch: DateStretch?
    switch parts.count {
    case 1: stretch = .year(year)
    case 2:
      if let quarter = Self.quarter(parts[1]) {
        stretch = .quarter(year, quarter)
      } else {
        guard parts[1].utf8.count == 2, let month = Self.digits(parts[1]) else { throw notUnderstood }
        guard (1...12).contains(month) else { throw .noSuchDate }
        stretch = .month(year, month)
      }
    default: stretch = .day(try day(text))
    }
    guard let stretch else { throw notUnderstood }
    guard Self.years.contains(year) else { throw .outsideCalendar }
    return stretch
  }

  private func day(_ text: String) throws(WhenProblem) -> Day {
    let shape = text.utf8.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "9") : $0 }
    guard shape == Array("9999-99-99".utf8) else { throw notUnderstood }
    guard let day = Day(iso: text) else { throw .noSuchDate }
    guard Self.years.contains(day.year) else { throw .outsideCalendar }
    return day
  }

  private static func quarter(_ text: Substring) -> Int? {
    switch text {
    case "Q1": 1
    case "Q2": 2
    case "Q3": 3
    case "Q4": 4
    default: nil
    }
  }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
