import Diagnostics

extension ClaimPage {
  /// The page on a condition that can never hold.
  static let conditionNeverHolds = ClaimPage(
    .conditionNeverHolds, "A condition that can never hold",
    claims: """
      Nothing that a record could state makes the condition true: by itself, beside what else must hold at the \
      same moment, or in the state the transition leads from.
      """,
    matters: """
      The transition is never taken, or the rule never applies, and nobody is told: the procedure looks as \
      though it asked for something. Where it is what a rule requires, every case is told as a breach that \
      nobody could avoid.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      rules:
        quorate:
          says: A conference that makes a plan is quorate.
          at: 'conference_held[outcome = "plan"]'
          when: 'this.outcome = "end"'
          require: this.quorate
          finds: absent
          source: guide
      """,
    mend: """
      Correct the condition. What must never be is written as `require: false`, which is not told.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      rules:
        quorate:
          says: A conference that makes a plan is quorate.
          at: 'conference_held[outcome = "plan"]'
          when: list contains(this.attended, "social_worker")
          require: this.quorate
          finds: absent
          source: guide
      """,
    unseen: """
      The proof knows constants, the words of closed lists, which states go together, the values of figures, \
      and that a condition and its own not(...) exclude one another. It does not look into some, every, sums, \
      or dates worked out from other dates. A figure that is true or false counts as a switch that a profile \
      may turn.
      """)
}
