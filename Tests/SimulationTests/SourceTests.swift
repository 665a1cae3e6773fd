import CivilTime
import Conditions
import Procedures
import Testing

/// What each rule of the national procedure and its profiles stands on.
@Suite struct `The sources of the rules` {
  private static let procedures = [Simulation.national, Simulation.then, Simulation.since]

  @Test func `Every rule says what it demands, and where that stands`() throws {
    for procedure in Self.procedures {
      let procedure = try #require(procedure)
      #expect(procedure.rules.count >= 104)
      for rule in procedure.rules {
        #expect(rule.says.count > 20 && rule.says.hasSuffix("."), "\(rule.fullName)")
        #expect(rule.citation.at?.isEmpty == false, "\(rule.fullName)")
        #expect(rule.citation.evidence != nil, "\(rule.fullName)")
        #expect(procedure.sources[rule.citation.source].force != .ours, "\(rule.fullName)")
      }
    }
  }

  @Test func `Every figure says what it is, and whose`() throws {
    for procedure in Self.procedures {
      let procedure = try #require(procedure)
      for parameter in procedure.parameters {
        #expect(parameter.says?.hasSuffix(".") == true, "\(parameter.name)")
        let citation = try #require(parameter.citation, "\(parameter.name)")
        guard procedure.sources[citation.source].force != .ours else { continue }
        #expect(citation.at?.isEmpty == false && citation.evidence != nil, "\(parameter.name)")
      }
    }
  }

  /// A row of the table of timescales, read by hand: the rule, its force, how far its text was read, and its figure.
  struct Row: Sendable {
    let rule: String
    let force: Force
    let read: Evidence
    let figure: String?

    init(_ rule: String, _ force: Force, _ read: Evidence, _ figure: String? = nil) {
      self.rule = rule
      self.force = force
      self.read = read
      self.figure = figure
    }
  }

  @Test(arguments: rows.indices) func `A rule has the force of its source, and says how far that was read`(
    _ number: Int
  ) throws {
    let row = Self.rows[number]
    let procedure = try #require(Simulation.national)
    let rule = try #require(procedure.rules.first { $0.fullName == row.rule }, "\(row.rule)")
    #expect(procedure.sources[rule.citation.source].force == row.force, "\(row.rule)")
    #expect(rule.citation.evidence == row.read, "\(row.rule)")
    guard let expected = row.figure else { return }
    let parts = expected.split(separator: " = ").map(String.init)
    #expect(rule.references.parameters.contains { procedure.parameters[$0].name == parts[0] }, "\(row.rule)")
    let parameter = try #require(procedure.parameters.first { $0.name == parts[0] }, "\(row.rule)")
    #expect(parameter.values.count == 1 && parameter.values[0].value.told == parts[1], "\(row.rule)")
  }

