/// A time on the clock, to the nanosecond, as FEEL has it.
public struct ClockTime: Hashable, Sendable {
  /// **Unit**: nanoseconds since midnight, less than a day.
  public let nanoseconds: Int
  /// **Unit**: seconds by which the clock is ahead of universal time; `nil` for a time of no particular place.
  public let offset: Int?

  static let nanosecondsOfSecond = 1_000_000_000
  static let nanosecondsOfDay = 86_400 * nanosecondsOfSecond

  public init(nanoseconds: Int, offset: Int?) {
    self.nanoseconds = nanoseconds
    self.offset = offset
  }

  /// The time, or `nil` outside 0:00:00 to 23:59:59 and for an offset beyond 14 hours.
  init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, offset: Int?) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<ClockTime.nanosecondsOfSecond).contains(nanosecond), (offset ?? 0).magnitude <= 14 * 3_600
    else { return nil }
    let seconds = hour * 3_600 + minute * 60 + second
    self.init(nanoseconds: seconds * ClockTime.nanosecondsOfSecond + nanosecond, offset: offset)
  }

  static let midnight = ClockTime(nanoseconds: 0, offset: nil)

  /// **Unit**: whole seconds since midnight.
  var seconds: Int { nanoseconds / ClockTime.nanosecondsOfSecond }

  var hour: Int { seconds / 3_600 }
  var minute: Int { seconds / 60 % 60 }
  var second: Int { seconds % 60 }
}
