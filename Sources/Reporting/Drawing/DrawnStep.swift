import Conditions
import Procedures

/// An arrow of a statechart: the transitions from one state that lead to the same states.
struct DrawnStep {
  let from: StateIndex
  /// Empty where the state is not left.
  let to: [StateIndex]
  let isOptional: Bool
  /// What takes it, one after another.
  var labels: [String]

  var isLoop: Bool { to.isEmpty || to == [from] }
}

extension DrawnStep {
  /// The arrows of a workflow in the order of its transitions.
  static func steps(of workflow: Workflow, in reported: ReportedCase) -> [DrawnStep] {
    var steps: [DrawnStep] = []
    for transition in workflow.transitions {
      let labels = reported.labels(of: transition, in: workflow)
      let alike = steps.firstIndex {
        $0.from == transition.from && $0.to == transition.to && $0.isOptional == transition.isOptional
      }
      if let alike {
        for label in labels where !steps[alike].labels.contains(label) { steps[alike].labels.append(label) }
      } else {
        steps.append(
          DrawnStep(from: transition.from, to: transition.to, isOptional: transition.isOptional, labels: labels))
      }
    }
    return steps
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
