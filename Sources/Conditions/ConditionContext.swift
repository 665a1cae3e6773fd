public import CivilTime

/// What an expression can ask about the case while it is evaluated.
///
/// The replay and the reference interpreter each bring their own.
public protocol ConditionContext {
  /// An attribute of the event at hand; `.unknown` where the history does not state it.
  func attributeOfThis(_ attribute: AttributeIndex) -> Value
  /// An attribute of the event that opened the clock.
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value
  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value
  var thisHappened: Value { get }
  var triggerHappened: Value { get }
  func happened(_ occurrence: Int) -> DateValue
  /// The member `each` stands for.
  var each: Value { get }
  /// The occurrences of these event types strictly before the event at hand: in the current episode, or all of them.
  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList
  /// Whether a child is in a state; `nil` is the child at hand.
  func isIn(_ state: StateReference, child: Int?) -> Truth
  func fact(_ fact: ChildFact, of child: Int?) -> Value
  /// The other children of the case who are known and have not ended.
  var siblings: [Int] { get }
  func parameter(_ parameter: ParameterIndex) -> Value
  /// The day at hand.
  var today: Value { get }
  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value
  /// The least and the most of `b - a` in whole days, under every dating that fits the history; `nil` is unbounded.
  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?)
  var calendar: WorkingCalendar { get }
  /// Called when a value that was not recorded was read, with what it was.
  func noteMissing(_ what: MissingValue)
  /// Called when a comparison could not be decided because a date is uncertain.
  func noteUncertainTime()
}

public enum OccurrenceReach: Sendable, Hashable {
  case episode
  case ever
}

public enum ChildFact: Sendable, Hashable {
  /// The date of birth: `child.born`; null while the child is unborn.
  case born
  /// The day from which the child's case is judged: `child.known`.
  case known
  /// Whether the child is known and not yet born: `unborn`.
  case unborn
}

public enum ClockQuestion: Sendable, Hashable {
  /// How many clocks of a rule are open and not yet past due: `running(RULE)`.
  case running
  /// How many are open and past due: `overdue(RULE)`.
  case overdue
  /// The earliest open due date: `due(RULE)`.
  case due
}

/// A value that the history does not state.
public enum MissingValue: Sendable, Hashable {
  case attribute(AttributeIndex, occurrence: Int?)
  /// Whether the event occurred otherwise than recorded: the record is not complete for it.
  case occurrences(EventIndex)
  case birth
}
