import Conditions
import Procedures

extension Rule {
  /// The conditions of what ends, lapses or lengthens a clock, each at its own moment after the opening.
  func laterConditions(on occasions: [Occasion]) -> [AskedCondition] {
    let trigger = occasions.compactMap(\.event)
    return laterPatterns.flatMap { key, pattern in
      pattern.leaves.compactMap { leaf in
        leaf.condition.map { condition in
          AskedCondition(.pattern(key), condition, at: later(leaf.event, trigger))
        }
      }
    }
  }

  /// The moment at which an event comes while the clock is open.
  func later(_ event: EventIndex?, _ trigger: [EventIndex]) -> ConditionMoment {
    ConditionMoment(2, this: event.map { [$0] } ?? [], trigger: trigger, each: each?.choice)
  }

  private var laterPatterns: [(key: String, pattern: Pattern)] {
    let found: [(String, Pattern?)] =
      switch form {
      case .deadline(let deadline):
        [("expect", deadline.expect), ("unless", deadline.unless), ("extended by", deadline.extended?.pattern)]
      case .cadence(let cadence): [("expect", cadence.expect), ("unless", cadence.unless)]
      case .check, .invariant: []
      }
    return found.compactMap { key, pattern in pattern.map { (key, $0) } }
  }
}
