import Conditions
import Procedures

/// An event of which certain conditions hold: `conference_held[kind = "initial"]`.
struct EventKind: Hashable {
  let event: EventIndex
  /// All of them hold; what is stated of the event is written as of the event at hand.
  let conditions: Set<Expression>

  init(_ event: EventIndex, _ conditions: [Expression] = []) {
    self.event = event
    self.conditions = Set(conditions.flatMap(\.joined).map(\.ofThis))
  }

  /// Whether every event of this kind is one of the other.
  func isOne(of other: EventKind) -> Bool { event == other.event && other.conditions.isSubset(of: conditions) }

  /// Whether the kind makes sure of a condition.
  func implies(_ condition: Expression) -> Bool { condition.joined.allSatisfy { conditions.contains($0.ofThis) } }

  /// What the conditions say outright of the event's attributes.
  var stated: [AttributeIndex: Value] {
    conditions.reduce(into: [:]) { stated, condition in
      switch condition {
      case .compare(.equal, .this(let attribute), .constant(let value)): stated[attribute] = value
      case .this(let attribute): stated[attribute] = .truth(true)
      case .not(.this(let attribute)): stated[attribute] = .truth(false)
      default: break
      }
    }
  }
}

extension Expression {
  /// The conditions that stand joined by `and`.
  var joined: [Expression] {
    if case .and(let a, let b) = self { a.joined + b.joined } else { [self] }
  }
}
