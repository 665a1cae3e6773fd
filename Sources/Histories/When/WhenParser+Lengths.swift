import CivilTime

extension WhenParser {
  /// The numbers that may be written as words, from one.
  static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// A length of time; `nil`, and no word taken, where the words that come next are none.
  mutating func length() throws(WhenProblem) -> SoftLength? {
    let start = next
    if take("a", "few"), let unit = takeUnit() { return .aFew(unit) }
    goBack(to: start)
    let softener = takeSoftener()
    if take("a", "fortnight") { return SoftLength(2, .week, softener: softener) }
    guard let least = takeNumber() else { return nothing(since: start) }
    // "2 to 3 weeks" and "2 weeks to 3 weeks", but "2019 to 2021" is none.
    let position = next
    let firstUnit = takeUnit()
    if take("to"), let most = takeNumber(), let unit = takeUnit() {
      guard softener == nil, firstUnit == nil || firstUnit == unit else { return nothing(since: start) }
      guard least <= most else { throw .emptyRange }
      return SoftLength(least, to: most, unit)
    }
    goBack(to: position)
    // A softened length is of at least one unit: "almost 0 days" says nothing.
    guard let unit = takeUnit(), softener == nil || least > 0 else { return nothing(since: start) }
    return SoftLength(least, unit, softener: softener)
  }

  private mutating func nothing(since start: Int) -> SoftLength? {
    goBack(to: start)
    return nil
  }

  mutating func takeSoftener() -> SoftLength.Softener? {
    for softener in SoftLength.Softener.allCases {
      let words = softener.rawValue.split(separator: " ").map(String.init)
      if words.count == 1 ? take(words[0]) : take(words[0], words[1]) { return softener }
    }
    return nil
  }

  /// Digits, a word from one to twelve, or "a".
  private mutating func takeNumber() -> Int? {
    guard let text = word(), let number = Self.number(text) else { return nil }
    _ = takeWord()
    return number
  }

  private static func number(_ text: String) -> Int? {
    if text == "a" || text == "an" { return 1 }
    if let place = numberWords.firstIndex(of: text) { return place + 1 }
    let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, text.utf8.count <= 7, let number = Int(text), number <= Period.largestCount else { return nil }
    return number
  }

  private mutating func takeUnit() -> Period.Unit? {
    if take("working", "day") || take("working", "days") { return .workingDay }
    for unit in Period.Unit.allCases where unit != .workingDay {
      if take(unit.singular) || take(unit.plural) { return unit }
    }
    return nil
  }
}
