import Conditions
import Histories
import Procedures
import Replay
import Testing

/// How far a record that says "not done", or that is complete for a while, carries.
@Suite struct `Silence in small histories` {
  private func told(_ children: String, _ body: String, _ judgement: String) throws -> Judgement? {
    let text = """
      history: small
      title: A small history
      procedure: england
      children: {\(children)}
      \(body)
      """
    return try Simulation.replay(text, name: "small.yaml", by: Simulation.national).judgements["small/\(judgement)"]
  }

  @Test func `A visit denied as such leaves a gap`() throws {
    let judged = try told(
      "a: {}",
      """
      observed until: 2024-06-30
      events:
        - {id: plan, event: child_in_need_plan_started, when: 2024-01-08}
        - {id: no_visit, event: social_work_visit_attempted, done: no, from: 2024-01-08, until: 2024-03-04}
      """, "a/visits.child_in_need_visits/plan#1")
    #expect(judged?.verdict == .missed && judged?.certainty == .certain)
  }

  /// That no visit was made in the parents' home does not say that none was made at the carers'.
  @Test func `A visit denied in one place leaves open whether there was one in another`() throws {
    let judged = try told(
      "a: {}",
      """
      observed until: 2024-06-30
      events:
        - {id: plan, event: child_in_need_plan_started, when: 2024-01-08}
        - {id: no_visit, event: social_work_visit_attempted, done: no, place: parents_home, child_seen: true,
           from: 2024-01-08, until: 2024-03-04}
      """, "a/visits.child_in_need_visits/plan#1")
    #expect(judged?.verdict == .notRecorded)
  }

  /// The order ends between 12 January and 30 March; the officer was due by 15 January and certainly never named.
  @Test func `A step denied for as long as the state lasts is possibly missed, where the state may have ended first`() throws {
    let judged = try told(
      "a: {}",
      """
      observed until: 2024-06-30
      events:
        - {id: order, event: interim_care_order_made, when: 2024-01-08}
        - {id: end, event: looked_after_ended, when: 2024-01-12 to 2024-03-30}
        - {id: no_officer, event: reviewing_officer_named, done: no, from: order, until: end}
      """, "a/looked_after.reviewing_officer_named/order#1")
    #expect(judged?.verdict == .missed && judged?.certainty == .possible)
  }

  /// Half of the days on which the sign may have been seen lie before the child was known.
  @Test func `What may have happened before the child was known is found only as possible`() throws {
    let judged = try told(
      "a: {known: first}",
      """
      observed until: 2024-06-30
      events:
        - {id: first, event: context_noted, topic: services, when: 2024-01-15}
        - {id: sign, event: concern_seen, sign: other, when: 2024-01-08 to 2024-01-26, order: free}
        - {id: no_answer, event: concern_followed_up, done: no, sign: other, from: 2024-01-01, until: 2024-06-30}
      """, "a/incidents.concern_answered/sign#1")
    #expect(judged?.verdict == .missed)
    #expect(judged?.certainty == .possible)
  }

  /// Due on 5 February, and the record is complete to 29 February: whatever came later came too late.
  @Test func `A gap shown by a record complete past the due date is certain`() throws {
    let judged = try told(
      "a: {}",
      """
      complete for: [{event: social_work_visit_attempted, from: 2024-01-01, until: 2024-02-29}]
      observed until: 2024-06-30
      events:
        - {id: plan, event: child_in_need_plan_started, when: 2024-01-08}
      """, "a/visits.child_in_need_visits/plan#1")
    #expect(judged?.verdict == .missed)
    #expect(judged?.certainty == .certain)
  }

  /// Due on 15 January and denied to the 19th: four working days are shown, and no more.
  @Test func `The lateness that is certain ends where the record does`() throws {
    let judged = try told(
      "a: {}",
      """
      observed until: 2024-06-28
      events:
        - {id: order, event: interim_care_order_made, when: 2024-01-08}
        - {id: no_officer, event: reviewing_officer_named, done: no, from: order, until: 2024-01-19}
      """, "a/looked_after.reviewing_officer_named/order#1")
    #expect(judged?.verdict == .missed)
    #expect(judged?.lateness?.least ?? 99 <= 5)
  }
}
