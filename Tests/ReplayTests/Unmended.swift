/// What the random pairs leave out until a fault of the replay is mended; `true` lets them make it again.
///
/// `UnmendedFaultTests` holds the smallest case of each.
enum Unmended {
  // MARK: Patterns

  /// `unless: any of [f[flag], f]`, of which one part is not recorded and another has happened, is told as not recorded.
  static let unlessOfSeveral = false
  /// `slots: fixed` with `expect: all of [...]` cites entries on which an empty slot does not rest.
  static let slotsOfSeveral = false
  /// What stands in the brackets of a pattern sees how things are after the event and not before it, and an earlier
  /// event of the same moment counts among its own occurrences.
  static let caseInBrackets = false

  // MARK: Times

  /// `or within` and a carried date that is not exact are measured as if any due date between two were possible.
  static let orWithinOfUncertainDate = false
  /// A gap that was closed too late is certain though a free event may have closed it in time.
  static let gapsBesideFreeEvents = false
  /// A missed escalation is only possible for the sake of a free event before the overdue date.
  static let escalationsBesideFreeEvents = false
  /// A signal that is sent from the start is heard on the day after the child's record ended.
  static let signalsAfterTheRecord = false

  /// A state that was passed over some time before an event is asked about `today` as if it had been on the event's day.
  static let todayAtPassedSteps = false

  // MARK: Siblings

  /// Of two children of one event the second sees the first after the event, and the first sees the second before it.
  static let siblingsOfOneEvent = false

  // MARK: Births

  /// A birth that is no event of the child ends nothing until the child's next event.
  static let birthsOfTheirOwn = false
  /// What hangs on whether an uncertain birth came before an uncertain event is told as certain.
  static let birthsAmongUncertainTimes = false
  /// Of a child known from a date on it is asked at its first event, and not on that date, whether it is unborn.
  static let birthsBesideKnownDates = false

  /// A transition that is taken by itself as a child begins asks about births on the last observed day.
  static let birthsAtTheStart = false

  // MARK: Clocks

  /// How many clocks are overdue is told as certain where only some datings make them so.
  static let clocksAskedAmongUncertainTimes = false
  /// A clock of unknown length, or of which it is not recorded whether it opened or ended, is counted as if it were sure.
  static let unsureClocksAsked = false
  /// A fixed cadence is counted as overdue from the end of its first slot on, whether or not its slots were filled.
  static let slotsAsked = false
  /// Whether a rule sees a clock that the same event opens hangs on the order in which the rules stand.
  static let clocksAskedWhileOpening = false

  // MARK: Members

  /// An invariant with `each` is judged once, and not for each member.
  static let membersOfInvariants = false
  /// A cadence whose set is not recorded is told as not recorded also where it is not in force.
  static let unknownMembersOutOfForce = false
}
