import CivilTime
import Conditions
import Procedures

/// What the shape of a procedure proves about a clock while a child is in a state.
extension Explorer {
  /// Whether a clock of the rule is open whenever a child is in the state, whatever else is so: a cadence that runs there
  /// without an exception, or a limit on the stay that nothing but leaving ends.
  func alwaysRuns(_ index: RuleIndex, in state: StateReference) -> Bool {
    let rule = procedure.rules[index]
    guard rule.each == nil, rule.inForce.from.map({ $0 <= start }) ?? true, rule.inForce.through == nil else { return false }
    switch rule.form {
    case .cadence(let cadence):
      return cadence.when == nil && isKnown(cadence.every) && isKnown(cadence.first)
        && truth(of: cadence.during.expression, in: state) == .yes
    case .deadline(let deadline):
      guard case .pattern(let trigger) = deadline.trigger, deadline.when == nil, case .within(let length) = deadline.limit,
        isKnown(length), let opening = openingState(of: trigger, for: state),
        deadline.during.map({ truth(of: $0.expression, in: state) == .yes }) ?? true
      else { return false }
      return endsOnlyOutside(deadline.expect, opening, reopenedBy: trigger)
    case .check, .invariant: return false
    }
  }

  /// Whether a clock of the rule can be open while a child is in the state, as far as its `while` tells.
  func mayRun(_ index: RuleIndex, in state: StateReference) -> Bool {
    switch procedure.rules[index].form {
    case .cadence(let cadence): truth(of: cadence.during.expression, in: state) != .no
    case .deadline(let deadline): deadline.during.map { truth(of: $0.expression, in: state) != .no } ?? true
    case .check, .invariant: false
    }
  }

  /// Whether a length has a value in every case.
  private func isKnown(_ length: LimitLength?) -> Bool {
    switch length {
    case nil, .literal: true
    case .parameter(let parameter): procedure.parameters[parameter].value(on: start) != nil
    case .expression(let condition): !condition.expression.readsRecord
    }
  }

  /// The state whose every entry fits the trigger: the state asked about, or one around it; `nil` where there is none.
  private func openingState(of trigger: Pattern, for state: StateReference) -> StateReference? {
    let map = maps[state.workflow]
    if case .entering(let entered) = trigger {
      return entered.workflow == state.workflow && map.around[state.state].contains(entered.state) ? entered : nil
    }
    let fitsEveryWay = map.workflow.transitions.enumerated().allSatisfy { number, transition in
      guard map.entered[number].contains(state.state) else { return true }
      guard case .events(let events) = transition.cue else { return false }
      return events.allSatisfy { event in
        trigger.alternatives.contains { $0.event == event && ($0.condition.map { transition.isGuarded(by: $0) } ?? true) }
      }
    }
    return fitsEveryWay ? state : nil
  }

  /// Whether the pattern fits only what leaves the state, or opens the clock again.
  private func endsOnlyOutside(_ pattern: Pattern, _ state: StateReference, reopenedBy trigger: Pattern) -> Bool {
    let map = maps[state.workflow]
    return switch pattern {
    case .leaving(let left): left.workflow == state.workflow && map.around[state.state].contains(left.state)
    case .entering(let other): other.workflow == state.workflow && map.truth(of: other.state, whileIn: state.state) == .no
    case .any(let patterns): patterns.allSatisfy { endsOnlyOutside($0, state, reopenedBy: trigger) }
    case .all(let patterns): patterns.contains { endsOnlyOutside($0, state, reopenedBy: trigger) }
    case .event(let event, _):
      alwaysLeaves(map, state.state, on: event)
        || trigger.alternatives.contains { $0.event == event && $0.condition == nil }
    }
  }

  /// Whether an event takes every machine out of a state, whatever it states.
  private func alwaysLeaves(_ map: WorkflowMap, _ state: StateIndex, on event: EventIndex) -> Bool {
    // In a state with others inside it, one of these may hear the event first and stay.
    guard map.workflow.states[state].kind == .atomic else { return false }
    for place in map.around[state] {
      let ways = map.workflow.transitions.indices.filter { number in
        let transition = map.workflow.transitions[number]
        guard transition.from == place, case .events(let events) = transition.cue else { return false }
        return events.contains(event)
      }
      let leave = ways.allSatisfy { number in
        !map.workflow.transitions[number].to.isEmpty && !map.entered[number].contains(state)
      }
      guard leave else { return false }
      if ways.contains(where: { map.workflow.transitions[$0].when == nil }) { return true }
    }
    return false
  }

  /// Whether a condition holds of a child in a state, whatever else is so.
  func truth(of condition: Expression, in state: StateReference) -> Truth {
    switch condition {
    case .constant(.truth(let truth)): Truth(truth)
    case .state(let other):
      other.workflow == state.workflow ? maps[state.workflow].truth(of: other.state, whileIn: state.state) : .unknown
    case .not(let inner): truth(of: inner, in: state).negated
    case .and(let a, let b): truth(of: a, in: state).and(truth(of: b, in: state))
    case .or(let a, let b): truth(of: a, in: state).or(truth(of: b, in: state))
    default: .unknown
    }
  }
}

extension Transition {
  /// Whether the guard says at least what the condition says.
  fileprivate func isGuarded(by condition: Condition) -> Bool {
    when?.expression.conjuncts.contains(condition.expression) ?? false
  }
}

extension Expression {
  /// Itself, and every condition that holds wherever it holds because it stands there joined by `and`.
  fileprivate var conjuncts: [Expression] {
    if case .and(let a, let b) = self { [self] + a.conjuncts + b.conjuncts } else { [self] }
  }
}

extension Expression {
  /// Whether its value hangs on what a record states of events.
  fileprivate var readsRecord: Bool {
    var reads = false
    visit {
      switch $0 {
      case .constant, .parameter, .state, .not, .and, .or, .compare, .choose, .arithmetic, .calculation: break
      default: reads = true
      }
    }
    return reads
  }
}
