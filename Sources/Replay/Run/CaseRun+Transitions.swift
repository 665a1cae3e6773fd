extension CaseRun {
  /// Keeps which transitions of the machine at hand a step took, where they are asked for.
  func keepTransitions(of step: StepNumber, at event: Int, _ manner: TakenTransition.Manner) {
    guard transitions.isKept else { return }
    for transition in tables.charts[workflow].madeSteps[step].transitions {
      transitions.add(
        TakenTransition(
          child: child, workflow: workflow, transition: transition, event: event < 0 ? nil : event, manner: manner))
    }
  }
}
