public import CivilTime
public import Conditions
public import Diagnostics

/// A figure of the procedure that has a name, and the dates from which each of its values applied.
public struct Parameter: Sendable {
  public struct Dated: Sendable {
    /// The first day on which the value applies; `nil` means it always did.
    public let from: Day?
    public let value: Value

    public init(from: Day?, value: Value) {
      self.from = from
      self.value = value
    }
  }

  public let name: String
  public let type: ConditionType
  /// In order of date; never empty.
  public let values: [Dated]
  public let says: String?
  public let citation: Citation?
  public let place: Place

  public init(
    name: String, type: ConditionType, values: [Dated], says: String?, citation: Citation?, place: Place
  ) {
    self.name = name
    self.type = type
    self.values = values
    self.says = says
    self.citation = citation
    self.place = place
  }

  /// The value on a day, or `nil` before the first date.
  public func value(on day: Day) -> Value? {
    values.last { $0.from.map { $0 <= day } ?? true }?.value
  }

  /// The value, where it is the same on every day.
  public var fixedValue: Value? { values.count == 1 && values[0].from == nil ? values[0].value : nil }

  /// Each value with the days on which it applies, in order of date.
  public var periods: [(value: Value, period: ForcePeriod)] {
    values.enumerated().map { place, dated in
      let next = values.indices.contains(place + 1) ? values[place + 1].from : nil
      return (dated.value, ForcePeriod(from: dated.from, through: next?.adding(days: -1)))
    }
  }
}
