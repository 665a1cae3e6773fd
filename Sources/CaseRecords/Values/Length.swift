/// A length of time as a record states it: exact, between two numbers, or softened by a word.
public struct Length: AttributeValue, Hashable {
  let words: String

  private init(words: String) { self.words = words }

  private init(_ count: Int, _ one: String) { words = "\(count) \(one)\(count == 1 ? "" : "s")" }

  public static func hours(_ count: Int) -> Length { Length(count, "hour") }

  public static func days(_ count: Int) -> Length { Length(count, "day") }

  public static func workingDays(_ count: Int) -> Length { Length(count, "working day") }

  public static func weeks(_ count: Int) -> Length { Length(count, "week") }

  public static func months(_ count: Int) -> Length { Length(count, "month") }

  public static func years(_ count: Int) -> Length { Length(count, "year") }

  public var written: WrittenValue { .word(words) }
}

extension Length {
  /// "A few" is 2 to 6.
  public static func aFew(_ unit: Unit) -> Length { Length(words: "a few \(unit.rawValue)") }

  /// **Ends**: both belong to it.
  public static func between(_ least: Int, and most: Int, _ unit: Unit) -> Length {
    Length(words: "\(least) to \(most) \(unit.rawValue)")
  }

  /// One sixth less to one sixth more, and at least a day either way.
  public static func about(_ length: Length) -> Length { length.softened("about") }

  /// One sixth less, and at least a day less.
  public static func almost(_ length: Length) -> Length { length.softened("almost") }

  /// A day more to one sixth more.
  public static func justOver(_ length: Length) -> Length { length.softened("just over") }

  public static func atLeast(_ length: Length) -> Length { length.softened("at least") }

  public static func atMost(_ length: Length) -> Length { length.softened("at most") }

  public static func moreThan(_ length: Length) -> Length { length.softened("more than") }

  public static func lessThan(_ length: Length) -> Length { length.softened("less than") }

  private func softened(_ word: String) -> Length { Length(words: "\(word) \(words)") }

  /// What a length is counted in.
  public enum Unit: String, Sendable {
    case hours
    case days
    case workingDays = "working days"
    case weeks
    case months
    case years
  }
}
