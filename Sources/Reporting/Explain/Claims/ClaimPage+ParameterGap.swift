import Diagnostics

extension ClaimPage {
  /// The page on a figure without a value on some days.
  static let parameterGap = ClaimPage(
    .parameterGap, "A figure without a value on some days",
    claims: """
      The values of a dated figure begin on a day, and a rule that reads it is in force before. The message \
      tells from which day the figure has a value and which rules read it earlier.
      """,
    matters: """
      On those days the rule has no figure: a deadline without a length can be neither kept nor missed, and a \
      condition that asks for the figure does not hold. Older cases would be judged by silence.
      """,
    bad: """
      workflow: plan
      title: The plan
      parameters:
        assessment_within: {2013-04-15: 45 working days}
      states: {none: {start: true}}
      rules:
        assessed:
          says: The child is seen in the time that the figure gives.
          within: assessment_within
          of: referral_received
          expect: visit_made
          source: guide
      """,
    mend: """
      Add the value that applied before, or bound the rule with "in force". A figure that always applied needs \
      no date.
      """,
    good: """
      workflow: plan
      title: The plan
      parameters:
        assessment_within: {2013-04-15: 45 working days}
      states: {none: {start: true}}
      rules:
        assessed:
          says: The child is seen in the time that the figure gives.
          in force: 2013-04-15..
          within: assessment_within
          of: referral_received
          expect: visit_made
          source: guide
      """,
    unseen: """
      Only the first day is looked at: a value holds until the next one begins. A guard of a transition has no \
      days in force, and what it reads is not told.
      """)
}
