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

/// One way in which a rule comes to apply.
struct Occasion {
  /// What is heard; `nil` for a date, for another rule's due date, and for a rule that hears nothing.
  let leaf: Pattern?
  let event: EventIndex?
  let conditions: [AskedCondition]

  init(leaf: Pattern?, event: EventIndex?, _ conditions: [AskedCondition]) {
    self.leaf = leaf
    self.event = event
    self.conditions = conditions
  }

  /// A clock opens: what a pattern asks is judged before the step, `when` and `while` after it.
  init(opening trigger: Trigger, when: Condition?, during: Condition?, each: ChoiceType?, on ground: ClaimGround) {
    let event = trigger.event
    let events = event.map { [$0] } ?? []
    let before = ConditionMoment(0, this: events, isOpening: event != nil)
    let after = ConditionMoment(1, this: events, isOpening: event != nil, each: each)
    var conditions = Rule.asked(when, during, at: after)
    if let condition = trigger.leaf?.condition { conditions.insert(AskedCondition(.pattern("of"), condition, at: before), at: 0) }
    if case .entering(let state) = trigger.leaf, ground.rests(in: state) {
      conditions.insert(AskedCondition(in: state, at: after), at: 0)
    }
    self.init(leaf: trigger.leaf, event: event, conditions)
  }
}

extension Pattern {
  /// The patterns of which any one is enough.
  var alternatives: [Pattern] {
    if case .any(let patterns) = self { patterns.flatMap(\.alternatives) } else { [self] }
  }

  /// Every pattern in it that has none inside.
  var leaves: [Pattern] {
    switch self {
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.leaves)
    case .event, .entering, .leaving: [self]
    }
  }

  var event: EventIndex? {
    if case .event(let event, _) = self { event } else { nil }
  }

  var condition: Condition? {
    if case .event(_, let condition) = self { condition } else { nil }
  }
}

extension Trigger {
  var alternatives: [Trigger] {
    if case .pattern(let pattern) = self { pattern.alternatives.map { .pattern($0) } } else { [self] }
  }

  var leaf: Pattern? {
    if case .pattern(let pattern) = self { pattern } else { nil }
  }

  var event: EventIndex? {
    switch self {
    case .pattern(let pattern): pattern.event
    case .date(let event, _): event
    case .overdue: nil
    }
  }
}
