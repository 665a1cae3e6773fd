public import Conditions

extension CaseHistory {
  /// The years in which dates of a history lie: those that the working-day calendar knows.
  public static let years = WhenParser.years
}

/// Values as histories write them, for readers of other forms.
public struct HistoryValues {
  public init() {}

  /// A length of time; `nil` where it is none that a history may have.
  public func duration(_ text: String) -> DurationRange? {
    guard let length = try? WhenStatement.readLength(text) else { return nil }
    return length.range
  }

  /// The words of the statements of time, which no event is named by.
  public static let reservedWords = WhenParser.reservedWords
}
