public import CivilTime

/// A day with a time on its clock, as FEEL has it.
public struct DateTime: Hashable, Sendable {
  public let day: Day
  public let time: ClockTime

  public init(day: Day, time: ClockTime) {
    self.day = day
    self.time = time
  }

  /// The date and time so many nanoseconds after the midnight that 1970-01-01 began with, on a clock.
  init?(nanoseconds: Int128, offset: Int?) {
    let length = Int128(ClockTime.nanosecondsOfDay)
    let days = nanoseconds >= 0 ? nanoseconds / length : (nanoseconds - length + 1) / length
    guard let number = Int32(exactly: days) else { return nil }
    let time = ClockTime(nanoseconds: Int(nanoseconds - days * length), offset: offset)
    self.init(day: Day(number: number), time: time)
  }

  /// **Unit**: nanoseconds on its own clock since 1970-01-01 began.
  var nanoseconds: Int128 {
    Int128(day.number) * Int128(ClockTime.nanosecondsOfDay) + Int128(time.nanoseconds)
  }
}
