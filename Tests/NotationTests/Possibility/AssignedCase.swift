import CivilTime
import Conditions
import Procedures

/// A case in which everything that the conditions of `SmallWorld` ask has a known value.
struct AssignedCase: ConditionContext {
  var this: [AttributeIndex: Value] = [:]
  var parameters: [ParameterIndex: Value] = [:]
  /// How often each event has occurred.
  var counts: [EventIndex: Int] = [:]
  var active: Set<StateReference> = []

  func attributeOfThis(_ attribute: AttributeIndex) -> Value { this[attribute] ?? .unknown }
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { .unknown }
  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { .unknown }
  var thisHappened: Value { .unknown }
  var triggerHappened: Value { .unknown }
  func happened(_ occurrence: Int) -> DateValue { DateValue(Day(number: 0)) }
  var each: Value { .unknown }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let count = events.map { counts[$0] ?? 0 }.reduce(0, +)
    return OccurrenceList(items: (0..<count).map { OccurrenceList.Item(occurrence: $0, belongs: .yes) }, isComplete: true)
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { true }
  func isIn(_ state: StateReference, child: Int?) -> Truth { Truth(active.contains(state)) }
  func fact(_ fact: ChildFact, of child: Int?) -> Value { .unknown }
  var siblings: [Int] { [] }
  func parameter(_ parameter: ParameterIndex) -> Value { parameters[parameter] ?? .null }
  var today: Value { .unknown }
  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value { .unknown }
  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) { (nil, nil) }
  var calendar: WorkingCalendar { .englandAndWales }
  func noteMissing(_ what: MissingValue) {}
  func noteUncertainTime() {}
}
