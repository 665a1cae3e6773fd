import Diagnostics

extension ClaimPage {
  /// The page on a state that no way leads to.
  static let unreachableState = ClaimPage(
    .unreachableState, "A state that no way leads to",
    claims: """
      No sequence of events leads to the state, whatever the guards say.
      """,
    matters: """
      No child is ever in it, so whatever is ruled there protects nobody. Often the transition that should \
      lead to it names another state.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, under_review: {}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: [on_plan, under_review], to: none}
      """,
    mend: """
      Add a transition to it, or delete it with what is ruled there.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, under_review: {}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: visit_made, from: on_plan, to: under_review}
        - {on: plan_ended, from: [on_plan, under_review], to: none}
      """,
    unseen: """
      Guards are not asked: a state to which only a guard that never holds leads counts as reachable. A \
      history that says in which state a child starts is not looked at.
      """)
}
