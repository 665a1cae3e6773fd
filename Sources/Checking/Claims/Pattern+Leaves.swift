import Conditions

extension Pattern {
  /// The patterns of which any one is enough.
  var alternatives: [Pattern] {
    if case .any(let patterns) = self { patterns.flatMap(\.alternatives) } else { [self] }
  }

  /// Every pattern in it that has none inside.
  var leaves: [Pattern] {
    switch self {
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.leaves)
    case .event, .entering, .leaving: [self]
    }
  }

  var event: EventIndex? {
    if case .event(let event, _) = self { event } else { nil }
  }

  var condition: Condition? {
    if case .event(_, let condition) = self { condition } else { nil }
  }
}

extension Trigger {
  var alternatives: [Trigger] {
    if case .pattern(let pattern) = self { pattern.alternatives.map { .pattern($0) } } else { [self] }
  }

  var leaf: Pattern? {
    if case .pattern(let pattern) = self { pattern } else { nil }
  }

  var event: EventIndex? {
    switch self {
    case .pattern(let pattern): pattern.event
    case .date(let event, _): event
    case .overdue: nil
    }
  }
}
