import Testing

/// What is asked of every dating by itself, and what the answer hangs on.
@Suite struct `Scenarios of every dating` {
  /// Whether the child was seen is not recorded, and not asked for: the outcome was another. Whether the child was born
  /// is left open by dates alone.
  @Test func `What was read in vain is not missing`() throws {
    try expectTold(
      "seen: {at: visit_attempted, require: 'this.child_seen and this.outcome = \"inside\" or unborn', finds: conflict}",
      """
      children: {theo: {known: known, born: birth}}
      observed until: 2024-03-31
      events:
        - {id: known, event: pregnancy_known, when: 2024-01-01}
        - {id: birth, event: birth, order: free, when: 2024-01-05 to 2024-01-11}
        - {id: visit, event: visit_attempted, outcome: doorstep, when: 2024-01-08}
      """, ["seen by visit: broken, possible"])
  }

  /// Nothing says whether there is a plan, which does not matter where there is no order. The visit was before the fourth
  /// of January or after it.
  @Test func `A state of which nothing is recorded is not missing where another decides`() throws {
    try expectTold(
      """
      planned: {while: 'latest(visit_attempted).happened <= date("2024-01-04")', \
      require: 'plan.on_plan and court.order', finds: conflict}
      """,
      """
      children: {ruby: {starts in: {court: no_order}}}
      observed until: 2024-01-31
      events:
        - {id: visit, event: visit_attempted, when: 2024-01-01 to 2024-01-07}
      """, ["planned by visit: broken, possible"])
  }

  @Test func `What is not recorded under one dating is not decided by the other`() throws {
    try expectTold(
      "seen: {at: visit_attempted, require: 'this.child_seen or unborn', finds: conflict}",
      """
      children: {theo: {known: known, born: birth}}
      observed until: 2024-03-31
      events:
        - {id: known, event: pregnancy_known, when: 2024-01-01}
        - {id: birth, event: birth, order: free, when: 2024-01-05 to 2024-01-11}
        - {id: visit, event: visit_attempted, outcome: doorstep, when: 2024-01-08}
      """, ["seen by visit: not recorded"])
  }

  /// Overdue 21 days after the start, on 29 January to 2 February; the record of orders is complete until 22 days after
  /// it, which is later whenever the start was, though the spans overlap.
  @Test func `The day after a due date is compared under every dating`() throws {
    try expectTold(
      """
      assessment: {within: 20 days, of: assessment_started, expect: assessment_completed}
      told: {within: 2 days, of: overdue assessment, expect: manager_told, when: 'not(occurred(order_made))'}
      """,
      """
      complete for: [assessment_completed, manager_told, {event: order_made, until: group}]
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01-08 to 2024-01-12}
        - {id: group, event: core_group_held, when: 22 days after start}
      """,
      [
        "assessment by start: missed, due 2024-01-28 to 2024-02-01, late 59 to 63 days",
        "told by start: missed, due 2024-01-31 to 2024-02-04, late 56 to 60 days",
      ])
  }

  /// The second order shows that the first was revoked some time from 1 January to 1 March, and the interval with it. Of
  /// the stretch from 10 January the last due date is 20 January: it was overrun by 1 to 11 days, or not at all.
  @Test func `A stretch reaches no further than an end that is uncertain`() throws {
    try expectTold(
      "group: {every: 10 days, while: court.order, expect: core_group_held}",
      """
      complete for: [{event: core_group_held, from: 2024-01-10, until: 2024-01-31}]
      observed until: 2024-03-05
      events:
        - {id: order, event: order_made, when: 2024-01-01}
        - {id: again, event: order_made, when: 2024-03-01}
      """,
      [
        "court at again: jumped order_revoked",
        "group by order: missed, possible, due 2024-01-20, late 1 to 11 days, intervals 1",
        "group by again: running, due 2024-03-11",
      ])
  }

  /// Five working days before 16 February is Friday 9, before Saturday 17 it is Monday 12; no day between is due. Five
  /// working days after the day after is 16 or 20 February.
  @Test func `A limit counted back from one of two days is due on one of two`() throws {
    try expectTold(
      """
      told: {ahead: 5 working days, of: pregnancy_known.expected_birth, expect: manager_told}
      order: {within: 5 working days, of: overdue told, expect: order_made}
      """,
      """
      complete for: [manager_told]
      observed until: 2024-02-29
      events:
        - {id: known, event: pregnancy_known, expected_birth: 2024-02-16 to 2024-02-17, when: 2024-01-08}
        - {id: made, event: order_made, when: 2024-02-20}
      """,
      [
        "told by known: missed, due 2024-02-09 to 2024-02-12, late 13 to 14 working days",
        "order by known: late, possible, due 2024-02-16 to 2024-02-20, late 2 working days",
      ])
  }

  /// By the new date the step is due on 10 April, by the old on 10 February.
  @Test(arguments: [false, true]) func `A date carried anew counts for whatever the event opens`(isLast: Bool) throws {
    let told = "told: {ahead: 5 days, of: pregnancy_known.expected_birth, expect: manager_told}"
    let group = "group: {within: 5 days, of: pregnancy_known, expect: core_group_held, when: 'due(told) < date(\"2024-03-01\")'}"
    try expectTold(
      (isLast ? [group, told] : [told, group]).joined(separator: "\n"),
      """
      observed until: 2024-02-15
      events:
        - {id: known, event: pregnancy_known, expected_birth: 2024-02-15, when: 2024-01-08}
        - {id: again, event: pregnancy_known, expected_birth: 2024-04-15, when: 2024-01-20}
      """, ["told by known: running, due 2024-04-10"])
  }

  /// The first announcement meets the interval if it was made before 15 February. The step was overdue from 30 January in
  /// any case, but not certainly for 31 days.
  @Test func `A stretch in which something may have met the interval is told as possible`() throws {
    try expectTold(
      "group: {every: 10 days, while: court.order, expect: 'pregnancy_known[expected_birth > happened]'}",
      """
      complete for: [{event: pregnancy_known, from: 2024-01-20}]
      observed until: 2024-03-05
      events:
        - {id: order, event: order_made, when: 2024-01-01}
        - {id: known, event: pregnancy_known, expected_birth: 2024-02-15, when: 2024-02-10 to 2024-02-20}
        - {id: again, event: pregnancy_known, expected_birth: 2024-06-01, when: 2024-03-01}
      """,
      [
        "group by order: missed, possible, due 2024-01-30, late 31 days, intervals 4",
        "group by again: running, due 2024-03-11",
      ])
  }

  /// On 12 January the record says that no visit was made; at its end, on 31 March, it no longer says so, and there may
  /// have been one since the order that nothing tells of.
  @Test func `What an entry says was not done is asked at the time when the clock ends`() throws {
    try expectTold(
      """
      visit: {within: 2 days, of: assessment_started, \
      expect: 'visit_attempted[count(since(visit_attempted, order_made)) >= 1]'}
      """,
      """
      observed until: 2024-03-31
      events:
        - {id: none, event: visit_attempted, done: no, from: 2024-01-08, until: 2024-02-08}
        - {id: start, event: assessment_started, when: 2024-01-10}
      """, ["visit by start: missed, due 2024-01-12, late 27 days"])
  }
}
