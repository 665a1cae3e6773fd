import CivilTime
import Conditions
import Histories
import Procedures
import Replay
import Testing

/// The small histories that show one workflow each, with every date worked out by hand.
@Suite struct `The examples` {
  struct Row: Sendable {
    let judgement: String
    let told: String

    init(_ judgement: String, _ told: String) {
      self.judgement = judgement
      self.told = told
    }
  }

  private func expect(
    _ rows: [Row], in name: String, profile: String? = nil, at location: SourceLocation = #_sourceLocation
  ) throws {
    let path = "simulations/examples/\(name).yaml"
    let procedures = ["theo-county-then": Simulation.then, "theo-county-since": Simulation.since]
    let procedure = profile.map { procedures[$0] ?? nil } ?? Simulation.national
    let told = try Simulation.replay(Simulation.text(path), name: path, by: procedure)
    let prefix = "\(told.history.name)/"
    for row in rows {
      #expect(told.judgements[prefix + row.judgement]?.told == row.told, "\(row.judgement)", sourceLocation: location)
    }
  }

  /// 10 January 2022 and 112 days are 2 May 2022.
  @Test func `Sixteen weeks of pre-proceedings, and what extends them`() throws {
    let rule = "pre_proceedings.overall_limit/start#1"
    try expect(
      [
        Row("in_time/\(rule)", "met, due 2022-05-02"),
        Row("issued/\(rule)", "met, due 2022-05-02"),
        Row("a_day_late/\(rule)", "late, due 2022-05-02, 0 to 0 week"),
        Row("extended/\(rule)", "met, due 2022-06-13"),
        Row("extended_too_late/\(rule)", "late, due 2022-05-02, 6 to 6 week"),
        Row("extended_by_another/\(rule)", "late, due 2022-05-02, 6 to 6 week"),
        Row("extended_by_someone/\(rule)", "notRecorded, due 2022-05-02"),
        Row("in_time/pre_proceedings.mid_point_review/start#1", "met, due 2022-03-07"),
        Row("in_time/pre_proceedings.letter_sent/start#1", "met, due 2022-01-17"),
        Row("in_time/pre_proceedings.meeting_held/letter#1", "met, due 2022-01-25"),
      ], in: "sixteen-weeks")
  }

  /// 27 March 2026 and ten working days are 14 April 2026.
  @Test func `The first core group on the tenth and the eleventh working day, over Easter`() throws {
    let rule = "core_group.first_core_group/conference#1"
    try expect(
      [
        Row("day_ten/\(rule)", "met, due 2026-04-14"),
        Row("day_eleven/\(rule)", "late, due 2026-04-14, 1 to 1 working day"),
        Row("day_ten/core_group.core_groups/conference#1", "met, due 2026-05-08"),
        Row("day_ten/core_group.core_groups/tenth#1", "running, due 2026-05-26"),
        Row("day_eleven/core_group.members_attend[father]/eleventh#1", "broken"),
      ], in: "core-group-over-easter")
  }

  /// 6 January 2025 is the first day and 6 July 2025 the 182nd; issued on 14 April 2025, Day 18 is 12 May.
  @Test func `Twenty-six weeks beginning with issue, and the days of the first hearing`() throws {
    let limit = "care_proceedings.twenty_six_weeks/issue#1"
    let hearing = "care_proceedings.case_management_hearing/issue_2#1"
    let early = "care_proceedings.case_management_hearing_not_early"
    let extension8 = "care_proceedings.extension_at_most_eight_weeks"
    try expect(
      [
        Row("last_day/\(limit)", "met, due 2025-07-06"),
        Row("day_after/\(limit)", "late, due 2025-07-06, 0 to 0 week"),
        Row("extended/\(limit)", "met, due 2025-08-31"),
        Row("extended/\(extension8)/longer#1", "held"),
        Row("extended_too_far/\(extension8)/too_long#1", "broken"),
        Row("hearing_day_18/care_proceedings.twenty_six_weeks/issue_2#1", "met, due 2025-10-12"),
        Row("last_day/care_proceedings.case_management_hearing/issue#1", "met, due 2025-01-29"),
        Row("hearing_day_18/\(hearing)", "met, due 2025-05-12"),
        Row("hearing_day_19/\(hearing)", "late, due 2025-05-12, 1 to 1 working day"),
        Row("hearing_day_18/\(early)/day_18#1", "held"),
        Row("hearing_day_11/\(early)/day_11#1", "broken"),
      ], in: "twenty-six-weeks")
  }

