import Testing

/// Steps that were jumped, and what follows from a state entered at some unknown time.
@Suite struct `Scenarios of missed transitions` {
  @Test func `A conference without an enquiry jumps the enquiry`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: conference, event: conference_held, outcome: plan, when: 2024-01-08}
      """, ["plan at conference: jumped enquiry_started"])
  }

  @Test func `A step that the record denies was jumped for certain`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: known, event: assessment_started, when: 2024-01-02}
        - {id: none, event: enquiry_started, done: no, from: known, until: 2024-01-08}
        - {id: conference, event: conference_held, outcome: plan, when: 2024-01-08}
      """, ["plan at conference: jumped enquiry_started (not done)"])
  }

  @Test func `The end of a plan that never began jumps all that leads to it`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: ended, event: plan_ended, when: 2024-01-08}
      """, ["plan at ended: jumped enquiry_started, conference_held"])
  }

  @Test func `An enquiry in the middle of a plan is out of order`() throws {
    try expectTold(
      "",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-08}
      """, ["plan at enquiry: out of order"])
  }

  @Test func `A conference of which the outcome is not recorded is where two ways part`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, when: 2024-01-08}
      """, ["plan at conference: undecided"])
  }

  @Test func `A conference without an enquiry of which the outcome is not recorded is undecided`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: conference, event: conference_held, when: 2024-01-08}
      """, ["plan at conference: undecided"])
  }

  @Test func `An enquiry after the end begins the next episode`() throws {
    try expectTold(
      "conference: {within: 15 working days, of: enquiry_started, expect: conference_held}",
      """
      observed until: 2024-03-10
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: no_plan, when: 2024-01-08}
        - {id: return, event: enquiry_started, when: 2024-03-01}
      """,
      ["conference by enquiry: met, due 2024-01-23", "conference by return in episode 2: running, due 2024-03-22"])
  }

  @Test func `A conference after the end begins the next episode by a jump`() throws {
    try expectTold(
      "",
      """
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: no_plan, when: 2024-01-08}
        - {id: again, event: conference_held, outcome: plan, when: 2024-03-01}
      """, ["plan at again in episode 2: jumped enquiry_started"])
  }

  // MARK: What a jumped state opens

  private let coreGroup = "core_group: {within: 10 working days, of: entering plan.on_plan, expect: core_group_held}"

  /// On the plan at some time from 1 January to 1 March, so the core group was due between 15 January and 15 March.
  @Test func `A state that was jumped was entered at some time before it shows`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-03-29
      events:
        - {id: known, event: assessment_started, when: 2024-01-01}
        - {id: ended, event: plan_ended, when: 2024-03-01}
      """,
      [
        "core_group by ended: missed, due 2024-01-15 to 2024-03-15, late 9 to 53 working days",
        "plan at ended: jumped enquiry_started, conference_held",
      ])
  }

  /// The core group of 18 January was in time if the plan began shortly before it.
  @Test func `A core group held while a jumped plan may already have begun may have met the limit`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-03-29
      events:
        - {id: known, event: assessment_started, when: 2024-01-01}
        - {id: group, event: core_group_held, when: 2024-01-18}
        - {id: ended, event: plan_ended, when: 2024-03-01}
      """,
      [
        "core_group by ended: missed, possible, due 2024-01-15 to 2024-03-15, late 9 to 53 working days",
        "plan at ended: jumped enquiry_started, conference_held",
      ])
  }

  @Test func `A core group after a jumped plan is only possibly late where an earlier one may have been in time`() throws {
    try expectTold(
      coreGroup,
      """
      observed until: 2024-03-29
      events:
        - {id: known, event: assessment_started, when: 2024-01-01}
        - {id: group, event: core_group_held, when: 2024-01-18}
        - {id: ended, event: plan_ended, when: 2024-03-01}
        - {id: second, event: core_group_held, when: 2024-03-20}
      """,
      [
        "core_group by ended: late, possible, due 2024-01-15 to 2024-03-15, late 3 to 47 working days",
        "plan at ended: jumped enquiry_started, conference_held",
      ])
  }

  @Test func `A core group before anything of the plan is known met no limit of it`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-03-29
      events:
        - {id: known, event: assessment_started, when: 2024-01-01}
        - {id: enquiry, event: enquiry_started, when: 2024-01-18}
        - {id: group, event: core_group_held, when: 2024-01-18}
        - {id: ended, event: plan_ended, when: 2024-03-01}
      """,
      [
        "core_group by ended: missed, due 2024-02-01 to 2024-03-15, late 9 to 40 working days",
        "plan at ended: jumped conference_held",
      ])
  }

  /// Whether the plan began before the visit or after it, seven weeks without one followed.
  @Test func `A long gap after a jumped plan is certain whether or not an earlier visit began it`() throws {
    try expectTold(
      "visits: {every: 2 weeks, while: plan.on_plan, expect: visit_attempted}",
      """
      complete for: [visit_attempted]
      observed until: 2024-04-30
      events:
        - {id: known, event: assessment_started, when: 2024-01-01}
        - {id: first, event: visit_attempted, when: 2024-01-18}
        - {id: review, event: conference_held, outcome: plan, when: 2024-02-01}
        - {id: last, event: visit_attempted, when: 2024-03-08}
        - {id: ended, event: plan_ended, when: 2024-03-10}
      """,
      [
        "visits by review: late, due 2024-02-15, late 3 weeks, intervals 2", "visits by last: lapsed, due 2024-03-22",
        "plan at review: jumped enquiry_started",
      ])
  }
}
