import Conditions
import Procedures

extension Expression {
  /// The workflows of all states of the child itself that the expression names.
  var workflowsNamed: Set<WorkflowIndex> {
    var found: Set<WorkflowIndex> = []
    visit {
      if case .state(let state) = $0 { found.insert(state.workflow) }
      if case .stateOfChild(let state, _) = $0 { found.insert(state.workflow) }
    }
    return found
  }

  /// Whether it asks about the word that `each` stands for.
  var asksEach: Bool {
    var asks = false
    visit { if case .each = $0 { asks = true } }
    return asks
  }

  /// Whether it asks about states or earlier events of the child.
  var asksCase: Bool {
    var asks = false
    visit {
      switch $0 {
      case .state, .occurrences: asks = true
      default: break
      }
    }
    return asks
  }

  /// Whether the expression by itself asks about other children.
  var asksOtherChildren: Bool {
    switch self {
    case .siblings, .stateOfChild, .factOfChild: true
    default: false
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

extension Rule {
  /// Every pattern of the rule, that of its trigger among them.
  var patterns: [Pattern] {
    switch form {
    case .deadline(let deadline):
      var patterns = [deadline.expect]
      patterns += [deadline.unless, deadline.extended?.pattern].compactMap(\.self)
      if case .pattern(let pattern) = deadline.trigger { patterns.append(pattern) }
      return patterns
    case .cadence(let cadence): return [cadence.expect] + [cadence.unless].compactMap(\.self)
    case .check(let check): return [check.at]
    case .invariant: return []
    }
  }
}

extension LimitLength {
  var condition: Condition? {
    if case .expression(let condition) = self { condition } else { nil }
  }
}

extension Pattern {
  var workflowsNamed: Set<WorkflowIndex> {
    switch self {
    case .event(_, let condition): condition?.expression.workflowsNamed ?? []
    case .any(let patterns), .all(let patterns): patterns.reduce(into: []) { $0.formUnion($1.workflowsNamed) }
    case .entering(let state), .leaving(let state): [state.workflow]
    }
  }

  var conditions: [Condition] {
    switch self {
    case .event(_, let condition): condition.map { [$0] } ?? []
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.conditions)
    case .entering, .leaving: []
    }
  }
}
