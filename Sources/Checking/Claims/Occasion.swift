import Conditions
import Procedures

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
