import CivilTime
import Conditions
import Procedures

/// A case in which everything that the conditions of `SmallWorld` ask has a known value.
struct AssignedCase: BlankConditionContext {
  var this: [AttributeIndex: Value] = [:]
  var parameters: [ParameterIndex: Value] = [:]
  /// How often each event has occurred.
  var counts: [EventIndex: Int] = [:]
  var active: Set<StateReference> = []

  func attributeOfThis(_ attribute: AttributeIndex) -> Value { this[attribute] ?? .unknown }
  func happened(_ occurrence: Int) -> DateValue { DateValue(Day(number: 0)) }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let count = events.map { counts[$0] ?? 0 }.reduce(0, +)
    return OccurrenceList(items: (0..<count).map { OccurrenceList.Item(occurrence: $0, belongs: .yes) }, isComplete: true)
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { true }
  func isIn(_ state: StateReference, child: Int?) -> Truth { Truth(active.contains(state)) }
  func parameter(_ parameter: ParameterIndex) -> Value { parameters[parameter] ?? .null }
}
