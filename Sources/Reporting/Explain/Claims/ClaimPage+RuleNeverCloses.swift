import Diagnostics

extension ClaimPage {
  /// The page on a rule that nothing can meet.
  static let ruleNeverCloses = ClaimPage(
    .ruleNeverCloses, "A rule that nothing can meet",
    claims: """
      What the rule expects can never happen: a state that no way leads to, leaving a state that nothing \
      leaves, or an event with a condition that never holds, also after the event that opened the clock.
      """,
    matters: """
      Every child who comes under the rule is told as a breach, however well the work was done. Findings that \
      nobody could avoid hide those that matter.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}}
      transitions:
        - {on: conference_held, from: [none, on_plan], to: on_plan}
      rules:
        ended:
          says: A plan is ended within two years.
          within: 2 years
          of: entering on_plan
          expect: 'conference_held[outcome = "end" and outcome = "no_plan"]'
          source: guide
      """,
    mend: """
      Correct what is expected, or add the transition by which the state is entered or left.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}}
      transitions:
        - {on: conference_held, from: [none, on_plan], to: on_plan}
      rules:
        ended:
          says: A plan is ended within two years.
          within: 2 years
          of: entering on_plan
          expect: 'conference_held[outcome in ("end", "no_plan")]'
          source: guide
      """,
    unseen: """
      A state that can be entered only where the rule's "while" no longer holds is not told, since a clock is \
      met by the step that leaves it. Of "any of" all must be impossible, of "all of" one.
      """)
}
