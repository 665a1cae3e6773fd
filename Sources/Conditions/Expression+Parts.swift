extension Expression {
  /// Calls the body with this expression and every expression inside it.
  public func visit(_ body: (Expression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  /// Whether it reads what a filter or quantifier is looking at.
  public var asksItems: Bool {
    switch self {
    case .item, .itemAttribute, .itemHappened: true
    default: parts.contains { $0.asksItems }
    }
  }

  /// The expressions directly inside this one.
  public var parts: [Expression] {
    switch self {
    case .constant, .this, .trigger, .thisHappened, .triggerHappened, .each, .today, .itemAttribute, .itemHappened, .item,
      .state, .fact, .siblings, .parameter, .occurrences, .clocks:
      []
    case .attribute(_, let of), .happened(let of), .members(let of, _): [of]
    case .stateOfChild(_, let child), .factOfChild(_, let child): [child]
    case .not(let inner), .negative(let inner): [inner]
    case .and(let a, let b), .or(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b): [a, b]
    case .within(let value, let low, _, let high, _): [value, low, high]
    case .anyOf(let value, let others): [value] + others
    case .choose(let condition, let then, let otherwise): [condition, then, otherwise]
    case .filter(let list, let keeping): [list, keeping]
    case .element(let list, let at): [list, at]
    case .some(let over, let satisfies), .every(let over, let satisfies): [over, satisfies]
    case .list(let items): items
    case .call(_, let arguments), .plain(_, let arguments): arguments
    case .calculation(_, let a, let b), .series(let a, let b): [a, b]
    case .property(_, let of), .entry(_, let of), .instance(let of, _): [of]
    case .context(let parts): parts.map(\.value)
    case .range(let low, _, let high, _): [low, high].compactMap { $0 }
    case .map(let list, let gives), .flatMap(let list, let gives): [list, gives]
    }
  }
}
