import Testing

/// What must be so at an event, and what must be so all the while.
@Suite struct `Scenarios of checks and invariants` {
  @Test func `Someone is absent where the record says so, and not where it only leaves them out`() throws {
    try expectTold(
      "present: {at: conference_held, require: 'list contains(this.attended, \"health_visitor\")', finds: absent}",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      observed until: 2024-06-30
      events:
        - {id: there, event: conference_held, attended: [social_worker, health_visitor], when: 2024-01-08}
        - {id: gone, event: conference_held, attended: [social_worker], when: 2024-02-08}
        - {id: partly, event: conference_held, attended: {some: [social_worker]}, when: 2024-03-08}
        - {id: said, event: conference_held, attended: {not: [health_visitor]}, when: 2024-04-08}
        - {id: silent, event: conference_held, when: 2024-05-08}
      """,
      [
        "present by there: held", "present by gone: broken", "present by partly: not recorded", "present by said: broken",
        "present by silent: not recorded",
      ])
  }

  @Test func `An event is checked against the states before it`() throws {
    try expectTold(
      "planned: {at: conference_held, require: plan.on_plan, finds: conflict}",
      """
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: first, event: conference_held, outcome: plan, when: 2024-01-08}
        - {id: second, event: conference_held, outcome: continue, when: 2024-03-08}
      """, ["planned by first: broken", "planned by second: held"])
  }

  @Test func `Entering a state is checked against the states after it`() throws {
    try expectTold(
      "planned: {at: entering plan.on_plan, require: plan.on_plan and not(plan.enquiry), finds: conflict}",
      """
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: first, event: conference_held, outcome: plan, when: 2024-01-08}
      """, ["planned by first: held"])
  }

  @Test func `The newest of an earlier step may be asked to lie before the day of the event`() throws {
    try expectTold(
      "earlier: {at: order_made, require: latest(assessment_completed).happened < this.happened, finds: conflict}",
      """
      complete for: [{event: assessment_completed, from: 2024-01-01, until: 2024-06-30}]
      observed until: 2024-06-30
      events:
        - {id: order, event: order_made, when: 2024-01-08}
        - {id: assessed, event: assessment_completed, when: 2024-02-01}
        - {id: revoked, event: order_revoked, when: 2024-02-02}
        - {id: second, event: order_made, when: 2024-02-20}
        - {id: closed, event: order_revoked, when: 2024-03-02}
        - {id: again, event: assessment_completed, when: 2024-03-20}
        - {id: third, event: order_made, when: 2024-03-20}
      """, ["earlier by order: broken", "earlier by second: held", "earlier by third: broken"])
  }

  @Test func `Whether something is known is asked of the newest step and of no earlier one`() throws {
    try expectTold(
      "known: {at: manager_told, require: known(latest(visit_attempted).outcome), finds: conflict}",
      """
      observed until: 2024-06-30
      events:
        - {id: visit, event: visit_attempted, outcome: doorstep, when: 2024-01-08}
        - {id: first, event: manager_told, when: 2024-01-10}
        - {id: unsaid, event: visit_attempted, when: 2024-02-01}
        - {id: second, event: manager_told, when: 2024-02-02}
      """, ["known by first: held", "known by second: broken"])
  }

  @Test(arguments: [true, false])
  func `Of no step at all something holds only where the record may have lost one`(isComplete: Bool) throws {
    try expectTold(
      "inside: {at: manager_told, require: 'some v in visit_attempted satisfies v.outcome = \"inside\"', finds: conflict}",
      """
      complete for: [\(isComplete ? "visit_attempted" : "core_group_held")]
      observed until: 2024-06-30
      events:
        - {id: first, event: manager_told, when: 2024-01-10}
        - {id: visit, event: visit_attempted, outcome: inside, when: 2024-02-01}
        - {id: second, event: manager_told, when: 2024-02-02}
      """, ["inside by first: \(isComplete ? "broken" : "not recorded")", "inside by second: held"])
  }

  @Test func `An earlier step of which the record is silent may have been taken`() throws {
    try expectTold(
      "assessed: {at: order_made, require: occurred(assessment_completed), finds: conflict}",
      """
      observed until: 2024-06-30
      events:
        - {id: order, event: order_made, when: 2024-01-08}
      """, ["assessed by order: not recorded"])
  }

  @Test func `An earlier step is missing where the record is complete for it up to then`() throws {
    try expectTold(
      "assessed: {at: order_made, require: occurred(assessment_completed), finds: conflict}",
      """
      complete for: [{event: assessment_completed, until: 2024-01-31}]
      observed until: 2024-06-30
      events:
        - {id: order, event: order_made, when: 2024-01-08}
        - {id: revoked, event: order_revoked, when: 2024-01-20}
        - {id: again, event: order_made, when: 2024-02-20}
        - {id: end, event: assessment_completed, when: 2024-03-01}
        - {id: closed, event: order_revoked, when: 2024-03-02}
        - {id: third, event: order_made, when: 2024-03-20}
      """, ["assessed by order: broken", "assessed by again: not recorded", "assessed by third: held"])
  }

  @Test func `A state of which nothing is recorded may have been entered, unless the record is complete`() throws {
    let rule = "planned: {at: order_made, require: plan.on_plan, finds: conflict}"
    let events = """
      observed until: 2024-06-30
      events:
        - {id: order, event: order_made, when: 2024-01-08}
      """
    try expectTold(rule, events, ["planned by order: not recorded"])
    try expectTold(rule, "complete for: [conference_held]\n" + events, ["planned by order: broken"])
    try expectTold(rule, "children: {ruby: {starts in: {plan: enquiry}}}\n" + events, ["planned by order: broken"])
  }

  @Test func `An enquiry that begins the next episode is checked as that episode begins`() throws {
    try expectTold(
      """
      fresh: {at: enquiry_started, require: plan.none, finds: conflict}
      first: {at: enquiry_started, require: 'count(conference_held) = 0', finds: conflict}
      """,
      """
      children: {ruby: {starts in: {plan: none}}}
      complete for: [conference_held]
      observed until: 2024-06-30
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: no_plan, when: 2024-01-08}
        - {id: return, event: enquiry_started, when: 2024-03-02}
      """,
      [
        "fresh by enquiry: held", "first by enquiry: held", "fresh by return in episode 2: held",
        "first by return in episode 2: held",
      ])
  }

  @Test func `A check is made for each person who was invited`() throws {
    try expectTold(
      "came: {at: conference_held, each: person in this.invited, "
        + "require: 'list contains(this.attended, each)', finds: absent}",
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      observed until: 2024-06-30
      events:
        - {id: conference, event: conference_held, invited: [health_visitor, police],
           attended: {some: [police]}, when: 2024-01-08}
      """, ["came for health_visitor by conference: not recorded", "came for police by conference: held"])
  }

  // MARK: Invariants

  private let planned = "planned: {while: court.order, require: plan.on_plan}"
  private let orderWithoutPlan = """
    children: {ruby: {starts in: {plan: on_plan}}}
    observed until: 2024-06-30
    events:
      - {id: order, event: order_made, when: 2024-01-08}
      - {id: ended, event: plan_ended, when: 2024-01-15}
      - {id: revoked, event: order_revoked, when: 2024-01-22}
    """

  @Test func `An order without a plan is one finding for as long as it lasts`() throws {
    try expectTold(planned, orderWithoutPlan, ["planned by order: held", "planned by ended: broken"])
  }

  @Test func `A week without a plan is borne where ten days are`() throws {
    try expectTold(
      planned.replacing("{while", with: "{for more than: 10 days, while"), orderWithoutPlan,
      ["planned by order: held", "planned by ended: held, due 2024-01-25"])
  }

  @Test func `A week without a plan is four days too long where three are borne`() throws {
    try expectTold(
      planned.replacing("{while", with: "{for more than: 3 days, while"), orderWithoutPlan,
      ["planned by order: held", "planned by ended: broken, due 2024-01-18, late 4 days"])
  }

  @Test func `Two things on one day are judged when both are done`() throws {
    try expectTold(
      planned,
      """
      children: {ruby: {starts in: {plan: on_plan}}}
      observed until: 2024-06-30
      events:
        - {id: order, event: order_made, when: 2024-01-08}
        - {id: ended, event: plan_ended, when: 2024-01-15}
        - {id: revoked, event: order_revoked, when: 2024-01-15}
      """, ["planned by order: held"])
  }

  @Test func `An order for one of two children is told of that child until the other has one too`() throws {
    try expectTold(
      "together: {while: court.order, require: 'every s in siblings satisfies s.court.order'}",
      """
      children: {ruby: {known: 2024-01-01}, theo: {known: 2024-01-01, starts in: {court: no_order}}}
      observed until: 2024-06-30
      events:
        - {id: first, event: order_made, for: [ruby], when: 2024-01-08}
        - {id: second, event: order_made, for: [theo], when: 2024-01-15}
      """,
      ["together of ruby by first: broken", "together of ruby by second: held", "together of theo by second: held"])
  }

  @Test func `What must not be before the birth may be after it`() throws {
    try expectTold(
      "no_order: {while: unborn, require: court.no_order}",
      """
      children: {theo: {known: known, born: birth, starts in: {court: no_order}}}
      observed until: 2024-06-30
      events:
        - {id: known, event: pregnancy_known, when: 2024-01-01}
        - {id: order, event: order_made, when: 2024-01-05}
        - {id: birth, event: birth, when: 2024-01-08}
      """, ["no_order by known: held", "no_order by order: broken"])
  }
}
