import Diagnostics

extension ClaimPage {
  /// The page on an event that nothing uses.
  static let unusedEvent = ClaimPage(
    .unusedEvent, "An event that nothing uses",
    claims: """
      No transition and no rule names the event, with any profile.
      """,
    matters: """
      It is recorded and never judged. Either a rule is missing, or the event is written for the chronology \
      alone.
      """,
    bad: """
      vocabulary: small
      roles: {}
      events:
        visit_made: {}
        letter_sent: {}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: visit_made, from: none}
      """,
    mend: """
      Write the rule that is missing, delete the event, or mark it with `context: true` where it is only for \
      the chronology.
      """,
    good: """
      vocabulary: small
      roles: {}
      events:
        visit_made: {}
        letter_sent: {context: true}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: visit_made, from: none}
      """,
    unseen: """
      That a rule names an event does not say that the rule is a good one.
      """)
}
