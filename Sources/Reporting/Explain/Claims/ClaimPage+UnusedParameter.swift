import Diagnostics

extension ClaimPage {
  /// The page on a figure that nothing reads.
  static let unusedParameter = ClaimPage(
    .unusedParameter, "A figure that nothing reads",
    claims: """
      No rule and no guard reads the figure, with any profile.
      """,
    matters: """
      Whoever changes the figure believes that the procedure changes, and it does not.
      """,
    bad: """
      workflow: plan
      title: The plan
      parameters: {visit_within: 10 working days}
      states: {none: {start: true}}
      rules:
        visited:
          says: The child is seen soon.
          within: 2 weeks
          of: referral_received
          expect: visit_made
          source: guide
      """,
    mend: """
      Read it in the rule that states its number, or delete it.
      """,
    good: """
      workflow: plan
      title: The plan
      parameters: {visit_within: 10 working days}
      states: {none: {start: true}}
      rules:
        visited:
          says: The child is seen soon.
          within: visit_within
          of: referral_received
          expect: visit_made
          source: guide
      """,
    unseen: """
      A figure that only a rule which can never begin reads counts as read.
      """)
}
