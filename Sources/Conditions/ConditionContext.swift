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
  /// Whether the record holds every occurrence of these event types from a day on, whichever of its days that is.
  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool
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
  /// Called when a result hangs on a value that was not recorded, with what it was, once for each.
  ///
  /// Nothing is told of what was read in vain: of two conditions joined with `or`, one of which holds, none is missing.
  func noteMissing(_ what: MissingValue)
  /// Called when a result hangs on a date that is uncertain.
  func noteUncertainTime()
}

public enum OccurrenceReach: Sendable, Hashable, BitwiseCopyable {
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
public enum MissingValue: Sendable, Hashable, BitwiseCopyable {
  /// An attribute of an occurrence, or of the event at hand where that is `nil`.
  case attribute(AttributeIndex, occurrence: Int?)
  /// An attribute of the event that opened the clock.
  case attributeOfTrigger(AttributeIndex)
  /// Whether the event occurred otherwise than recorded: the record is not complete for it.
  case occurrences(EventIndex)
  case birth
  /// The context said unknown of a state, and knows why.
  case state(StateReference)
  /// The context said unknown of a parameter, and knows why.
  case parameter(ParameterIndex)
  /// The context said unknown of a rule's clocks, and knows why.
  case clocks(RuleIndex)
  /// A day outside the years whose working days are known.
  case workingDays
}
