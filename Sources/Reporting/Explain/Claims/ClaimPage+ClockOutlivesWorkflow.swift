import Diagnostics

extension ClaimPage {
  /// The page on a limit that runs on when its workflow has ended.
  static let clockOutlivesWorkflow = ClaimPage(
    .clockOutlivesWorkflow, "A clock that outlives its workflow",
    claims: """
      A limit of the workflow can still run when the workflow has come to its end, though it was opened before. It is \
      shown by a dated example, which `plumbline replay` confirms.
      """,
    matters: """
      If nothing is left to be done by then, the limit is later told as missed, and a flag that nobody can defend hides \
      those that matter.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        first_visit: {says: A visit is made., within: 2 weeks, of: conference_held, expect: visit_made, source: guide}
      """,
    mend: """
      Say with `while` in which states the clock runs, or with `unless` what ends it besides. A limit that is meant to \
      run on, such as for a record that is due in any case, may stand.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        first_visit: {says: A visit is made., within: 2 weeks, of: conference_held, while: on_plan, expect: visit_made,
          source: guide}
      """,
    unseen: """
      Only workflows that have an end are asked, and only limits without a `while`. That no example was found proves \
      nothing.
      """)
}
