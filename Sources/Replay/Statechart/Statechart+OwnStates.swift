import Conditions
import Procedures

/// A step that a word makes from a configuration, as far as it was asked for.
enum RememberedStep: BitwiseCopyable {
  case unasked
  /// No transition is enabled.
  case none
  case step(StepNumber)
}

extension Statechart {
  /// Lets a machine hear a word where its own states decide all guards; each step is worked out once.
  func hearAlone(_ word: Word, in configuration: ConfigurationIndex) -> StepNumber? {
    if remembered[word].count <= configuration {
      remembered[word] += Array(repeating: .unasked, count: configurations.count - remembered[word].count)
    }
    switch remembered[word][configuration] {
    case .step(let step): return step
    case .none: return nil
    case .unasked: break
    }
    stepping = configurations[configuration]
    defer { stepping = nil }
    let step = hear(word, in: configuration, guardHolds: ownTruth)
    remembered[word][configuration] = step.map { .step($0) } ?? .none
    return step
  }

  /// The truth of a transition's guard by the states the machine is in at this point of its step.
  func ownTruth(of transition: Int) -> Truth {
    guard let when = workflow.transitions[transition].when, let stepping else { return .yes }
    return when.expression.truth(of: number, in: stepping.active)
  }
}

extension Expression {
  /// The truth of a condition on the states of one workflow; unknown where it asks for anything else.
  func truth(of workflow: WorkflowIndex, in active: StateSet) -> Truth {
    switch self {
    case .constant(.truth(let value)): Truth(value)
    case .state(let state) where state.workflow == workflow: Truth(active.contains(state.state))
    case .not(let inner): inner.truth(of: workflow, in: active).negated
    case .and(let a, let b): a.truth(of: workflow, in: active).and(b.truth(of: workflow, in: active))
    case .or(let a, let b): a.truth(of: workflow, in: active).or(b.truth(of: workflow, in: active))
    default: .unknown
    }
  }
}
