import Conditions
import Diagnostics
import Procedures

/// A condition at the moment at which it is asked, and what it is in the file.
struct AskedCondition {
  enum Part {
    case ofTransition
    /// The condition of a pattern, which stands under this key.
    case pattern(String)
    case when
    case during
    case require
    /// That the child is in a state, which nobody wrote as a condition.
    case beingIn(StateReference)
  }

  let part: Part
  let expression: Expression
  let place: Place?
  let moment: ConditionMoment

  init(_ part: Part, _ condition: Condition, at moment: ConditionMoment) {
    self.part = part
    expression = condition.expression
    place = condition.place
    self.moment = moment
  }

  /// That the child is in a state.
  init(in state: StateReference, at moment: ConditionMoment) {
    part = .beingIn(state)
    expression = .state(state)
    place = nil
    self.moment = moment
  }
}
