/// One relation of the Theo history said otherwise, and the findings that this changes.
struct RelationChange: Sendable {
  let old: String
  let new: String
  /// The findings that change, without the case's name: what was told before, and what is told after.
  let changes: [String: [String?]]
}

extension RelationChange {
  /// Each was worked out from the text of the history; the chain counted back from Christmas reaches far.
  static let all: [RelationChange] = [
    // Unborn Theo's conference is soon enough.
    RelationChange(
      old: "when: almost 3 months after e30",
      new: "when: about 2 weeks after e30",
      changes: [
        "ruby/pre_proceedings.issue_follows_decision/e29#1":
          ["late, certain, 3 to 18 week", "late, possible, 0 to 18 week"],
        "ruby/pre_proceedings.issue_follows_decision/e39#1":
          [nil, "late, possible, 0 to 8 week"],
        "ruby/pre_proceedings.progress/e22#1":
          ["drift, possible, 0 to 7 week", "drift, possible, 0 to 16 week"],
        "ruby/pre_proceedings.progress/e29#1":
          ["drift, certain, 2 to 17 week", "drift, possible, 0 to 17 week"],
        "ruby/pre_proceedings.progress/e39#1":
          [nil, "drift, possible, 0 to 8 week"],
        "theo/pre_proceedings.issue_follows_decision/e39#1":
          [nil, "late, possible, 0 to 8 week"],
        // Theo is then known later, and whether he was known at the joint visit is asked of the nominal dating alone.
        "theo/incidents.concern_answered/e34#1":
          ["contingency not used, possible, 199 to 350 working day", nil],
        "theo/unborn_child.conference_soon/e30#1":
          ["late, certain, 2 to 5 week", nil],
        "theo/unborn_child.joined_to_siblings_pre_proceedings/e30#1":
          ["missed, certain, 2 to 9 week", "missed, possible, 0 to 9 week"],
        "theo/unborn_child.legal_planning_soon/e30#1":
          ["late, certain, 2 to 9 week", "late, possible, 0 to 9 week"],
      ]),
    // The first child in need meeting is in time, so the next interval begins earlier.
    RelationChange(
      old: "when: about 7 weeks after e56",
      new: "when: about 3 weeks after e56",
      changes: [
        "ruby/child_in_need.meetings/e55#1":
          ["gap, possible, 0 to 4 week", nil],
        "ruby/child_in_need.meetings/e64#1":
          ["gap, possible, 0 to 10 week", "gap, possible, 0 to 14 week"],
        "ruby/child_in_need.meetings/e67#1":
          ["gap, certain, 4 to 20 week", "gap, certain, 4 to 24 week"],
        "theo/child_in_need.meetings/e55#1":
          ["gap, possible, 0 to 4 week", nil],
        "theo/child_in_need.meetings/e64#1":
          ["gap, possible, 0 to 10 week", "gap, possible, 0 to 14 week"],
        "theo/child_in_need.meetings/e67#1":
          ["gap, certain, 4 to 20 week", "gap, certain, 4 to 24 week"],
      ]),
    // The worker was away a week: no cover was due, and the visits of that week tell of no interval.
    RelationChange(
      old: "when: 6 weeks after e68",
      new: "when: 1 week after e68",
      changes: [
        "ruby/allocation.absence_covered/e68#1":
          ["no oversight, certain, 19 to 20 working day", nil],
        "ruby/allocation.supervision_in_proceedings/e43#1":
          ["no oversight, certain, 1 to 5 month", "no oversight, certain, 0 to 5 month"],
        "ruby/allocation.supervision_in_proceedings/e75#1":
          ["not recorded, certain", "no oversight, possible, 0 to 0 month"],
        "ruby/assessments.shared/e8#1":
          ["not told, certain, 65 to 236 week", "not told, certain, 65 to 232 week"],
        "ruby/child_in_need.meetings/e64#1":
          ["gap, possible, 0 to 10 week", "gap, possible, 0 to 11 week"],
        "ruby/child_in_need.meetings/e67#1":
          ["gap, certain, 4 to 20 week", "gap, certain, 3 to 20 week"],
        "ruby/visits.child_in_need_visits/e55#1":
          ["gap, certain, 2 to 2 week", "not recorded, certain"],
        "theo/allocation.absence_covered/e68#1":
          ["no oversight, certain, 19 to 20 working day", nil],
        "theo/allocation.supervision_in_proceedings/e43#1":
          ["no oversight, certain, 1 to 5 month", "no oversight, certain, 0 to 5 month"],
        "theo/allocation.supervision_in_proceedings/e75#1":
          ["not recorded, certain", "no oversight, possible, 0 to 0 month"],
        "theo/child_in_need.meetings/e64#1":
          ["gap, possible, 0 to 10 week", "gap, possible, 0 to 11 week"],
        "theo/child_in_need.meetings/e67#1":
          ["gap, certain, 4 to 20 week", "gap, certain, 3 to 20 week"],
        "theo/visits.child_in_need_visits/e55#1":
          ["gap, certain, 2 to 2 week", "not recorded, certain"],
      ]),
    // The silence about visits is as long as the rest of the absence.
    RelationChange(
      old: "for: [ruby, theo], from: e68, until: e72, cite: \"2.51\"",
      new: "for: [ruby, theo], from: e70, until: e72, cite: \"2.51\"",
      changes: [
        "ruby/visits.child_in_need_visits/e55#1":
          ["gap, certain, 2 to 2 week", "gap, possible, 0 to 2 week"],
        "theo/visits.child_in_need_visits/e55#1":
          ["gap, certain, 2 to 2 week", "gap, possible, 0 to 2 week"],
      ]),
    // The visit at which Theo was found alone moves into the third week at home.
    RelationChange(
      old: "when: almost 2 weeks after e99",
      new: "when: 10 days after e99",
      changes: [
        "ruby/core_group.first_core_group/e85#1":
          ["late, certain, 16 to 19 working day", "late, certain, 16 to 18 working day"],
        "ruby/incidents.police_tell_social_care/e90#1":
          ["not told, certain, 28 to 30 working day", "not told, certain, 28 to 29 working day"],
        "ruby/placement.family_arrangement_time/e24#1":
          ["drift, certain, 21 to 30 week", "drift, certain, 21 to 29 week"],
        "ruby/reunification.visits_after_return/e93#2":
          ["gap, possible", "gap, certain"],
        "ruby/reunification.visits_after_return/e93#3":
          ["gap, possible", nil],
        "theo/core_group.first_core_group/e85#1":
          ["late, certain, 16 to 19 working day", "late, certain, 16 to 18 working day"],
        "theo/incidents.bruising_guidance/e95a#1":
          ["contingency not used, certain, 24 to 27 working day", "contingency not used, certain, 24 to 26 working day"],
        "theo/incidents.concern_answered/e99a#1":
          ["contingency not used, certain, 9 to 9 working day", "contingency not used, certain, 7 to 7 working day"],
        "theo/incidents.police_tell_social_care/e90#1":
          ["not told, certain, 28 to 30 working day", "not told, certain, 28 to 29 working day"],
        "theo/incidents.told_of_bruise[guardian]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 24 to 26 working day"],
        "theo/incidents.told_of_bruise[safeguarding_adviser]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 24 to 26 working day"],
        "theo/incidents.told_of_bruise[team_manager]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 24 to 26 working day"],
        "theo/looked_after.missing_reviewing_officer_raised/e46#1":
          ["no oversight, possible, 0 to 30 working day", "no oversight, possible, 0 to 28 working day"],
        "theo/looked_after.reviewing_officer_named/e46#1":
          ["missed, possible, 0 to 35 working day", "missed, possible, 0 to 34 working day"],
        "theo/reunification.visits_after_return/e93#2":
          ["gap, possible", "gap, certain"],
        "theo/reunification.visits_after_return/e93#3":
          ["gap, possible", nil],
        "theo/visits.child_protection_visits/e99#1":
          ["gap, possible, 0 to 0 week", nil],
        "theo/visits.promised_visit_made/e113a#1":
          ["missed, certain, 1 to 4 day", "missed, certain, 2 to 4 day"],
      ]),
    // The visit without reply, and all that is counted back from it, is two days later.
    RelationChange(
      old: "when: 3 days after e104",
      new: "when: 1 day after e104",
      changes: [
        "ruby/visits.overdue_retry_reaches_manager/e104#1":
          ["no oversight, certain, 2 to 2 working day", "no oversight, certain, 1 to 1 working day"],
        "theo/incidents.concern_answered/e99a#1":
          ["contingency not used, certain, 9 to 9 working day", "contingency not used, certain, 7 to 8 working day"],
        "theo/visits.child_protection_visits/e99#1":
          ["gap, possible, 0 to 0 week", nil],
        "theo/visits.overdue_retry_reaches_manager/e104#1":
          ["no oversight, certain, 2 to 2 working day", "no oversight, certain, 1 to 1 working day"],
      ]),
    // The bruise is seen two days later.
    RelationChange(
      old: "when: 1 day after e94",
      new: "when: 3 days after e94",
      changes: [
        "theo/incidents.bruising_guidance/e95a#1":
          ["contingency not used, certain, 24 to 27 working day", "contingency not used, certain, 23 to 25 working day"],
        "theo/incidents.told_of_bruise[guardian]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 23 to 25 working day"],
        "theo/incidents.told_of_bruise[safeguarding_adviser]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 23 to 25 working day"],
        "theo/incidents.told_of_bruise[team_manager]/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 23 to 25 working day"],
      ]),
    // The plans run on for six weeks after the hearing.
    RelationChange(
      old: "when: [3 days after e50, at most 13 days before e56]",
      new: "when: [6 weeks after e50, at most 13 days before e56]",
      changes: [
        "ruby/allocation.supervision_in_proceedings/e43#1":
          ["no oversight, certain, 1 to 5 month", "no oversight, certain, 2 to 5 month"],
        "ruby/assessments.shared/e8#1":
          ["not told, certain, 65 to 236 week", "not told, certain, 68 to 236 week"],
        "ruby/incidents.concern_answered/e34#1":
          ["contingency not used, certain, 199 to 350 working day", "contingency not used, certain, 214 to 350 working day"],
        "ruby/incidents.domestic_abuse_referral/e19#1":
          ["missed, certain, 111 to 1008 working day", "missed, certain, 135 to 1008 working day"],
        "ruby/incidents.domestic_abuse_referral/e20#1":
          ["missed, certain, 111 to 1008 working day", "missed, certain, 135 to 1008 working day"],
        "ruby/legal_order.support_plan_used/e45#1":
          ["missed, certain, 26 to 34 week", "missed, certain, 32 to 34 week"],
        "ruby/placement.family_arrangement_time/e24#1":
          ["drift, certain, 21 to 30 week", "drift, certain, 21 to 24 week"],
        "theo/allocation.supervision_in_proceedings/e43#1":
          ["no oversight, certain, 1 to 5 month", "no oversight, certain, 2 to 5 month"],
        "theo/incidents.concern_answered/e34#1":
          ["contingency not used, possible, 199 to 350 working day", "contingency not used, possible, 214 to 350 working day"],
        "theo/legal_order.support_plan_used/e51#1":
          ["missed, certain, 26 to 28 week", "missed, certain, 32 to 34 week"],
        "theo/looked_after.first_review/e46#1":
          ["not recorded, certain", nil],
        "theo/looked_after.missing_reviewing_officer_raised/e46#1":
          ["no oversight, possible, 0 to 30 working day", nil],
        "theo/looked_after.reviewing_officer_named/e46#1":
          ["missed, possible, 0 to 35 working day", "missed, possible, 0 to 6 working day"],
      ]),
    // The first extension comes a week earlier: that it was made is what counts.
    RelationChange(
      old: "when: 4 weeks after e24",
      new: "when: 3 weeks after e24",
      changes: [:]),
  ]
}
