import CivilTime

/// Reads the statements of time of a history, word by word.
struct WhenParser {
  struct Word {
    let text: String
    /// **Unit**: Unicode scalars from the beginning of the text.
    let offset: Int
  }

  let words: [Word]
  private(set) var next = 0
  /// What the text counts from, each with the words that say it.
  private(set) var references: [(words: Range<Int>, reference: NamedReference)] = []

  init(_ text: String) {
    var words: [Word] = []
    var word = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        if !word.isEmpty { words.append(Word(text: String(word), offset: count - word.count)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
      count += 1
    }
    if !word.isEmpty { words.append(Word(text: String(word), offset: count - word.count)) }
    self.words = words
  }

  /// The whole text as one statement.
  mutating func statement() throws(WhenProblem) -> WhenStatement {
    if let (day, time) = try dateAndTime() {
      guard isAtEnd else { throw notUnderstood }
      return WhenStatement(form: .within(Span(day)), time: time)
    }
    let form = try form()
    guard isAtEnd else { throw notUnderstood }
    return WhenStatement(form: form, time: nil)
  }

  private mutating func form() throws(WhenProblem) -> WhenForm<NamedReference> {
    if take("between") {
      let first = try reference()
      guard take("and") else { throw notUnderstood }
      return try Self.between(first, reference())
    }
    if take("same", "day", "as") { return .near(try reference(), days: 0) }
    // "About the same day" is three days either way.
    if take("about", "same", "day", "as") { return .near(try reference(), days: 3) }
    let sameDay: SameDay = take("on", "or") ? .included : .excluded
    if let side = takeSide() { return .bounded(side, try reference(), sameDay) }
    guard sameDay == .excluded else { throw notUnderstood }
    if let length = try length() {
      guard let side = takeSide() else { throw isAtEnd ? .notUnderstood(.lengthAlone) : notUnderstood }
      return .apart(length, side, try reference())
    }
    return try datesOrRange()
  }

  /// Dates, or "A to B".
  private mutating func datesOrRange() throws(WhenProblem) -> WhenForm<NamedReference> {
    let first = try reference()
    if take("to") { return try Self.between(first, reference()) }
    switch first {
    case .dates(let span): return .within(span)
    case .event: throw isAtEnd ? .notUnderstood(.eventAlone) : notUnderstood
    }
  }

  private static func between(
    _ first: NamedReference, _ last: NamedReference
  ) throws(WhenProblem) -> WhenForm<NamedReference> {
    guard case .dates(let a) = first, case .dates(let b) = last else { return .between(first, last) }
    guard let span = Span(earliest: a.earliest, latest: b.latest) else { throw .emptyRange }
    return .within(span)
  }

  private mutating func takeSide() -> WhenSide? {
    if take("after") { return .after }
    return take("before") ? .before : nil
  }

  // MARK: Words

  var isAtEnd: Bool { next == words.count }

  func word(ahead: Int = 0) -> String? {
    next + ahead < words.count ? words[next + ahead].text : nil
  }

  /// Goes past these words where they come next.
  mutating func take(_ expected: String...) -> Bool {
    for (ahead, text) in expected.enumerated() where word(ahead: ahead) != text { return false }
    next += expected.count
    return true
  }

  mutating func takeWord() -> Word? {
    guard !isAtEnd else { return nil }
    next += 1
    return words[next - 1]
  }

  mutating func goBack(to position: Int) { next = position }

  /// Notes what the words from a position on say.
  mutating func note(_ reference: NamedReference, since start: Int) -> NamedReference {
    references.append((start..<next, reference))
    return reference
  }

  var notUnderstood: WhenProblem { .notUnderstood(hint) }
}
