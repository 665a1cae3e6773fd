/// The days on which something may have happened, from the earliest to the latest.
///
/// **Ends**: both days belong to it.
@frozen
public struct Span: Hashable, Sendable, CustomStringConvertible {
  public let earliest: Day
  public let latest: Day

  /// The span of one day that is known.
  @inlinable
  public init(_ day: Day) {
    earliest = day
    latest = day
  }

  /// The span from `earliest` to `latest`, or `nil` where the latest day comes first.
  @inlinable
  public init?(earliest: Day, latest: Day) {
    guard earliest <= latest else { return nil }
    self.earliest = earliest
    self.latest = latest
  }

  /// Whether the day is known exactly.
  @inlinable
  public var isExact: Bool {
    earliest == latest
  }

  @inlinable
  public func contains(_ day: Day) -> Bool {
    earliest <= day && day <= latest
  }

  /// The days that belong to both spans, or `nil` where there are none.
  public func intersection(_ other: Span) -> Span? {
    Span(earliest: max(earliest, other.earliest), latest: min(latest, other.latest))
  }

  /// The day in the middle, the earlier of two.
  public var middle: Day {
    Day(number: Int32((Int(earliest.number) + Int(latest.number)) >> 1))
  }

  /// One date, or two with "to" between them.
  public var description: String {
    isExact ? earliest.description : "\(earliest) to \(latest)"
  }
}
