import CivilTime
import Conditions
import Procedures

/// A case of which only one event is known, and of that only what a draft states.
struct DraftContext: ConditionContext {
  let draft: EventDraft
  let surroundings: PlanningContext

  func attributeOfThis(_ attribute: AttributeIndex) -> Value { draft.attributes[attribute] ?? .unknown }
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { surroundings.trigger?.attributes[attribute] ?? .unknown }
  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { .unknown }
  var thisHappened: Value { .unknown }
  var triggerHappened: Value { .unknown }
  func happened(_ occurrence: Int) -> DateValue { DateValue(earliest: .earliest, latest: .latest) }
  var each: Value { surroundings.each ?? .unknown }
  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    OccurrenceList(items: [], isComplete: false)
  }
  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { false }
  func isIn(_ state: StateReference, child: Int?) -> Truth { .unknown }
  func fact(_ fact: ChildFact, of child: Int?) -> Value { .unknown }
  var siblings: [Int] { [] }
  func parameter(_ parameter: ParameterIndex) -> Value {
    surroundings.procedure.parameters[parameter].value(on: surroundings.day) ?? .unknown
  }
  var today: Value { .unknown }
  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value { .unknown }
  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) { (nil, nil) }
  var calendar: WorkingCalendar { .englandAndWales }
  func noteMissing(_ what: MissingValue) {}
  func noteUncertainTime() {}
}
