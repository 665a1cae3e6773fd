import CivilTime

/// One statement of time as written, not yet tied to the events it names.
struct WhenStatement {
  let form: WhenForm<NamedReference>
  /// The time of day, where the statement is a date and a time.
  let time: TimeOfDay?

  /// Reads a statement, the whole of the text.
  static func read(_ text: String) throws(WhenProblem) -> WhenStatement {
    var parser = WhenParser(text)
    return try parser.statement()
  }

  /// Reads dates or the identifier of an event, the whole of the text.
  static func readReference(_ text: String) throws(WhenProblem) -> NamedReference {
    var parser = WhenParser(text)
    let reference = try parser.reference()
    guard parser.isAtEnd else { throw parser.notUnderstood }
    return reference
  }

  /// Reads a length of time, the whole of the text, or `nil` where it is none.
  static func readLength(_ text: String) throws(WhenProblem) -> SoftLength? {
    var parser = WhenParser(text)
    guard let length = try parser.length(), parser.isAtEnd else { return nil }
    return length
  }
}

/// Why a statement of time cannot be read.
enum WhenProblem: Error, Hashable {
  /// It is in no form of the language; the hint tells what was perhaps meant.
  case notUnderstood(WhenHint)
  /// It is written as a date, but the calendar has no such day.
  case noSuchDate
  /// The year lies outside the calendar.
  case outsideCalendar
  /// It ends before it begins.
  case emptyRange
}

/// What a statement that is not understood looks like.
enum WhenHint: Hashable {
  case nothing
  case monthInWords
  case dayFirst
  case weekday
  case eventAlone
  case lengthAlone
  case softDate
  /// A word that is not of the language, for one that is.
  case otherWord(String, for: String)
  case fortnights
}
