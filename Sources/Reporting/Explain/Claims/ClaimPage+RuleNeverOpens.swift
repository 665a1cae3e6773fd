import Diagnostics

extension ClaimPage {
  /// The page on a rule that can never begin.
  static let ruleNeverOpens = ClaimPage(
    .ruleNeverOpens, "A rule that can never begin",
    claims: """
      The clock of the rule can never open, or its check is never made: it waits for a state that no way leads \
      to or that is never left, for another rule that never opens, or its "while" shuts out the state by which \
      it opens.
      """,
    matters: """
      The rule stands in the procedure and is never judged. A report without a breach under it says nothing \
      about the child, and reads as if all were well.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        visited:
          says: The child is seen within ten working days of the plan's start.
          within: 10 working days
          of: entering on_plan
          while: none
          expect: visit_made
          source: guide
      """,
    mend: """
      Correct what the rule waits for, or its "while"; or delete the rule.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions:
        - {on: conference_held, from: none, to: on_plan}
        - {on: plan_ended, from: on_plan, to: ended}
      rules:
        visited:
          says: The child is seen within ten working days of the plan's start.
          within: 10 working days
          of: entering on_plan
          while: on_plan
          expect: visit_made
          source: guide
      """,
    unseen: """
      An event counts as one that can happen. Where a workflow goes on by itself, by signals or completion, or \
      where the state is the start, a "while" beside the state entered is not judged. A step that was passed \
      over may open what the procedure's own steps cannot.
      """)
}
