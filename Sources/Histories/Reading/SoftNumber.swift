import Conditions

/// A number as a history states it: exact, between two numbers, or bounded by a word.
enum SoftNumber {
  /// The number in "more than 3" is stored a thousand-millionth above 3, so that it is known to be more.
  private static let hair = Decimal128("0.000000001") ?? .zero

  /// **Ends**: those of "2 to 4", "at least" and "at most" belong to it; those of "more than" and "less than" do not.
  static func read(_ text: String) -> NumberRange? {
    let words = WhenParser(text).words.map(\.text)
    switch words.count {
    case 1: return Decimal128(words[0]).map { NumberRange($0) }
    case 3 where words[1] == "to":
      guard let least = Decimal128(words[0]), let most = Decimal128(words[2]) else { return nil }
      return NumberRange(least: least, most: most)
    case 3:
      guard let number = Decimal128(words[2]) else { return nil }
      return bounded(words[0] + " " + words[1], number)
    default: return nil
    }
  }

  private static func bounded(_ words: String, _ number: Decimal128) -> NumberRange? {
    switch SoftLength.Softener(rawValue: words) {
    case .atLeast: NumberRange(least: number, most: nil)
    case .atMost: NumberRange(least: nil, most: number)
    case .moreThan: (number + hair).map { NumberRange(least: $0, most: nil) }
    case .lessThan: (number - hair).map { NumberRange(least: nil, most: $0) }
    case .about, .almost, .justOver, nil: nil
    }
  }
}