  // U or LOCAL in the table is `unverified` or second hand, or local force, here.
  private static let rows = [
    Row(
      "child_protection_plan.initial_conference", .statutoryGuidance, .secondHand, "initial_conference_within = 15 working day"),
    Row("child_protection_plan.strategy_discussion_quorate", .statutoryGuidance, .secondHand),
    Row("child_protection_plan.quorate", .local, .secondHand),
    Row("child_protection_plan.first_review", .statutoryGuidance, .secondHand, "first_review_within = 3 month"),
    Row("child_protection_plan.later_reviews", .statutoryGuidance, .secondHand, "later_reviews_every = 6 month"),
    Row("child_protection_plan.review_after_birth", .local, .secondHand, "review_after_birth_within = 20 working day"),
    Row("child_protection_plan.lawful_ending", .statutoryGuidance, .secondHand, "interim_supervision_order_may_end_plan = false"),
    Row("child_protection_plan.no_child_in_need_plan_beside", .dataStandard, .primary),
    Row("core_group.first_core_group", .statutoryGuidance, .secondHand, "first_core_group_within = 10 working day"),
    Row("core_group.core_groups", .local, .secondHand, "core_group_every = 6 week"),
    Row("core_group.first_core_group_refines_plan", .statutoryGuidance, .unverified),
    Row("visits.child_protection_visits", .local, .secondHand, "child_protection_visits_every = 4 week"),
    Row("visits.child_in_need_visits", .local, .secondHand, "child_in_need_visits_every = 4 week"),
    Row("child_in_need.meetings", .local, .secondHand, "child_in_need_meetings_every = 6 week"),
    Row("unborn_child.conference_before_birth", .local, .secondHand, "pre_birth_conference_ahead = 6 week"),
    Row("pre_proceedings.letter_sent", .local, .secondHand, "letter_before_proceedings_within = 5 working day"),
    Row("pre_proceedings.meeting_held", .local, .secondHand, "pre_proceedings_meeting_within = 7 working day"),
    Row("pre_proceedings.mid_point_review", .practiceGuidance, .unverified, "mid_point_review_within = 8 week"),
    Row("pre_proceedings.overall_limit", .practiceGuidance, .unverified, "pre_proceedings_limit = 16 week"),
    Row("pre_proceedings.ended_after_review", .practiceGuidance, .unverified),
    Row("pre_proceedings.outcome_letter", .local, .unverified, "outcome_letter_within = 5 working day"),
    Row("pre_proceedings.letter_offers_family_group_meeting", .act, .primary, "family_group_offer_in_force = false"),
    Row("care_proceedings.twenty_six_weeks", .act, .primary, "proceedings_limit = 26 week"),
    Row("care_proceedings.extension_at_most_eight_weeks", .act, .secondHand, "extension_limit = 8 week"),
    Row(
      "care_proceedings.case_management_hearing", .practiceDirection, .secondHand,
      "case_management_hearing_within = 18 working day"),
    Row("care_proceedings.case_management_hearing_not_early", .practiceDirection, .secondHand),
    Row("care_proceedings.papers_at_issue", .practiceDirection, .primary),
    Row("legal_order.police_protection_time", .act, .secondHand, "police_protection_limit = 72 hour"),
    Row("legal_order.emergency_protection_time", .act, .secondHand, "emergency_protection_order_limit = 8 day"),
    Row("legal_order.supervision_order_time", .act, .primary, "supervision_order_limit = 1 year"),
    Row("legal_order.interim_orders_need_proceedings", .act, .secondHand, "interim_order_outside_proceedings_limit = 8 week"),
    Row("legal_order.child_arrangements_order_with_supervision", .act, .primary),
    Row("legal_order.no_child_arrangements_order_under_care_order", .act, .unverified),
    Row("legal_order.support_plan_under_supervision_order", .practiceGuidance, .secondHand),
    Row("looked_after.reviewing_officer_named", .statutoryGuidance, .secondHand, "reviewing_officer_within = 5 working day"),
    Row("looked_after.care_plan", .regulations, .unverified, "care_plan_within = 10 working day"),
    Row("looked_after.first_review", .regulations, .primary, "first_looked_after_review_within = 20 working day"),
    Row("looked_after.second_review", .regulations, .primary, "second_looked_after_review_within = 3 month"),
    Row("looked_after.later_reviews", .regulations, .primary, "later_looked_after_reviews_every = 6 month"),
    Row("looked_after.first_placement_visit", .regulations, .primary, "first_placement_visit_within = 1 week"),
    Row("reunification.approved_for_looked_after_child", .regulations, .primary),
    Row("reunification.visits_often_enough", .local, .unverified, "transition_visits_at_least = 1 week"),
    Row("incidents.serious_incident", .act, .secondHand, "serious_incident_notified_within = 5 working day"),
  ]
}

extension Value {
  /// A length or a truth value as the table writes it.
  fileprivate var told: String {
    switch self {
    case .truth(let truth): "\(truth)"
    case .duration(let length) where length.least == length.most: "\(length.least.count) \(length.least.unit.rawValue)"
    default: "something else"
    }
  }
}
