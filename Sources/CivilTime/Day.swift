/// A civil date of the proleptic Gregorian calendar, without a time zone.
///
/// Every day that 32 bits can number is a day, about 5.8 million years either way, so that a sum needs no check;
/// only the years 0 to 9999 have the text form yyyy-mm-dd.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// The whole days since 1970-01-01, negative before it.
  public let number: Int32

  /// The day that lies `number` days after 1970-01-01.
  @inlinable
  public init(number: Int32) {
    self.number = number
  }

  /// The first day that has a number.
  public static let earliest = Day(number: .min)

  /// The last day that has a number.
  public static let latest = Day(number: .max)

  /// Orders days in time.
  @inlinable
  public static func < (a: Day, b: Day) -> Bool {
    a.number < b.number
  }
}
