import Conditions
import Diagnostics
import Procedures

/// Tells pairs of rules of which nobody can keep both.
struct Contradictions {
  private let ground: ClaimGround

  /// A rule on one occasion, with what it requires there.
  private struct Demand {
    let rule: Rule
    let occasion: Occasion
    let requirement: AskedCondition
    /// What its requirement is about: two that share nothing cannot contradict one another.
    let topics: Set<Expression>
  }

  private enum Heard: Hashable {
    case event(EventIndex)
    case entering(StateReference)
    case leaving(StateReference)
    case nothing
  }

  /// PL5006 for each pair, at the rule that stands later.
  ///
  /// - Complexity: only rules that hear the same event or change of state are compared, and only invariants with one
  ///   another.
  static func faults(on ground: ClaimGround) -> [Diagnostic] {
    let claims = Contradictions(ground: ground)
    var heard: [Heard: [Demand]] = [:]
    for rule in ground.procedure.rules {
      for occasion in rule.occasions(on: ground) {
        guard let requirement = rule.requirement(on: occasion) else { continue }
        let demand = Demand(
          rule: rule, occasion: occasion, requirement: requirement, topics: requirement.expression.topics)
        heard[claims.heard(on: occasion), default: []].append(demand)
      }
    }
    return claims.withoutRepetition(heard.values.flatMap(claims.faults(among:)))
  }

  /// One fault for each pair, though the two hear several things.
  private func withoutRepetition(_ faults: [Diagnostic]) -> [Diagnostic] {
    var told: Set<[Place?]> = []
    return faults.inReadingOrder().filter { told.insert([$0.place] + $0.notes.map(\.place)).inserted }
  }

  private func heard(on occasion: Occasion) -> Heard {
    switch occasion.leaf {
    case .event(let event, _): .event(event)
    case .entering(let state): .entering(state)
    case .leaving(let state): .leaving(state)
    default: .nothing
    }
  }

  private func faults(among demands: [Demand]) -> [Diagnostic] {
    demands.indices.flatMap { second in
      (0..<second).compactMap { first in fault(demands[first], demands[second]) }
    }
  }

  private func fault(_ first: Demand, _ second: Demand) -> Diagnostic? {
    guard first.rule.fullName != second.rule.fullName, !first.topics.isDisjoint(with: second.topics),
      first.rule.inForce.common(with: second.rule.inForce) != nil, mayConcernOneMember(first.rule, second.rule)
    else { return nil }
    let applying = first.occasion.conditions + second.occasion.conditions
    guard ground.areImpossible(applying + [first.requirement, second.requirement]), !ground.areImpossible(applying),
      !ground.areImpossible(first.occasion.conditions + [first.requirement]),
      !ground.areImpossible(second.occasion.conditions + [second.requirement])
    else { return nil }
    let (earlier, later) = first.rule.place < second.rule.place ? (first, second) : (second, first)
    return Diagnostic(
      .rulesContradict,
      "Where \(later.rule.inWords) and \(earlier.rule.inWords) both apply, nobody can keep both\(occasionInWords(later)).",
      at: later.requirement.place ?? later.rule.place,
      mend: "Narrow one with \"when\", \"while\" or \"in force\", or correct what it requires.",
      notes: [Diagnostic.Note("This is what the other requires.", at: earlier.requirement.place)])
  }

  private func occasionInWords(_ demand: Demand) -> String {
    switch demand.occasion.leaf {
    case .event(let event, _): " at \"\(ground.procedure.vocabulary.events[event].name)\""
    case .entering(let state): " on entering \"\(ground.name(of: state))\""
    case .leaving(let state): " on leaving \"\(ground.name(of: state))\""
    default: ""
    }
  }

  /// Whether `each` can be one and the same word for both: it is for two that run over one set.
  private func mayConcernOneMember(_ a: Rule, _ b: Rule) -> Bool {
    guard let one = a.each, let other = b.each else { return true }
    return one.over.expression == other.over.expression
  }
}

extension Expression {
  /// The things that a condition asks about: states by their workflow, all else by itself.
  fileprivate var topics: Set<Expression> {
    var topics: Set<Expression> = []
    visit {
      switch $0 {
      case .state(let state): topics.insert(.state(StateReference(workflow: state.workflow, state: 0)))
      case .not, .and, .or, .compare, .within, .anyOf, .choose, .constant: break
      case .call(.occurred, let arguments): topics.insert(.call(.count, arguments))
      default: topics.insert($0)
      }
    }
    return topics
  }
}
