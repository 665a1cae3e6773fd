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
