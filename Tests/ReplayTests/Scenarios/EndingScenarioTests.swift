import CivilTime
import Testing

/// Limits that are missed, left, excepted, lengthened or passed on, and what silence leaves open.
@Suite struct `Scenarios of how limits end` {
  private let assessment = "assessment: {within: 15 working days, of: assessment_started, expect: assessment_completed}"
  private let coreGroup =
    "core_group: {within: 10 working days, of: entering plan.on_plan, while: plan.on_plan, expect: core_group_held}"

  // MARK: Silence

  @Test func `Where the record is silent an assessment is not missed but not recorded`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: not recorded, due 2024-01-29"])
  }

  @Test func `Where the record is complete it is missed, for as long as it was observed`() throws {
    try expectTold(
      assessment,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-05
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: missed, due 2024-01-29, late 5 working days"])
  }

  @Test func `A step said not to have been done is missed for as long as it is said`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: not_done, event: assessment_completed, done: no, from: 2024-01-08, until: 2024-02-02}
      """, ["assessment by start: missed, due 2024-01-29, late 4 working days"])
  }

  @Test func `What is said only of the time before the due date says nothing of the limit`() throws {
    try expectTold(
      assessment,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: not_done, event: assessment_completed, done: no, from: 2024-01-08, until: 2024-01-20}
      """, ["assessment by start: not recorded, due 2024-01-29"])
  }

  @Test func `A limit that ends on the last observed day is still running`() throws {
    try expectTold(
      assessment,
      """
      complete for: [assessment_completed]
      observed until: 2024-01-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: running, due 2024-01-29"])
  }

  @Test func `As of a day nothing later is known`() throws {
    try expectTold(
      assessment,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-02-09}
      """, asOf: Day(year: 2024, month: 1, day: 31),
      ["assessment by start: missed, due 2024-01-29, late 2 working days"])
  }

  @Test func `A visit of which it is not recorded whether the child was seen leaves the limit open`() throws {
    try expectTold(
      "seen: {within: 10 working days, of: assessment_started, expect: 'visit_attempted[child_seen = true]'}",
      """
      complete for: [visit_attempted]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: visit, event: visit_attempted, outcome: inside, when: 2024-01-10}
        - {id: seen, event: visit_attempted, child_seen: true, when: 2024-01-24}
      """, ["seen by start: not recorded, due 2024-01-22"])
  }

  @Test func `A visit at which the child was not seen does not meet the limit`() throws {
    try expectTold(
      "seen: {within: 10 working days, of: assessment_started, expect: 'visit_attempted[child_seen = true]'}",
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: visit, event: visit_attempted, child_seen: false, when: 2024-01-10}
        - {id: seen, event: visit_attempted, child_seen: true, when: 2024-01-24}
      """, ["seen by start: late, due 2024-01-22, late 2 working days"])
  }

  // MARK: Leaving and exceptions

  @Test func `A plan that ends on the due date needs no core group`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-02-29
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: plan, when: 2024-01-08}
        - {id: ended, event: plan_ended, when: 2024-01-22}
      """, ["core_group by conference: lapsed, due 2024-01-22"])
  }

  @Test func `A plan that ends a day later has missed its core group`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-02-29
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: plan, when: 2024-01-08}
        - {id: ended, event: plan_ended, when: 2024-01-23}
      """, ["core_group by conference: missed, due 2024-01-22, late 1 working days"])
  }

  @Test func `A plan that ended about then has only possibly missed it`() throws {
    try expectTold(
      coreGroup,
      """
      complete for: [core_group_held]
      observed until: 2024-02-29
      events:
        - {id: enquiry, event: enquiry_started, when: 2024-01-02}
        - {id: conference, event: conference_held, outcome: plan, when: 2024-01-08}
        - {id: ended, event: plan_ended, when: 2024-01-20 to 2024-01-26}
      """, ["core_group by conference: missed, possible, due 2024-01-22, late 1 to 4 working days"])
  }

  @Test func `An order on the due date excuses the assessment`() throws {
    try expectTold(
      assessment.replacing("{within", with: "{unless: order_made, within"),
      """
      complete for: [assessment_completed]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: order, event: order_made, when: 2024-01-29}
      """, ["assessment by start: lapsed, due 2024-01-29"])
  }

  @Test func `An order after the due date only ends what was missed`() throws {
    try expectTold(
      assessment.replacing("{within", with: "{unless: order_made, within"),
      """
      complete for: [assessment_completed]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: order, event: order_made, when: 2024-01-31}
      """, ["assessment by start: missed, due 2024-01-29, late 2 working days"])
  }

  // MARK: Extensions

  private let extended =
    "assessment: {within: 15 working days, of: assessment_started, expect: assessment_completed, "
    + "extended by: {event: limit_extended, to: until, at most: 1}}"

  @Test func `An extension on the due date moves it`() throws {
    try expectTold(
      extended,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: longer, event: limit_extended, until: 2024-02-09, when: 2024-01-29}
        - {id: end, event: assessment_completed, when: 2024-02-09}
      """, ["assessment by start: met, due 2024-02-09"])
  }

  @Test func `An extension after the due date cures nothing`() throws {
    try expectTold(
      extended,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: longer, event: limit_extended, until: 2024-02-09, when: 2024-01-30}
        - {id: end, event: assessment_completed, when: 2024-02-09}
      """, ["assessment by start: late, due 2024-01-29, late 9 working days"])
  }

  @Test func `Silence about an extension is not its absence`() throws {
    try expectTold(
      extended,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-30}
      """, ["assessment by start: not recorded, due 2024-01-29"])
  }

  @Test func `Where the record is complete for extensions there was none`() throws {
    try expectTold(
      extended,
      """
      complete for: [limit_extended]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-30}
      """, ["assessment by start: late, due 2024-01-29, late 1 working days"])
  }

  @Test func `An extension to a day that is not recorded leaves the verdict open`() throws {
    try expectTold(
      extended,
      """
      complete for: [limit_extended]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: longer, event: limit_extended, when: 2024-01-25}
        - {id: end, event: assessment_completed, when: 2024-01-30}
      """, ["assessment by start: not recorded, due 2024-01-29"])
  }

  // MARK: Escalation

  private var escalated: String {
    assessment + "\ntold: {within: 2 working days, of: overdue plan.assessment, expect: manager_told}"
  }

  /// Overdue from 30 January, and the manager told by 1 February.
  @Test func `A manager is told in time of an assessment that is overdue`() throws {
    try expectTold(
      escalated,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-05
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: told, event: manager_told, when: 2024-02-02}
      """,
      [
        "assessment by start: missed, due 2024-01-29, late 5 working days",
        "told by start: late, due 2024-02-01, late 1 working days",
      ])
  }

  @Test func `Nobody need be told of an assessment in time`() throws {
    try expectTold(
      escalated,
      """
      observed until: 2024-02-05
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2024-01-29}
      """, ["assessment by start: met, due 2024-01-29"])
  }

  @Test func `Telling of what may not have been overdue is only possibly late`() throws {
    try expectTold(
      escalated,
      """
      observed until: 2024-02-05
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: told, event: manager_told, when: 2024-02-02}
      """,
      [
        "assessment by start: not recorded, due 2024-01-29",
        "told by start: late, possible, due 2024-02-01, late 1 working days",
      ])
  }

  // MARK: The child's record

  @Test func `What was begun before the child was known is not judged`() throws {
    try expectTold(
      assessment,
      """
      children: {ruby: {known: 2024-01-10}}
      complete for: [assessment_completed]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, [])
  }

  @Test func `The end of a child's record ends what is open, as it stands`() throws {
    try expectTold(
      assessment,
      """
      children: {ruby: {until: 2024-02-01}}
      complete for: [assessment_completed]
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
      """, ["assessment by start: missed, due 2024-01-29, late 3 working days"])
  }

  @Test func `What the last event of a child's record calls for runs on after it`() throws {
    try expectTold(
      "told: {within: 10 days, of: plan_ended, expect: manager_told}",
      """
      children: {ruby: {until: ended, starts in: {plan: on_plan}}}
      complete for: [manager_told]
      observed until: 2024-01-31
      events:
        - {id: ended, event: plan_ended, when: 2024-01-08}
      """, ["told by ended: missed, due 2024-01-18, late 13 days"])
  }
}
