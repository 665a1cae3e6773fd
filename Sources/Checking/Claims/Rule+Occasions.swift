import Conditions
import Procedures

extension Rule {
  /// Each way in which the rule's clock opens, or its check or invariant is made: what must hold for it.
  func occasions(on ground: ClaimGround) -> [Occasion] {
    let choice = each?.choice
    switch form {
    case .deadline(let deadline):
      return deadline.trigger.alternatives.map { leaf in
        Occasion(opening: leaf, when: deadline.when, during: deadline.during, each: choice, on: ground)
      }
    case .cadence(let cadence):
      return [Occasion(leaf: nil, event: nil, Self.asked(cadence.when, cadence.during, at: ConditionMoment(each: choice)))]
    case .check(let check):
      return check.at.alternatives.map { leaf in
        let event = leaf.event
        let moment = ConditionMoment(this: event.map { [$0] } ?? [], each: choice)
        var conditions = Self.asked(check.when, check.during, at: moment)
        if let condition = leaf.condition { conditions.insert(AskedCondition(.pattern("at"), condition, at: moment), at: 0) }
        if case .entering(let state) = leaf, ground.rests(in: state) {
          conditions.insert(AskedCondition(in: state, at: moment), at: 0)
        }
        return Occasion(leaf: leaf, event: event, conditions)
      }
    case .invariant(let invariant):
      return [Occasion(leaf: nil, event: nil, Self.asked(nil, invariant.during, at: ConditionMoment()))]
    }
  }

  /// What a check or an invariant asks for on an occasion.
  func requirement(on occasion: Occasion) -> AskedCondition? {
    let moment = ConditionMoment(this: occasion.event.map { [$0] } ?? [], each: each?.choice)
    return switch form {
    case .check(let check): AskedCondition(.require, check.require, at: moment)
    case .invariant(let invariant): AskedCondition(.require, invariant.require, at: moment)
    case .deadline, .cadence: nil
    }
  }

  static func asked(_ when: Condition?, _ during: Condition?, at moment: ConditionMoment) -> [AskedCondition] {
    [when.map { AskedCondition(.when, $0, at: moment) }, during.map { AskedCondition(.during, $0, at: moment) }]
      .compactMap(\.self)
  }
}
