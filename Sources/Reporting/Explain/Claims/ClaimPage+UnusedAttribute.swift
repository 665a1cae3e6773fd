import Diagnostics

extension ClaimPage {
  /// The page on an attribute that nothing reads.
  static let unusedAttribute = ClaimPage(
    .unusedAttribute, "An attribute that nothing reads",
    claims: """
      No condition reads the attribute of the event. It is told only where everything is asked for.
      """,
    matters: """
      What is recorded there changes no verdict.
      """,
    bad: """
      vocabulary: small
      roles: {}
      events: {visit_made: {attributes: {child_seen: boolean, minutes: number}}}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: visit_made, from: none, when: this.child_seen}
      """,
    mend: """
      Read it where it matters, or delete it.
      """,
    good: """
      vocabulary: small
      roles: {}
      events: {visit_made: {attributes: {child_seen: boolean, minutes: number}}}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: visit_made, from: none, when: this.child_seen and this.minutes > 10}
      """,
    unseen: """
      An attribute that one event's condition reads counts as read for that event alone.
      """)
}
