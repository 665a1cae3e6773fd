import Testing

/// What must happen again and again.
@Suite struct `Scenarios of intervals` {
  private let visits = "visits: {every: 1 week, while: plan.on_plan, expect: visit_attempted}"
  private let onPlan = "children: {ruby: {known: 2024-01-08, starts in: {plan: on_plan}}}\n"

  @Test func `Every interval is told, and a gap carries the weeks that went by`() throws {
    try expectTold(
      visits,
      onPlan + """
        complete for: [visit_attempted]
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: second, event: visit_attempted, when: 2024-02-09}
        """,
      [
        "visits by the start: met, due 2024-01-15",
        "visits by first: late, due 2024-01-19, late 3 weeks, intervals 3",
        "visits by second: running, due 2024-02-16",
      ])
  }

  @Test func `Between two visits there may have been others that nobody recorded`() throws {
    try expectTold(
      visits,
      onPlan + """
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: second, event: visit_attempted, when: 2024-02-09}
        """,
      [
        "visits by the start: met, due 2024-01-15", "visits by first: not recorded, due 2024-01-19",
        "visits by second: running, due 2024-02-16",
      ])
  }

  /// From 19 January to 2 February are two weeks, and not a day more.
  @Test func `A gap that the record says is told to the last day it says`() throws {
    try expectTold(
      visits,
      onPlan + """
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: none, event: visit_attempted, done: no, from: first, until: 2024-02-02}
          - {id: second, event: visit_attempted, when: 2024-02-09}
        """,
      [
        "visits by the start: met, due 2024-01-15",
        "visits by first: missed, due 2024-01-19, late 2 weeks, intervals 2",
        "visits by second: running, due 2024-02-16",
      ])
  }

  @Test func `A stretch without visits that is shorter than the interval shows no gap`() throws {
    try expectTold(
      visits,
      onPlan + """
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: none, event: visit_attempted, done: no, from: 2024-01-20, until: 2024-01-25}
          - {id: second, event: visit_attempted, when: 2024-02-09}
        """,
      [
        "visits by the start: met, due 2024-01-15", "visits by first: not recorded, due 2024-01-19",
        "visits by second: running, due 2024-02-16",
      ])
  }

  /// Wherever the last visit before 20 January was, the next was due by 27 January.
  @Test func `A stretch without visits that is longer than the interval shows a gap by itself`() throws {
    try expectTold(
      visits,
      onPlan + """
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: none, event: visit_attempted, done: no, from: 2024-01-20, until: 2024-02-03}
          - {id: second, event: visit_attempted, when: 2024-02-09}
        """,
      [
        "visits by the start: met, due 2024-01-15",
        "visits by first: missed, due 2024-01-27, late 1 weeks, intervals 1",
        "visits by second: running, due 2024-02-16",
      ])
  }

  @Test func `The first visit may be due earlier than the later ones`() throws {
    try expectTold(
      visits.replacing("{every", with: "{first: 3 days, every"),
      onPlan + """
        complete for: [visit_attempted]
        observed until: 2024-01-15
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
        """,
      ["visits by the start: late, due 2024-01-11, late 0 weeks, intervals 1", "visits by first: running, due 2024-01-19"])
  }

  @Test func `Each interval is as long as the parameter said on the day it began`() throws {
    try expectTold(
      visits.replacing("1 week", with: "visits_every"),
      """
      children: {ruby: {known: 2024-01-22, starts in: {plan: on_plan}}}
      observed until: 2024-02-09
      events:
        - {id: first, event: visit_attempted, when: 2024-02-02}
      """, ["visits by the start: met, due 2024-02-05", "visits by first: running, due 2024-02-09"])
  }

  @Test func `The end of the plan ends the interval`() throws {
    try expectTold(
      visits,
      onPlan + """
        complete for: [visit_attempted]
        observed until: 2024-02-12
        events:
          - {id: first, event: visit_attempted, when: 2024-01-12}
          - {id: ended, event: plan_ended, when: 2024-01-19}
        """, ["visits by the start: met, due 2024-01-15", "visits by first: lapsed, due 2024-01-19"])
  }

  @Test func `An interval that asks for two things is kept by the second of them`() throws {
    try expectTold(
      visits.replacing("visit_attempted", with: "'all of [visit_attempted, core_group_held]'"),
      onPlan + """
        observed until: 2024-01-18
        events:
          - {id: visit, event: visit_attempted, when: 2024-01-10}
          - {id: group, event: core_group_held, when: 2024-01-12}
        """, ["visits by the start: met, due 2024-01-15", "visits by group: running, due 2024-01-19"])
  }

  /// Six weeks at home: visits on days 2, 13, 27 with no reply and 39 on the doorstep.
  private let sixWeeks = """
    complete for: [visit_attempted]
    observed until: 2024-03-31
    events:
      - {id: day2, event: visit_attempted, outcome: inside, when: 2024-01-10}
      - {id: day13, event: visit_attempted, outcome: inside, when: 2024-01-21}
      - {id: day27, event: visit_attempted, outcome: no_reply, when: 2024-02-04}
      - {id: day39, event: visit_attempted, outcome: doorstep, when: 2024-02-16}
      - {id: ended, event: plan_ended, when: 2024-02-19}
    """

  @Test func `Of six weeks with a visit each four were tried`() throws {
    try expectTold(
      visits.replacing("{every", with: "{slots: fixed, every"), onPlan + sixWeeks,
      [
        "visits by the start: met, due 2024-01-15", "visits by the start: met, due 2024-01-22",
        "visits by the start: missed, due 2024-01-29",
        "visits by the start: met, due 2024-02-05",
        "visits by the start: missed, due 2024-02-12",
        "visits by the start: met, due 2024-02-19",
      ])
  }

  @Test func `Of six weeks with a visit each three had contact`() throws {
    try expectTold(
      visits.replacing("{every", with: "{slots: fixed, every")
        .replacing("visit_attempted", with: "'visit_attempted[outcome != \"no_reply\"]'"),
      onPlan + sixWeeks,
      [
        "visits by the start: met, due 2024-01-15", "visits by the start: met, due 2024-01-22",
        "visits by the start: missed, due 2024-01-29",
        "visits by the start: missed, due 2024-02-05",
        "visits by the start: missed, due 2024-02-12",
        "visits by the start: met, due 2024-02-19",
      ])
  }

  @Test func `Fixed weeks whose length nobody recorded have no due dates`() throws {
    try expectTold(
      visits.replacing("every: 1 week", with: "slots: fixed, every: 'latest(action_agreed).due'"), onPlan + sixWeeks,
      ["visits by the start: not recorded"])
  }
}
