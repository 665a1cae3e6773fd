import Procedures

/// Tells what a procedure demands in its own words.
struct DemandWords {
  let reported: ReportedCase

  /// The sentence of a rule, or what its workflow asks of the order of steps.
  func says(_ demand: TrainingOutcome.Demand) -> String {
    switch demand {
    case .rule(let rule): reported.procedure.rules[rule].says
    case .steps(let workflow): "The steps of \"\(reported.procedure.workflows[workflow].title)\" come in their order."
    }
  }

  /// That a step comes before what follows it.
  func says(_ step: TrainingOutcome.StepOfWorkflow) -> String {
    let workflow = reported.procedure.workflows[step.workflow]
    let words = reported.step(workflow.transitions[step.transition], of: workflow)
    return "\(words) comes before the steps of \"\(workflow.title)\" that follow it."
  }
}
