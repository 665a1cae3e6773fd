/// A number as a record states it: exact, between two numbers, or softened.
public struct Amount: AttributeValue, Hashable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  private let words: String

  private init(words: String) { self.words = words }

  public init(integerLiteral value: Int) { words = String(value) }

  public init(floatLiteral value: Double) { words = String(value) }

  /// **Ends**: both belong to it.
  public static func between(_ least: Int, and most: Int) -> Amount { Amount(words: "\(least) to \(most)") }

  public static func atLeast(_ number: Int) -> Amount { Amount(words: "at least \(number)") }

  public static func atMost(_ number: Int) -> Amount { Amount(words: "at most \(number)") }

  public static func moreThan(_ number: Int) -> Amount { Amount(words: "more than \(number)") }

  public static func lessThan(_ number: Int) -> Amount { Amount(words: "less than \(number)") }

  public var written: WrittenValue { .word(words) }
}
