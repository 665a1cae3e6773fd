import Diagnostics

extension ClaimPage {
  /// The page on limits and checks that nobody can keep together.
  static let timescalesNotMetTogether = ClaimPage(
    .timescalesNotMetTogether, "Timescales that cannot be met together",
    claims: """
      Once an event has set a limit running, what the limit expects cannot happen in time without breaking a check: the \
      checks want more days before it than the limit leaves, by themselves or through steps that must come before. Every \
      working day of the four years from the newest version of the rules is tried as the first, with its holidays, and it \
      is told whether this is so on all of them or on which. Two dated examples show it, and `plumbline replay` confirms \
      both: in the one the limit is met and a check is broken, in the other every check is kept and the limit is met late.
      """,
    matters: """
      Whoever works under such rules breaks one of them whatever they do. The findings then tell against people what is \
      the procedure's own fault.
      """,
    bad: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions: [{on: conference_held, from: none, to: on_plan}, {on: plan_ended, from: on_plan, to: ended}]
      rules:
        conference_in_time: {says: The conference is held within ten working days., within: 10 working days,
          of: referral_received, expect: conference_held, source: guide}
        visited_before: {says: The child is visited three weeks before the conference., at: conference_held,
          require: 'some v in visit_made satisfies working days between(v.happened, this.happened) >= 15',
          finds: not told, source: guide}
        visited_after_referral: {says: Nobody visits before the referral., at: visit_made,
          require: occurred(referral_received), finds: out of order, source: guide}
      """,
    mend: """
      Lengthen the limit, shorten what the check wants, or say with `when` in which cases the one gives way to the other. \
      Where it is so only about holidays, count in working days what the other rule counts in working days.
      """,
    good: """
      workflow: plan
      title: The plan
      states: {none: {start: true}, on_plan: {}, ended: {end: true}}
      transitions: [{on: conference_held, from: none, to: on_plan}, {on: plan_ended, from: on_plan, to: ended}]
      rules:
        conference_in_time: {says: The conference is held within ten working days., within: 10 working days,
          of: referral_received, expect: conference_held, source: guide}
        visited_before: {says: The child is visited a week before the conference., at: conference_held,
          require: 'some v in visit_made satisfies working days between(v.happened, this.happened) >= 5',
          finds: not told, source: guide}
        visited_after_referral: {says: Nobody visits before the referral., at: visit_made,
          require: occurred(referral_received), finds: out of order, source: guide}
      """,
    unseen: """
      Limits on events are asked, not those on states entered or left, those with an extension, and those of one clock \
      for each of several. Of checks counts what they say of the days of earlier events, where nothing else decides \
      whether the check is made; a latest day that a check sets is not asked. Invariants are not asked either. Where no \
      example is found, nothing is told.
      """)
}
