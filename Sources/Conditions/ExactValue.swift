/// The values that are known whole or not at all, apart from those that a record can leave in part unknown.
public indirect enum ExactValue: Sendable, Hashable {
  case time(ClockTime)
  case dateTime(DateTime)
  /// A duration of days and time that is not a whole number of hours.
  ///
  /// **Unit**: nanoseconds.
  case length(Int128)
  case range(ValueRange)
  case context(ValueContext)
}

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

/// Named values, as FEEL's context has them.
public struct ValueContext: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let value: Value

    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// In the order in which they are written.
  public let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
}
