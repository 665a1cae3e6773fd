extension Period: CustomStringConvertible {
  /// The largest count that a text may state.
  public static let largestCount = 1_000_000

  /// The period written as a whole number, one space and a unit, or `nil` where the text is anything else.
  ///
  /// The number is plain digits without sign or leading zero, at most ``largestCount``. The unit may be in the
  /// singular or the plural.
  public init?(text: some StringProtocol) {
    guard let space = text.firstIndex(of: " "), let count = Period.wholeNumber(text[..<space]) else { return nil }
    let word = text[text.index(after: space)...]
    guard let unit = Unit.allCases.first(where: { word == $0.singular || word == $0.plural }) else { return nil }
    self.init(count, unit)
  }

  /// The number and the unit: "1 week", "10 working days".
  public var description: String {
    "\(count) \(count == 1 ? unit.singular : unit.plural)"
  }

  private static func wholeNumber(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 7, text == "0" || text.utf8.first != UInt8(ascii: "0") else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard let digit = byte.decimalDigit else { return nil }
      number = number * 10 + digit
    }
    return number <= largestCount ? number : nil
  }
}
