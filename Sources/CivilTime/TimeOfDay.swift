/// A time on the clock, to the minute, of the one place that a case is lived in.
@frozen
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// **Unit**: minutes since midnight, 0 to 1439.
  public let minute: Int16

  /// The time, or `nil` outside 0:00 to 23:59; 24:00 is midnight of the day after and no time of this one.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.minute = Int16(hour * 60 + minute)
  }

  /// The time written strictly as HH:MM in ASCII digits, or `nil` where the text is anything else.
  public init?(text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(6))
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      let tensOfHours = bytes[0].decimalDigit, let hours = bytes[1].decimalDigit,
      let tensOfMinutes = bytes[3].decimalDigit, let minutes = bytes[4].decimalDigit
    else { return nil }
    self.init(hour: tensOfHours * 10 + hours, minute: tensOfMinutes * 10 + minutes)
  }

  /// The time as HH:MM.
  public var description: String {
    Day.pair(Int(minute) / 60, after: "") + Day.pair(Int(minute) % 60, after: ":")
  }

  /// Orders times within a day.
  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool {
    a.minute < b.minute
  }
}
