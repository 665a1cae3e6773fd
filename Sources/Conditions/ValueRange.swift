/// A range of values as FEEL has it: an end may be left out, and may be null.
public struct ValueRange: Sendable, Hashable {
  /// The lower end, or `nil` where there is none.
  public let low: Value?
  public let isLowIncluded: Bool
  /// The upper end, or `nil` where there is none.
  public let high: Value?
  public let isHighIncluded: Bool

  public init(low: Value?, isLowIncluded: Bool, high: Value?, isHighIncluded: Bool) {
    self.low = low
    self.isLowIncluded = isLowIncluded
    self.high = high
    self.isHighIncluded = isHighIncluded
  }
}
