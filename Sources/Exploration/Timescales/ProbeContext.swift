import CivilTime
import Conditions
import Procedures

/// A case of which is known the day at hand, and of one kind of earlier event, that one happened within a span or none did.
///
/// All else is unknown, so that a condition is only refuted where no case with such a span fulfils it.
struct ProbeContext: BlankConditionContext {
  let procedure: Procedure
  /// The day of the event at hand.
  let day: Day
  let kinds: [EventKind]
  /// The first day on which the earlier event can have happened; `nil` where none did.
  let earliest: Day?

  var thisHappened: Value { .date(DateValue(day)) }
  func happened(_ occurrence: Int) -> DateValue { DateValue(earliest: earliest ?? day, latest: day) }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let isMeant = earliest != nil && kinds.contains { events.contains($0.event) }
    return OccurrenceList(items: isMeant ? [OccurrenceList.Item(occurrence: 0, belongs: .yes)] : [], isComplete: true)
  }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value {
    let values = kinds.map { $0.stated[attribute] }
    guard let value = values.first ?? nil, values.allSatisfy({ $0 == value }) else { return .unknown }
    return value
  }

  func parameter(_ parameter: ParameterIndex) -> Value {
    let value = procedure.parameters[parameter].value(on: day) ?? .unknown
    if case .date = value { return .unknown }
    return value
  }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { true }
}
