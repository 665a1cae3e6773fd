import CivilTime
import Conditions
import Procedures

/// A case as it stands before an event of which only what a draft states is known.
///
/// The record of an example is complete, so what happened before is known; the clocks are not seen.
struct DraftContext: BlankConditionContext {
  let draft: EventDraft
  let surroundings: PlanningContext

  func attributeOfThis(_ attribute: AttributeIndex) -> Value { draft.attributes[attribute] ?? .unknown }
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { surroundings.trigger?.attributes[attribute] ?? .unknown }
  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value {
    surroundings.before[occurrence].attributes[attribute] ?? .unknown
  }
  var thisHappened: Value { today }
  func happened(_ occurrence: Int) -> DateValue { DateValue(surroundings.days[occurrence]) }
  var each: Value { surroundings.each ?? .unknown }
  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let items = surroundings.before.indices.filter { events.contains(surroundings.before[$0].event) }
    return OccurrenceList(items: items.map { OccurrenceList.Item(occurrence: $0, belongs: .yes) }, isComplete: true)
  }
  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { true }
  func isIn(_ state: StateReference, child: Int?) -> Truth {
    (child == nil ? surroundings.active : surroundings.besides).contains(state) ? .yes : .no
  }
  func fact(_ fact: ChildFact, of child: Int?) -> Value {
    if child != nil { return .unknown }
    let isBorn = surroundings.birth <= surroundings.day
    return switch fact {
    case .born: isBorn ? .date(DateValue(surroundings.birth)) : .null
    case .unborn: .truth(!isBorn)
    case .known: .unknown
    }
  }
  var siblings: [Int] { surroundings.besides.isEmpty ? [] : [1] }
  func parameter(_ parameter: ParameterIndex) -> Value {
    surroundings.procedure.parameters[parameter].value(on: surroundings.day) ?? .null
  }
  var today: Value { .date(DateValue(surroundings.day)) }
  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
  }
}
