import Conditions
import Procedures

extension Expression {
  /// Calls the body with this expression and every expression inside it.
  func visit(_ body: (Expression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  private var parts: [Expression] {
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
    case .call(_, let arguments): arguments
    }
  }

  /// Whether the expression by itself asks only about the event at hand.
  var isLocal: Bool {
    switch self {
    case .state, .stateOfChild, .fact, .factOfChild, .siblings, .occurrences, .clocks, .today, .parameter: false
    default: true
    }
  }
}

extension Rule {
  /// Every expression of the rule.
  var expressions: [Expression] {
    var conditions: [Condition?] = [each?.over]
    switch form {
    case .deadline(let deadline):
      conditions += [deadline.during, deadline.when]
      conditions += deadline.expect.conditions + (deadline.unless?.conditions ?? [])
      conditions += deadline.extended?.pattern.conditions ?? []
      if case .pattern(let pattern) = deadline.trigger { conditions += pattern.conditions }
      switch deadline.limit {
      case .within(let length): conditions.append(length.condition)
      case .ahead(let length, let orWithin): conditions += [length.condition, orWithin?.condition]
      }
      if case .by(let length)? = deadline.extended?.end { conditions.append(length.condition) }
    case .cadence(let cadence):
      conditions += [cadence.during, cadence.when, cadence.every.condition, cadence.first?.condition]
      conditions += cadence.expect.conditions + (cadence.unless?.conditions ?? [])
    case .check(let check): conditions += [check.require, check.when, check.during] + check.at.conditions
    case .invariant(let invariant):
      conditions += [invariant.during, invariant.require, invariant.longerThan?.condition]
    }
    return conditions.compactMap { $0?.expression }
  }
}

extension LimitLength {
  var condition: Condition? {
    if case .expression(let condition) = self { condition } else { nil }
  }
}

extension Pattern {
  var conditions: [Condition] {
    switch self {
    case .event(_, let condition): condition.map { [$0] } ?? []
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.conditions)
    case .entering, .leaving: []
    }
  }
}
