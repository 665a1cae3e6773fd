import CivilTime
import Conditions
import Procedures

/// Why no history can reach a target.
public enum PathProof: Sendable, Hashable {
  /// No way leads into the state, whatever the guards say.
  case noWayThere
  /// The state from which the transition leads is never entered.
  case neverThere
  /// The rule asks for something that the procedure's own figures rule out, whatever the case.
  case neverApplies
  /// The procedure sets no length for the rule's clock, which is therefore never due.
  case noLength
  /// What the rule demands holds whatever the case, or cannot hold.
  case alwaysTheSame
}

extension Explorer {
  /// A proof that nothing reaches the target, from the shape of its workflow and the figures of the procedure; `nil` where
  /// these prove nothing.
  func proof(against target: PathTarget) -> PathProof? {
    switch target {
    case .state(let state): isEverIn(state) ? nil : .noWayThere
    case .transition(let workflow, let number):
      isEverIn(StateReference(workflow: workflow, state: procedure.workflows[workflow].transitions[number].from))
        ? nil : .neverThere
    case .rule(let index, let outcome): proof(against: procedure.rules[index], outcome)
    }
  }

  private func isEverIn(_ state: StateReference) -> Bool {
    let map = maps[state.workflow]
    return map.beginning.contains { map.stepsTo[state.state][$0] != nil || map.around[$0].contains(state.state) }
  }

  private func proof(against rule: Rule, _ outcome: PathTarget.Outcome) -> PathProof? {
    let blanks = casesOfFiguresAlone(for: rule)
    let asked = [rule.when, rule.during].compactMap(\.self)
    if asked.contains(where: { condition in blanks.allSatisfy { $0.truth(of: condition.expression) == .no } }) {
      return .neverApplies
    }
    if rule.form.isClock, blanks.allSatisfy({ blank in rule.limits.allSatisfy { $0.isNone(in: blank) } }) { return .noLength }
    let opposite: Truth = outcome == .kept ? .no : .yes
    if let require = rule.require, blanks.allSatisfy({ $0.truth(of: require.expression) == opposite }) { return .alwaysTheSame }
    return nil
  }

  /// One for each span of days, while the rule applies, on which every figure stays as it is.
  private func casesOfFiguresAlone(for rule: Rule) -> [FiguresAlone] {
    let changes = Set(procedure.parameters.flatMap(\.values).compactMap(\.from) + [rule.inForce.from].compactMap(\.self))
    let first = rule.inForce.from ?? changes.min().map { $0.adding(days: -1) } ?? start
    return (changes.filter { $0 > first && rule.inForce.contains($0) }.sorted() + [first]).map {
      FiguresAlone(procedure: procedure, day: $0)
    }
  }
}

extension LimitLength {
  /// Whether it is known to be none, whatever the case.
  fileprivate func isNone(in blank: FiguresAlone) -> Bool {
    switch self {
    case .literal: false
    case .parameter(let parameter): blank.parameter(parameter) == .null
    case .expression(let condition): condition.evaluate(in: blank) == .null
    }
  }
}

/// A case of which nothing is known; only the figures of the procedure on a day are.
private struct FiguresAlone: BlankConditionContext {
  let procedure: Procedure
  let day: Day

  /// One stands for all, of whom nothing is known.
  var siblings: [Int] { [1] }
  func parameter(_ parameter: ParameterIndex) -> Value { procedure.parameters[parameter].value(on: day) ?? .null }

  /// Whether a condition holds whatever the case: unknown also where it asks what is known.
  func truth(of condition: Expression) -> Truth {
    switch condition {
    case .not(let inner): return truth(of: inner).negated
    case .and(let a, let b): return truth(of: a).and(truth(of: b))
    case .or(let a, let b): return truth(of: a).or(truth(of: b))
    default:
      var asksWhatIsKnown = false
      condition.visit { if case .call(.known, _) = $0 { asksWhatIsKnown = true } }
      return asksWhatIsKnown ? .unknown : condition.holds(in: self)
    }
  }
}
