import Diagnostics

extension ClaimPage {
  /// The page on a source that nothing cites.
  static let unusedSource = ClaimPage(
    .unusedSource, "A source that nothing cites",
    claims: """
      No rule, workflow or figure rests on the source, with any profile.
      """,
    matters: """
      Either a rule that the source demands is missing, or the list claims more than the procedure covers.
      """,
    bad: """
      workflow: plan
      title: The plan
      sources:
        old_guide: {title: An old guide, force: practice_guidance}
      states: {none: {start: true}}
      rules:
        visited: {says: The child is seen soon., within: 2 weeks, of: referral_received, expect: visit_made, source: guide}
      """,
    mend: """
      Cite it where it is the source, or delete it.
      """,
    good: """
      workflow: plan
      title: The plan
      sources:
        old_guide: {title: An old guide, force: practice_guidance}
      states: {none: {start: true}}
      rules:
        visited: {says: The child is seen soon., within: 2 weeks, of: referral_received, expect: visit_made, source: guide}
        seen: {says: Each visit sees the child., at: visit_made, require: this.child_seen, finds: missed, source: old_guide}
      """,
    unseen: """
      Whether the source says what a rule says it does is for a reader to judge.
      """)
}
