import Diagnostics

extension ExpectationProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .unknownRule(let name, let known):
      Diagnostic(
        .expectationRuleUnknown, "The procedure has no rule \"\(name)\" under the profile by which the history is judged.",
        at: place,
        mend: Suggestion.mend(
          for: name, among: known, otherwise: "Name a rule as workflow.rule, or all of a workflow as workflow.*."))
    case .unknownWorkflow(let name, let known):
      Diagnostic(
        .expectationWorkflowUnknown, "The procedure has no workflow \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "`plumbline rules` lists every workflow."))
    case .unknownState(let name, let known):
      Diagnostic(
        .expectationStateUnknown, "The procedure has no state \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name a state as workflow.state."))
    case .unknownChild(let name, let known):
      Diagnostic(
        .expectationChildUnknown, "This child is not among the history's `children`.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "The children are: \(known.joined(separator: ", "))."))
    case .unknownEvent(let name, let known):
      Diagnostic(
        .expectationEventUnknown, "No event of the history has this identifier.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name the `id` of an event of the history."))
    case .unknownStep(let name, let known):
      Diagnostic(
        .expectationStepUnknown, "No step of the workflow is taken with an event \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Its steps are taken with: \(known.joined(separator: ", "))."))
    case .unknownMember(let name, let known):
      Diagnostic(
        .expectationMemberUnknown, "The rule has no member \"\(name)\".", at: place,
        mend: known.isEmpty
          ? "The rule is not one for each member of a set: leave `member` out."
          : Suggestion.mend(for: name, among: known, otherwise: "Its members are: \(known.joined(separator: ", "))."))
    case .unclearTime(let text):
      Diagnostic(
        .expectationTimeUnclear, "\"\(text)\" is neither a day nor the end.", at: place,
        mend: "Write a day as year-month-day, such as 2019-04-30, or end.")
    case .unclearSpan(let text):
      Diagnostic(
        .expectationTimeUnclear, "\"\(text)\" is neither a day nor a first and a last day.", at: place,
        mend: "Write 2019-04-30, or 2019-04-26 to 2019-04-30 where any day of these is possible.")
    case .unclearLateness(let text):
      Diagnostic(
        .expectationLengthUnclear, "\"\(text)\" does not say how late.", at: place,
        mend: "Write it as 4 working days, 4 to 9 working days, up to 2 weeks or less than a week.")
    case .verdictNeverGiven(let verdict, let given):
      Diagnostic(
        .expectationNeverHolds, "A rule of this form is never \"\(verdict)\".", at: place,
        mend: "It is one of: \(given.joined(separator: ", ")).")
    case .kindNeverTold(let kind, let told):
      Diagnostic(
        .expectationNeverHolds, "The rule is never told as \"\(kind)\".", at: place,
        mend: "It is told as: \(told.joined(separator: ", ")).")
    case .kindNotOfVerdict(let kind, let verdict):
      Diagnostic(
        .expectationNeverHolds, "What is \(verdict) is never told as \"\(kind)\".", at: place,
        mend: "Leave `kind` or `verdict` out, or let them agree.")
    case .saysNotHow:
      Diagnostic(
        .expectationSaysNothing, "The expectation does not say how the rule is judged: it would hold whatever the verdict.",
        at: place, mend: "Add `verdict` or `kind`.")
    case .expectsNothing:
      Diagnostic(
        .expectationSaysNothing, "Nothing is expected here.", at: place,
        mend: "List something under `expect` or `never`, or write `nothing else: true`.")
    }
  }
}
