import Diagnostics

extension ClaimPage {
  /// The page on a state in which a child can rest with no clock running.
  static let driftHole = ClaimPage(
    .driftHole, "A state in which a child can drift",
    claims: """
      A child can rest in the state for good with no clock running that is about the same workflow, and without \
      breaking an invariant. It is shown by a dated example, which `plumbline replay` confirms.
      """,
    matters: """
      Where no clock runs, nobody is told that nothing happens. A stay that was meant for days can last for months, \
      and no rule is broken.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        first_visit: {says: A visit is made., within: 2 weeks, of: entering on_plan, while: on_plan, expect: visit_made,
          source: guide}
      """,
    mend: """
      Add a cadence that runs in the state, or a limit on the stay that only leaving it ends. A hole that is meant, \
      such as where all that was to be done is done, may stand.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        visits: {says: Visits are made., every: 2 weeks, while: on_plan, expect: visit_made, source: guide}
      """,
    unseen: """
      Examples are of one child and of at most twenty events. Where none was found and no clock is proved to run, the \
      state is told as not decided.
      """)
}
