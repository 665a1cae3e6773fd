import Conditions
import Procedures

/// About how many steps lie between where a child stands and where a target could be reached.
struct Nearness {
  let maps: [WorkflowMap]
  /// Counted where no way leads there.
  private static let away = 9

  /// Whatever the guards say.
  func steps(to goal: StateReference, from active: Set<StateReference>) -> Int {
    if active.contains(goal) { return 0 }
    let steps = maps[goal.workflow].stepsTo[goal.state]
    return active.compactMap { $0.workflow == goal.workflow ? steps[$0.state] : nil }.min() ?? Nearness.away
  }

  /// The steps until a rule's clock can open, or its check or invariant can turn out so.
  func steps(toJudge rule: Rule, as outcome: PathTarget.Outcome, in surroundings: PlanningContext) -> Int {
    let pattern = rule.openingPattern.map { steps(to: $0, in: surroundings) } ?? 0
    let during = rule.during.map { unmet($0.expression, being: true, in: surroundings) } ?? 0
    return pattern + during + steps(toTurn: rule, to: outcome, in: surroundings)
  }

  /// The steps until a check or invariant can turn out so, once it was judged.
  func steps(toTurn rule: Rule, to outcome: PathTarget.Outcome, in surroundings: PlanningContext) -> Int {
    let asked = rule.when.map { unmet($0.expression, being: true, in: surroundings) } ?? 0
    let turned = rule.require.map { unmet($0.expression, being: outcome == .kept, in: surroundings) } ?? 0
    return asked + turned
  }

  private func steps(to pattern: Pattern, in surroundings: PlanningContext) -> Int {
    switch pattern {
    case .event(_, let condition): condition.map { unmet($0.expression, being: true, in: surroundings) } ?? 0
    case .any(let patterns): patterns.map { steps(to: $0, in: surroundings) }.min() ?? 0
    case .all(let patterns): patterns.reduce(0) { $0 + steps(to: $1, in: surroundings) }
    case .entering(let state):
      surroundings.active.contains(state) ? 2 : steps(to: state, from: surroundings.active)
    case .leaving(let state): 1 + steps(to: state, from: surroundings.active)
    }
  }

  /// How many steps and facts a condition still lacks; what hangs on the event to come, or is not recorded, is lacking.
  func unmet(_ condition: Expression, being wanted: Bool, in surroundings: PlanningContext) -> Int {
    func unmet(_ part: Expression) -> Int { self.unmet(part, being: wanted, in: surroundings) }
    switch condition {
    case .state(let state) where wanted: return steps(to: state, from: surroundings.active)
    case .not(let inner): return self.unmet(inner, being: !wanted, in: surroundings)
    case .and(let a, let b): return wanted ? unmet(a) + unmet(b) : min(unmet(a), unmet(b))
    case .or(let a, let b): return wanted ? min(unmet(a), unmet(b)) : unmet(a) + unmet(b)
    case .some(.siblings, let satisfies):
      return self.unmet(satisfies, being: wanted, in: surroundings.ofSibling(beginning: maps.beginning))
    case .stateOfChild(let state, _) where wanted: return steps(to: state, from: surroundings.active)
    default:
      guard !condition.readsItem else { return 0 }
      let context = DraftContext(draft: EventDraft(0), surroundings: surroundings)
      guard condition.holds(in: context) != (wanted ? .yes : .no) else { return 0 }
      guard wanted, case .some = condition else { return condition.lackingCount(in: context) }
      let missing = condition.eventsAskedFor.count { event in !surroundings.before.contains { $0.event == event } }
      return 1 + missing
    }
  }
}

extension Expression {
  /// Whether it reads the item of a list outside itself, as the conditions of a pattern read their event.
  fileprivate var readsItem: Bool {
    switch self {
    case .itemAttribute, .itemHappened, .item: true
    case .filter(let list, _), .some(let list, _), .every(let list, _): list.readsItem
    default: parts.contains(where: \.readsItem)
    }
  }
}

extension Expression {
  /// How many occurrences a comparison of a count is away from turning over; 1 of anything else.
  fileprivate func lackingCount(in context: any ConditionContext) -> Int {
    guard case .compare(_, .call(.count, let lists), let bound) = self,
      case .number(let count) = Expression.call(.count, lists).evaluate(in: context),
      case .number(let limit) = bound.evaluate(in: context), let count = count.exact, let limit = limit.exact,
      let apart = (limit - count).flatMap({ Int($0.description) })
    else { return 1 }
    return max(1, abs(apart))
  }
}
