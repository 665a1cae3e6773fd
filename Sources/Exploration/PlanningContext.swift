import CivilTime
import Conditions
import Procedures

/// What an event about to be planned can refer to: the day, the events before it, and the clock it is meant to close.
struct PlanningContext {
  let procedure: Procedure
  /// About the day on which the event will happen.
  let day: Day
  /// The events before it, oldest first.
  let before: ArraySlice<PlannedEvent>
  /// The event that opened the clock, if one is meant.
  var trigger: PlannedEvent?
  /// The word that `each` stands for.
  var each: Value?
  /// Where the child stands.
  let active: Set<StateReference>

  /// The value that an operand has whatever the event states; `nil` where that hangs on it or is not seen.
  func value(of operand: Expression) -> Value? {
    switch operand {
    case .constant(let value): value
    case .parameter(let parameter): procedure.parameters[parameter].value(on: day)
    case .trigger(let attribute): trigger?.attributes[attribute]
    case .each: each
    case .attribute(let attribute, .call(.latest, let lists)):
      lists.first.flatMap(latest).flatMap { $0.attributes[attribute] }
    default: nil
    }
  }

  private func latest(of list: Expression) -> PlannedEvent? {
    switch list {
    case .occurrences(let events, _): before.last { events.contains($0.event) }
    case .filter(let list, _): latest(of: list)
    default: nil
    }
  }
}
