import Testing

/// Limits: how they are counted and met, and what opens them.
@Suite struct `Scenarios of limits` {
  private let assessment = "assessment: {within: 15 working days, of: assessment_started, expect: assessment_completed}"

  // MARK: Counting

  /// Monday 8 January is not counted; the fifteenth working day after it is Monday 29 January.
  @Test func `An assessment on the fifteenth working day is in time`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-29}
      """, ["assessment by start: met, due 2024-01-29"])
  }

  @Test func `An assessment on the day after is late, whatever the record leaves out`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-30}
      """, ["assessment by start: late, due 2024-01-29, late 1 working days"])
  }

  /// 26, 27 and 28 March, 2 and 3 April.
  @Test func `Good Friday and Easter Monday are not counted`() throws {
    try expectTold(
      "assessment: {within: 5 working days, of: assessment_started, expect: assessment_completed}",
      """
      observed until: 2024-04-30
      events:
        - {id: start, event: assessment_started, when: 2024-03-25}
        - {id: end, event: assessment_completed, when: 2024-04-04}
      """, ["assessment by start: late, due 2024-04-03, late 1 working days"])
  }

  @Test func `A limit that begins with its first day ends a day earlier`() throws {
    try expectTold(
      assessment.replacing("{within", with: "{counting: inclusive, within"),
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-29}
      """, ["assessment by start: late, due 2024-01-26, late 1 working days"])
  }

  @Test func `A limit in weeks may end on Easter Monday and does not roll`() throws {
    try expectTold(
      "assessment: {within: 12 weeks, of: assessment_started, expect: assessment_completed}",
      """
      observed until: 2024-04-30
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-04-01}
      """, ["assessment by start: met, due 2024-04-01"])
  }

  @Test func `A month from the last day of January ends on the last day of February, and a day late is no month late`() throws {
    try expectTold(
      "assessment: {within: 1 month, of: assessment_started, expect: assessment_completed}",
      """
      observed until: 2024-04-30
      events:
        - {id: start, event: assessment_started, when: 2024-01-31}
        - {id: end, event: assessment_completed, when: 2024-03-01}
      """, ["assessment by start: late, due 2024-02-29, late 0 months"])
  }

  @Test func `Seventy-two hours run by the clock`() throws {
    try expectTold(
      "seen: {within: 72 hours, of: order_made, expect: visit_attempted}",
      """
      observed until: 2024-02-29
      events:
        - {id: order, event: order_made, when: 2024-01-08 10:00}
        - {id: visit, event: visit_attempted, when: 2024-01-11 11:00}
      """, ["seen by order: late, due 2024-01-11, late 1 hours"])
  }

  @Test func `Without times of day the last day of seventy-two hours is only possibly late`() throws {
    try expectTold(
      "seen: {within: 72 hours, of: order_made, expect: visit_attempted}",
      """
      observed until: 2024-02-29
      events:
        - {id: order, event: order_made, when: 2024-01-08}
        - {id: visit, event: visit_attempted, when: 2024-01-11}
      """, ["seen by order: late, possible, due 2024-01-11, late 1 to 24 hours"])
  }

  // MARK: Opening and closing

  @Test func `One assessment completed closes every limit that waits for it`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: first, event: assessment_started, when: 2024-01-08}
        - {id: second, event: assessment_started, when: 2024-01-10}
        - {id: end, event: assessment_completed, when: 2024-01-29}
      """, ["assessment by first: met, due 2024-01-29", "assessment by second: met, due 2024-01-31"])
  }

  @Test func `A visit closes the limit of the one before and never meets its own`() throws {
    try expectTold(
      "again: {within: 10 days, of: visit_attempted, expect: visit_attempted}",
      """
      observed until: 2024-01-20
      events:
        - {id: first, event: visit_attempted, when: 2024-01-08}
        - {id: second, event: visit_attempted, when: 2024-01-15}
      """, ["again by first: met, due 2024-01-18", "again by second: running, due 2024-01-25"])
  }

  @Test func `What was done earlier on the same day meets the limit`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: end, event: assessment_completed, when: 2024-01-08}
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: met, due 2024-01-29"])
  }

  @Test func `What was done the day before does not`() throws {
    try expectTold(
      assessment,
      """
      complete for: [assessment_completed]
      observed until: 2024-01-30
      events:
        - {id: end, event: assessment_completed, when: 2024-01-05}
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: missed, due 2024-01-29, late 1 working days"])
  }

  @Test func `A plan already made meets the limit for making one`() throws {
    try expectTold(
      "plan_made: {within: 5 working days, of: assessment_started, expect: entering plan.on_plan}",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["plan_made by start: met, due 2024-01-15"])
  }

  @Test func `Each action has the limit that it was agreed with, and only the same kind completes it`() throws {
    try expectTold(
      "action: {within: trigger.due, of: action_agreed, expect: 'action_completed[kind = trigger.kind]'}",
      """
      observed until: 2024-02-29
      events:
        - {id: referral, event: action_agreed, kind: referral, due: 10 days, when: 2024-01-08}
        - {id: advice, event: action_agreed, kind: advice, due: 3 days, when: 2024-01-08}
        - {id: advised, event: action_completed, kind: advice, when: 2024-01-12}
        - {id: referred, event: action_completed, kind: referral, when: 2024-01-18}
      """, ["action by referral: met, due 2024-01-18", "action by advice: late, due 2024-01-11, late 1 days"])
  }

  @Test func `Every agency invited is told, or is told of by itself`() throws {
    try expectTold(
      "told: {within: 1 working day, of: conference_held, each: agency in trigger.invited, expect: 'agency_told[agency = each]'}",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      complete for: [agency_told]
      observed until: 2024-01-12
      events:
        - {id: conference, event: conference_held, invited: [health_visitor, police], when: 2024-01-08}
        - {id: told, event: agency_told, agency: health_visitor, when: 2024-01-09}
      """,
      [
        "told for health_visitor by conference: met, due 2024-01-09",
        "told for police by conference: missed, due 2024-01-09, late 3 working days",
      ])
  }

  @Test func `Whom to tell is not recorded where nobody says who was invited`() throws {
    try expectTold(
      "told: {within: 1 working day, of: conference_held, each: agency in trigger.invited, expect: 'agency_told[agency = each]'}",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      complete for: [agency_told]
      observed until: 2024-01-12
      events:
        - {id: conference, event: conference_held, when: 2024-01-08}
      """, ["told by conference: not recorded"])
  }

  @Test func `A rule does not reach back before it came into force`() throws {
    try expectTold(
      assessment.replacing("{within", with: "{in force: 2024-02-01.., within"),
      """
      observed until: 2024-02-29
      events:
        - {id: old, event: assessment_started, when: 2024-01-08}
        - {id: current, event: assessment_started, when: 2024-02-01}
        - {id: end, event: assessment_completed, when: 2024-02-15}
      """, ["assessment by current: met, due 2024-02-22"])
  }

  // MARK: A date ahead

  private let preBirth = "pre_birth: {ahead: 10 weeks, of: pregnancy_known.expected_birth, expect: assessment_completed}"

  /// Ten weeks before 1 June is 23 March; 8 April is sixteen days later.
  @Test func `A step that is due before the birth is late by whole weeks`() throws {
    try expectTold(
      preBirth,
      """
      observed until: 2024-06-30
      events:
        - {id: known, event: pregnancy_known, expected_birth: 2024-06-01, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-04-08}
      """, ["pre_birth by known: late, due 2024-03-23, late 2 weeks"])
  }

  @Test func `A later date moves the limit that is open`() throws {
    try expectTold(
      preBirth,
      """
      observed until: 2024-06-30
      events:
        - {id: known, event: pregnancy_known, expected_birth: 2024-06-01, when: 2024-01-08}
        - {id: scan, event: pregnancy_known, expected_birth: 2024-06-15, when: 2024-02-01}
        - {id: end, event: assessment_completed, when: 2024-04-05}
      """, ["pre_birth by known: met, due 2024-04-06"])
  }

  /// The fifteenth working day after 1 May, with the holiday of 6 May between.
  @Test func `A pregnancy known too late has the other limit`() throws {
    try expectTold(
      preBirth.replacing("{ahead", with: "{or within: 15 working days, ahead"),
      """
      observed until: 2024-06-30
      events:
        - {id: known, event: pregnancy_known, expected_birth: 2024-06-01, when: 2024-05-01}
        - {id: end, event: assessment_completed, when: 2024-05-23}
      """, ["pre_birth by known: met, due 2024-05-23"])
  }

  @Test func `Without the date there is no limit to be met`() throws {
    try expectTold(
      preBirth,
      """
      observed until: 2024-06-30
      events:
        - {id: known, event: pregnancy_known, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-10}
      """, ["pre_birth by known: not recorded"])
  }
}
