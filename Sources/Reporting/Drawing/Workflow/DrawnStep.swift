import Conditions
import Procedures

/// An arrow of a statechart: the transitions from one state that lead to the same states.
struct DrawnStep: Sendable {
  /// Where it comes from.
  enum Origin: Hashable, Sendable {
    case state(StateIndex)
    /// Every state beside the one it leads to, and that one itself where it says so.
    case everyOther
    case every
  }

  let from: StateIndex
  /// Empty where the state is not left.
  let to: [StateIndex]
  let isOptional: Bool
  /// What takes it, one after another.
  var labels: [String]
  let origin: Origin

  var isLoop: Bool { to.isEmpty || to == [from] }
}

extension DrawnStep {
  /// The arrows of a workflow in the order of its transitions.
  static func steps(of workflow: Workflow, in reported: ReportedCase) -> [DrawnStep] {
    merged(
      workflow.transitions.flatMap { transition in
        reported.labels(of: transition, in: workflow).map { label in
          DrawnStep(
            from: transition.from, to: transition.to, isOptional: transition.isOptional, labels: [label],
            origin: .state(transition.from))
        }
      })
  }

  /// The same with a short arrow in place of all that say one thing: what leads to a state from the state around it, or from
  /// each of two or more beside it, and so from wherever a case may be.
  static func gathered(_ steps: [DrawnStep], of workflow: Workflow) -> [DrawnStep] {
    let single = steps.flatMap { step in
      step.labels.map { DrawnStep(from: step.from, to: step.to, isOptional: step.isOptional, labels: [$0], origin: step.origin) }
    }
    var gathered: [DrawnStep] = []
    for step in single {
      guard step.to.count == 1, let target = step.to.first else {
        gathered.append(step)
        continue
      }
      guard let origin = step.gathering(among: single, into: target, of: workflow) else {
        gathered.append(step)
        continue
      }
      gathered.append(DrawnStep(from: target, to: [target], isOptional: step.isOptional, labels: step.labels, origin: origin))
    }
    return merged(gathered)
  }

  /// Whether the step comes from everywhere around its target, as others that say the same show.
  private func gathering(among steps: [DrawnStep], into target: StateIndex, of workflow: Workflow) -> Origin? {
    if workflow.states[target].parent == from { return .every }
    let sources = Set(steps.filter { $0.to == to && $0.labels == labels && $0.isOptional == isOptional }.map(\.from))
    let others = workflow.states.indices.filter { other in
      other != target && workflow.states[other].parent == workflow.states[target].parent
        && workflow.states[other].kind != .end && !workflow.states[other].isHistory
    }
    guard others.count > 2, others.allSatisfy(sources.contains), from == target || others.contains(from) else { return nil }
    return sources.contains(target) ? .every : .everyOther
  }

  /// The steps with the same ends as one, in which everything is said once.
  private static func merged(_ steps: [DrawnStep]) -> [DrawnStep] {
    steps.reduce(into: []) { merged, step in
      let alike = merged.firstIndex {
        $0.from == step.from && $0.to == step.to && $0.isOptional == step.isOptional && $0.origin == step.origin
      }
      guard let alike else { return merged.append(step) }
      for label in step.labels where !merged[alike].labels.contains(label) { merged[alike].labels.append(label) }
    }
  }
}

extension ReportedCase {
  /// What takes a transition, with its guard: `Conference held, with "outcome" plan`.
  func label(of transition: Transition, in workflow: Workflow) -> String {
    let step: String
    switch transition.cue {
    case .events(let events): step = events.map { procedure.vocabulary.events[$0].title }.joinedInWords("or")
    case .signal, .completion, .named, .always: step = self.step(transition, of: workflow)
    }
    guard let when = transition.when else { return step }
    let events: [EventIndex] = if case .events(let events) = transition.cue { events } else { [] }
    let demand = ConditionWords(self).demand(when.expression, on: events)
    return step + (demand.map { ", with \($0)" } ?? ", if \(when.text)")
  }

  /// Each of the events that take a transition, or its whole label where a guard stands behind them.
  fileprivate func labels(of transition: Transition, in workflow: Workflow) -> [String] {
    guard case .events(let events) = transition.cue, transition.when == nil else {
      return [label(of: transition, in: workflow)]
    }
    return events.map { procedure.vocabulary.events[$0].title }
  }
}
