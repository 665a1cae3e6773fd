/// Whether the day that sets a limit running is counted in it.
@frozen
public enum Counting: Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// The trigger's day is day 0 and the day after it is day 1.
  case exclusive
  /// The limit is "beginning with" the trigger's day: that day is day 1.
  case inclusive
}
