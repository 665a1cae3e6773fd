/// What the random pairs leave out until a fault of the replay is mended; `true` lets them make it again.
///
/// `UnmendedFaultTests` holds the smallest case of each.
enum Unmended {
  // MARK: Patterns


  // MARK: Times

  /// `or within` and a carried date that is not exact are measured as if any due date between two were possible.
  static let orWithinOfUncertainDate = false
  /// A missed escalation is only possible for the sake of a free event before the overdue date.
  static let escalationsBesideFreeEvents = false

  /// A state that was passed over some time before an event is asked about `today` as if it had been on the event's day.
  static let todayAtPassedSteps = false


  // MARK: Births



  // MARK: Clocks

  /// How many clocks are overdue is told as certain where only some datings make them so.
  static let clocksAskedAmongUncertainTimes = false
  /// A clock of unknown length, or of which it is not recorded whether it opened or ended, is counted as if it were sure.
  static let unsureClocksAsked = false
  /// A fixed cadence is counted as overdue from the end of its first slot on, whether or not its slots were filled.
  static let slotsAsked = false
  /// Whether a rule sees a clock that the same event opens hangs on the order in which the rules stand.
  static let clocksAskedWhileOpening = false

}
