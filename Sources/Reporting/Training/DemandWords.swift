import Conditions
import Diagnostics
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

  /// The same with more of it in brackets before the full stop.
  func says(_ demand: TrainingOutcome.Demand, _ more: String) -> String {
    let sentence = says(demand)
    return sentence.hasSuffix(".") ? "\(sentence.dropLast()) (\(more))." : "\(sentence) (\(more))"
  }

  /// That a step comes before what was reached without it.
  func says(_ passed: TrainingOutcome.StepPassedOver) -> String {
    let workflow = reported.procedure.workflows[passed.workflow]
    let step = reported.step(workflow.transitions[passed.place], of: workflow)
    return "\(step) comes before \(reported.title(ofEvent: passed.event))."
  }

  /// How long a rule was broken.
  func says(_ breach: TrainingOutcome.Breach, of rule: RuleIndex) -> String {
    let days = counted(breach.days, "day")
    guard reported.procedure.rules[rule].form.isClock else { return "broken for \(days)" }
    return breach.isNeverDone ? "not done by the end" : "late by \(days)"
  }

  /// Whether a rule says what holds throughout.
  func isInvariant(_ rule: RuleIndex) -> Bool {
    if case .invariant = reported.procedure.rules[rule].form { true } else { false }
  }
}
