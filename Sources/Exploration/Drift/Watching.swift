public import Conditions
public import Procedures

extension Procedure {
  /// The rules whose clocks are about a workflow: its own, and those that run in one of its states, or are opened or closed by
  /// one of its states or steps.
  public func clocks(about workflow: WorkflowIndex) -> [RuleIndex] {
    let steps = Set(
      workflows[workflow].transitions.flatMap { transition -> [EventIndex] in
        if case .events(let events) = transition.cue { events } else { [] }
      })
    return rules.indices.filter { index in
      let rule = rules[index]
      guard rule.form.isClock else { return false }
      if rule.workflow == workflow { return true }
      let subjects = rule.subjects
      return subjects.states.contains { $0.workflow == workflow } || !subjects.events.isDisjoint(with: steps)
    }
  }
}

extension Rule {
  /// What a clock is about: what opens it, the states in which it runs, and what it waits for.
  fileprivate var subjects: References {
    switch form {
    case .deadline(let deadline):
      deadline.trigger.references.union(deadline.expect.references).union(deadline.during?.references ?? References())
    case .cadence(let cadence): cadence.during.references.union(cadence.expect.references)
    case .check, .invariant: References()
    }
  }
}
