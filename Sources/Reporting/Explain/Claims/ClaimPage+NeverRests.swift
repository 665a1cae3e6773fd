import Diagnostics

extension ClaimPage {
  /// The page on a workflow that never rests.
  static let neverRests = ClaimPage(
    .neverRests, "States that lead on to one another for ever",
    claims: """
      From each of the states a transition that waits for no event, and whose condition always holds, leads to the \
      next, and from the last of them to the first.
      """,
    matters: """
      A case that comes there is in no state: the steps are stopped after a thousand, wherever that is. What is told \
      of the case from then on hangs on that number.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, opening: {}, on_plan: {}}
      transitions:
        - {on: conference_held, from: none, to: opening}
        - {from: opening, to: on_plan, when: "true"}
        - {from: on_plan, to: opening, when: "true"}
      """,
    mend: "Let one of the transitions wait for an event, or for a condition.",
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, opening: {}, on_plan: {}}
      transitions:
        - {on: conference_held, from: none, to: opening}
        - {from: opening, to: on_plan, when: "true"}
        - {on: plan_ended, from: on_plan, to: opening}
      """,
    unseen: """
      Only conditions that always hold are seen, and only states with no parallel state around them. A signal that a \
      machine raises again and again keeps it from rest as well, and is not told.
      """)
}
