import Conditions

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
