import Diagnostics

extension ClaimPage {
  /// The page on a state with no way on.
  static let noWayOn = ClaimPage(
    .noWayOn, "A state with no way on",
    claims: """
      A child can come to the state, it is no end, and no transition of it or of a state around it leads to \
      another. It is also told once where no end of the workflow can be reached any more.
      """,
    matters: """
      A case that comes there stands still: no later step is known, so none can be missed, and no deadline \
      that hangs on a later state ever begins. A child at rest in such a state is out of everybody's sight.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, paused: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: referral_received, from: on_plan, to: paused}
        - {on: plan_ended, from: on_plan, to: ended}
      """,
    mend: """
      Add the transition by which the state is left. If nothing is to follow, mark it as an end; a state that \
      some transition enters anew from itself is meant to last and is not told.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, paused: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: referral_received, from: on_plan, to: paused}
        - {on: visit_made, from: paused, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      """,
    unseen: """
      Guards are not asked, so a way that no case can take counts as a way. Regions with one state, and \
      workflows with one, have nothing to lead to and are not told.
      """)
}
