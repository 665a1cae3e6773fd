import Diagnostics

extension ClaimPage {
  /// The page on two transitions that may both be taken.
  static let overlappingTransitions = ClaimPage(
    .overlappingTransitions, "Two transitions may both be taken",
    claims: """
      From one state two transitions hear the same event, and their guards do not shut one another out. The \
      note tells an event, and states beside it, on which both guards hold.
      """,
    matters: """
      Which of the two is taken would hang on the order of lines in a file. A child's case would go one way or \
      the other for a reason that nobody decided, and every clock that hangs on the state would open or not \
      with it.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, urgent: {}}
      transitions:
        - {on: conference_held, from: none, to: on_plan, when: 'this.outcome = "plan"'}
        - {on: conference_held, from: none, to: urgent, when: this.quorate}
        - {on: plan_ended, from: [on_plan, urgent], to: none}
      """,
    mend: """
      Give each a "when" that shuts the other out: compare one attribute with different words, or join \
      not(...) of the other guard.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, urgent: {}}
      transitions:
        - {on: conference_held, from: none, to: on_plan, when: 'this.outcome = "plan" and not(this.quorate)'}
        - {on: conference_held, from: none, to: urgent, when: this.quorate}
        - {on: plan_ended, from: [on_plan, urgent], to: none}
      """,
    unseen: """
      Guards are told apart by what they compare with constants, by the states of other workflows that exclude \
      one another, and by their own not(...). Two guards that only the facts of a case keep apart are told all \
      the same.
      """)
}
