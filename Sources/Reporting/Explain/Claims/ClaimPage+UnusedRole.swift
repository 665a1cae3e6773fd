import Diagnostics

extension ClaimPage {
  /// The page on a role that nothing names.
  static let unusedRole = ClaimPage(
    .unusedRole, "A role that nothing names",
    claims: """
      No condition and no figure names the role. It is told only where everything is asked for.
      """,
    matters: """
      A history may record who attended, and no rule asks whether they had to.
      """,
    bad: """
      vocabulary: small
      roles: {social_worker: {title: Social worker}, health_visitor: {title: Health visitor}}
      events: {conference_held: {attributes: {attended: set of role}}}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: conference_held, from: none, when: 'list contains(this.attended, "social_worker")'}
      """,
    mend: """
      Name the role in the rule that needs it, or delete it.
      """,
    good: """
      vocabulary: small
      roles: {social_worker: {title: Social worker}, health_visitor: {title: Health visitor}}
      events: {conference_held: {attributes: {attended: set of role}}}
      === plan.yaml
      workflow: plan
      title: The plan
      states: {none: {start: true}}
      transitions:
        - {on: conference_held, from: none, when: 'list contains(this.attended, "social_worker") or list contains(this.attended, "health_visitor")'}
      """,
    unseen: """
      A rule with "each" asks of every role in a set without naming one.
      """)
}