  @Test func `Review conferences where the month has no such day`() throws {
    let first = "child_protection_plan.first_review"
    let later = "child_protection_plan.later_reviews"
    try expect(
      [
        Row("in_time/\(first)/conference#1", "met, due 2025-02-28"),
        Row("on_a_saturday/\(first)/saturday#1", "met, due 2025-02-28"),
        Row("late/\(first)/conference#1", "late, due 2025-02-28, 0 to 0 month"),
        Row("in_time/\(later)/first#1", "met, due 2025-08-28"),
        Row("in_time/\(later)/second#1", "met, due 2026-02-28"),
        Row("on_a_saturday/\(later)/first#1", "late, due 2025-08-28, 0 to 0 month"),
        Row("on_a_saturday/\(later)/second_29#1", "met, due 2026-02-28"),
        Row("late/\(later)/first_late#1", "met, due 2025-09-03"),
        Row("late/\(later)/second_29#1", "late, due 2026-02-28, 0 to 0 month"),
        Row("in_time/child_protection_plan.lawful_ending/plan_ended#1", "held"),
      ], in: "reviews-at-month-ends")
  }

  @Test func `What may stand beside an interim supervision order`() throws {
    let beside = "legal_order.child_arrangements_order_with_supervision"
    let eightWeeks = "legal_order.interim_orders_need_proceedings/supervision#1"
    try expect(
      [
        Row("plan_ended/child_protection_plan.lawful_ending/plan_end#1", "broken"),
        Row("no_supervision/\(beside)/living#1", "broken"),
        Row("not_needed/\(beside)/living_alone#1", "held"),
        Row("care_order_too/legal_order.no_child_arrangements_order_under_care_order/living#1", "broken"),
        Row("eight_weeks/\(eightWeeks)", "held, due 2025-06-05"),
        Row("a_day_longer/\(eightWeeks)", "broken, due 2025-06-05, 0 to 0 week"),
      ], in: "interim-supervision-order")
  }

  @Test func `Whether a plan may end under the order is what the county's procedures changed`() throws {
    let continues = "child_protection_plan.continues_under_interim_supervision_order"
    let ending = "plan_ended/child_protection_plan.lawful_ending/plan_end#1"
    try expect([Row(ending, "held")], in: "interim-supervision-order", profile: "theo-county-then")
    try expect(
      [Row(ending, "broken"), Row("plan_ended/\(continues)/plan_end#1", "broken")],
      in: "interim-supervision-order", profile: "theo-county-since")
  }

  @Test func `The gates of a return home, and six visits due, four tried, three with contact`() throws {
    let weekly = "weekly_visits/reunification.visits_after_return/home"
    try expect(
      [
        Row("\(weekly)#1", "met, due 2025-01-13"),
        Row("\(weekly)#2", "met, due 2025-01-20"),
        Row("\(weekly)#3", "missed, due 2025-01-27"),
        Row("\(weekly)#4", "missed, due 2025-02-03"),
        Row("\(weekly)#5", "missed, due 2025-02-10"),
        Row("\(weekly)#6", "met, due 2025-02-17"),
        Row("weekly_visits/visits.failed_visit_retried/week_4#1", "late, due 2025-02-09, 0 to 0 week"),
        Row("weekly_visits/reunification.visits_unannounced/week_2#1", "broken"),
        Row("sparse_plan/reunification.visits_often_enough/sparse#1", "broken"),
        Row("sparse_plan/reunification.steps_agreed/sparse#1", "broken"),
        Row("in_order/reunification.visits_often_enough/plan#1", "held"),
      ], in: "going-home")
  }

  @Test(arguments: [
    ("in_order", []), ("conference_first", []), ("sparse_plan", []), ("weekly_visits", []),
    ("no_conference", ["transition: missed transition"]), ("home_not_seen", ["home: missed transition"]),
    ("home_not_told_of", ["home: not recorded"]),
  ])
  func `A gate passed over is told, and one the record is silent on is not recorded`(
    _ child: String, _ expected: [String]
  ) throws {
    let path = "simulations/examples/going-home.yaml"
    let told = try Simulation.replay(Simulation.text(path), name: path, by: Simulation.national)
    let gates = told.replay.findings.compactMap { finding -> String? in
      guard let departure = finding.departure, finding.childName == child,
        told.procedure.workflows[finding.workflow].name == "reunification"
      else { return nil }
      return "\(told.event(departure.event).identifier): \(finding.kind.rawValue)"
    }
    #expect(gates == expected)
  }

  @Test func `Every example finds only what its children are there to show`() throws {
    let flags = [
      "sixteen-weeks": 3, "core-group-over-easter": 2, "twenty-six-weeks": 4, "reviews-at-month-ends": 3,
      "interim-supervision-order": 5, "going-home": 10,
    ]
    for (name, count) in flags.sorted(by: { $0.key < $1.key }) {
      let path = "simulations/examples/\(name).yaml"
      let told = try Simulation.replay(Simulation.text(path), name: path, by: Simulation.national)
      #expect(told.flags.count == count, "\(name): \(told.flags.keys.sorted())")
      #expect(told.flags.values.allSatisfy { $0.certainty == .certain }, "\(name)")
    }
  }
}

extension Judgement {
  /// What was judged, in one line: `late, due 2025-07-06, 0 to 0 week`.
  var told: String {
    let due = due.map { ", due \($0)" } ?? ""
    let lateness = lateness.map { ", \($0.least) to \($0.most) \($0.unit.rawValue)" } ?? ""
    return "\(verdict)\(due)\(lateness)"
  }
}
