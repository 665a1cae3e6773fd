import Diagnostics

extension ClaimPage {
  /// The page on two rules that nobody can keep both.
  static let rulesContradict = ClaimPage(
    .rulesContradict, "Two rules that nobody can keep both",
    claims: """
      Both rules apply at one event, or in one state, on some day on which both are in force, and what they \
      require cannot hold together. The note points at the other.
      """,
    matters: """
      Whoever keeps the one breaks the other, and is told for it. Staff learn to pass over what the procedure \
      says, and then over what protects the child.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      rules:
        plan_if_quorate:
          says: A quorate conference makes a plan.
          at: conference_held
          when: this.quorate
          require: 'this.outcome = "plan"'
          finds: missed
          source: guide
        no_plan_at_first:
          says: A conference makes no plan.
          at: conference_held
          require: 'this.outcome != "plan"'
          finds: missed
          source: guide
      """,
    mend: """
      Narrow one of the two with "when", "while" or "in force", or correct what it requires.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      rules:
        plan_if_quorate:
          says: A quorate conference makes a plan.
          at: conference_held
          when: this.quorate
          require: 'this.outcome = "plan"'
          finds: missed
          source: guide
        no_plan_otherwise:
          says: A conference without a quorum makes no plan.
          at: conference_held
          when: not(this.quorate)
          require: 'this.outcome != "plan"'
          finds: missed
          source: guide
      """,
    unseen: """
      Checks are compared with checks at the same event or change of state, and invariants with invariants; \
      not one with the other, and not deadlines. Rules that contradict one another only in some of the cases \
      to which both apply are not told.
      """)
}
