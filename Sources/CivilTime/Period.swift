/// A length of time as a rule states it: "10 working days", "16 weeks", "1 month", "72 hours".
///
/// Periods are equal if they are stated alike: seven days are not equal to one week. ``shortestDays`` and
/// ``longestDays`` compare unlike ones.
@frozen
public struct Period: Hashable, Sendable {
  public let count: Int
  public let unit: Unit

  /// The period of `count` units; below zero it is never a limit, and no due date follows from it.
  @inlinable
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// What a period is counted in.
  @frozen
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case hour = "hour"
    case day = "day"
    case workingDay = "working day"
    case week = "week"
    case month = "month"
    case year = "year"

    /// The word for one.
    public var singular: String { rawValue }

    /// The word for none and for many.
    public var plural: String { rawValue + "s" }
  }
}
