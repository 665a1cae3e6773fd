import Conditions
import Procedures

/// How a rule applies in a situation.
enum RuleApplication: CaseIterable {
  /// What happens opens its clock.
  case opens
  /// It is checked at what happens.
  case checks
  /// It runs, or must hold, for as long as the child is there.
  case stands
  /// It opens when another rule of the situation is overdue.
  case follows

  var heading: String {
    switch self {
    case .opens: "Begins to run at what happens"
    case .checks: "Is checked at what happens"
    case .stands: "Runs or must hold where the child is"
    case .follows: "Begins when one of these is overdue"
    }
  }
}

extension Procedure {
  /// The rules that apply in a situation, by how they do, in the order of the procedure.
  ///
  /// **Unknown**: a rule whose `while` or `when` hangs on what the situation does not tell is counted where what happens
  /// brings it up, and is not where only its `while` could.
  func rules(in situation: Situation) -> [(rule: RuleIndex, how: RuleApplication)] {
    var found = rules.indices.compactMap { index in
      rules[index].application(in: situation).map { (rule: index, how: $0) }
    }
    let applying = Set(found.map(\.rule))
    for index in rules.indices where !applying.contains(index) {
      guard case .deadline(let deadline) = rules[index].form, case .overdue(let watched) = deadline.trigger,
        applying.contains(watched)
      else { continue }
      found.append((index, .follows))
    }
    return found
  }
}

extension Rule {
  fileprivate func application(in situation: Situation) -> RuleApplication? {
    func mayHold(_ condition: Condition?) -> Bool {
      condition.map { condition in situation.contexts.contains { condition.holds(in: $0) != .no } } ?? true
    }
    func holds(_ condition: Condition?) -> Bool {
      condition.map { condition in situation.contexts.contains { condition.holds(in: $0) == .yes } } ?? false
    }
    switch form {
    case .deadline(let deadline):
      guard mayHold(deadline.during), mayHold(deadline.when) else { return nil }
      if deadline.trigger.isHeard(in: situation) { return .opens }
      return holds(deadline.during) ? .stands : nil
    case .cadence(let cadence):
      return holds(cadence.during) && mayHold(cadence.when) ? .stands : nil
    case .check(let check):
      return check.at.isHeard(in: situation) && mayHold(check.during) && mayHold(check.when) ? .checks : nil
    case .invariant(let invariant):
      return holds(invariant.during) ? .stands : nil
    }
  }
}

extension Situation {
  /// Before what happens and after it.
  fileprivate var contexts: [SituationContext] {
    let moved = Set(entered.map(\.workflow))
    return [SituationContext(states: states)]
      + (entered.isEmpty
        ? [] : [SituationContext(states: states.filter { !moved.contains($0.workflow) }.union(entered))])
  }
}

extension Trigger {
  fileprivate func isHeard(in situation: Situation) -> Bool {
    switch self {
    case .pattern(let pattern): pattern.isHeard(in: situation)
    case .date(let event, _): situation.events.contains(event)
    case .overdue: false
    }
  }
}

extension Pattern {
  /// Whether one of the events, or entering one of the states, is among what it waits for.
  fileprivate func isHeard(in situation: Situation) -> Bool {
    switch self {
    case .event(let event, let condition):
      situation.events.contains(event)
        && (condition.map { $0.holds(in: SituationContext(states: situation.states)) != .no } ?? true)
    case .any(let parts), .all(let parts): parts.contains { $0.isHeard(in: situation) }
    case .entering(let state): situation.entered.contains(state)
    case .leaving: false
    }
  }
}
