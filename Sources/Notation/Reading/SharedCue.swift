import Conditions
import Procedures

/// What two transitions of one workflow may both hear.
enum SharedCue {
  case event(EventIndex)
  case signal(Int)
  case completion(StateIndex)
  case always

  /// `nil` where nothing is heard by both.
  init?(_ a: Transition.Cue, _ b: Transition.Cue) {
    switch (a, b) {
    case (.events(let first), .events(let second)):
      guard let event = first.first(where: second.contains) else { return nil }
      self = .event(event)
    case (.signal(let first), .signal(let second)) where first == second: self = .signal(first)
    case (.completion(let first), .completion(let second)) where first == second: self = .completion(first)
    case (.always, .always): self = .always
    default: return nil
    }
  }

  var moment: ConditionMoment {
    if case .event(let event) = self { ConditionMoment(this: [event]) } else { ConditionMoment() }
  }
}
