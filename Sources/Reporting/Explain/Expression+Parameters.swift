import Conditions

extension Expression {
  /// The parameters that the expression reads.
  var parameters: Set<ParameterIndex> {
    if case .parameter(let index) = self { return [index] }
    return parts.reduce(into: []) { $0.formUnion($1.parameters) }
  }

  /// Whether it reads the member of the rule's `each`.
  var readsEach: Bool { self == .each || parts.contains { $0.readsEach } }

  /// The attributes of the event at hand that it reads, each once, in the order in which they are written.
  var ownAttributes: [AttributeIndex] {
    if case .this(let attribute) = self { return [attribute] }
    return parts.flatMap(\.ownAttributes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The expressions directly inside this one.
  private var parts: [Expression] {
    switch self {
    case .constant, .this, .trigger, .thisHappened, .triggerHappened, .each, .today, .itemAttribute, .itemHappened, .item,
      .state, .fact, .siblings, .parameter, .occurrences, .clocks:
      []
    case .attribute(_, let of), .happened(let of), .not(let of), .negative(let of): [of]
    case .stateOfChild(_, let child), .factOfChild(_, let child): [child]
    case .and(let a, let b), .or(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b): [a, b]
    case .filter(let over, let inner), .element(let over, let inner): [over, inner]
    case .some(let over, let inner), .every(let over, let inner): [over, inner]
    case .within(let value, let low, _, let high, _): [value, low, high]
    case .anyOf(let value, let choices): [value] + choices
    case .choose(let condition, let then, let otherwise): [condition, then, otherwise]
    case .members(let of, _): [of]
    case .list(let items), .call(_, let items): items
    }
  }
}
