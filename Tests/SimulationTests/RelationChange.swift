/// One relation of the Theo history said otherwise, and the findings that this changes.
struct RelationChange: Sendable {
  let old: String
  let new: String
  /// Findings that change, without the case's name, worked out by hand: what was told before, and what is told after.
  let changes: [String: [String?]]
}

extension RelationChange {
  /// The chain counted back from Christmas reaches far: what else changes must rest on a time that moved.
  static let all: [RelationChange] = [
    // Unborn Theo's conference is soon enough, and what followed it may have been in time.
    RelationChange(
      old: "when: almost 3 months after e30",
      new: "when: about 2 weeks after e30",
      changes: [
        "theo/unborn_child.conference_soon/e30#1": ["late, certain, 2 to 5 week", nil],
        "theo/unborn_child.joined_to_siblings_pre_proceedings/e30#1":
          ["missed, certain, 2 to 9 week", "missed, possible, 0 to 9 week"],
        "theo/unborn_child.legal_planning_soon/e30#1": ["late, certain, 2 to 9 week", "late, possible, 0 to 9 week"],
        "theo/unborn_child.late_booking_reasons/e31#1": ["missed, certain, 5 to 13 week", "missed, possible, 0 to 13 week"],
        "ruby/pre_proceedings.issue_follows_decision/e29#1":
          ["late, certain, 3 to 18 week", "late, possible, 0 to 18 week"],
      ]),
    // The first child in need meeting may be in time, and the next interval begins four weeks earlier.
    RelationChange(
      old: "when: about 7 weeks after e56",
      new: "when: about 3 weeks after e56",
      changes: [
        "ruby/child_in_need.meetings/e55#1": ["gap, certain, 2 to 6 week", "gap, possible, 0 to 1 week"],
        "theo/child_in_need.meetings/e64#1": ["gap, possible, 0 to 12 week", "gap, possible, 0 to 16 week"],
        "theo/child_in_need.meetings/e67#1": ["gap, certain, 6 to 22 week", "gap, certain, 6 to 26 week"],
      ]),
    // The worker was away a week: no cover was due, and a silent week tells of no interval.
    RelationChange(
      old: "when: 6 weeks after e68",
      new: "when: 1 week after e68",
      changes: [
        "ruby/allocation.absence_covered/e68#1": ["no oversight, certain, 19 to 20 working day", nil],
        "ruby/child_in_need.meetings_through_absence/e68#1": ["gap, certain, 2 to 2 week", nil],
        "theo/visits.child_in_need_visits/e55#1": ["gap, certain, 14 to 14 day", "not recorded, certain"],
      ]),
    // The silence about visits is as long as the rest of the absence.
    RelationChange(
      old: "for: [ruby, theo], from: e68, until: e72, cite: \"2.51\"}",
      new: "for: [ruby, theo], from: e70, until: e72, cite: \"2.51\"}",
      changes: [
        "ruby/visits.child_in_need_visits/e55#1": ["gap, certain, 14 to 14 day", "gap, possible, 1 to 14 day"],
        "theo/visits.child_in_need_visits/e55#1": ["gap, certain, 14 to 14 day", "gap, possible, 1 to 14 day"],
      ]),
    // The return began two weeks nearer to the conference: its visits were missed for fourteen days less, and less was
    // left untold for ten working days less.
    RelationChange(
      old: "when: 28 to 34 days after e82",
      new: "when: 14 to 20 days after e82",
      changes: [
        "ruby/reunification.visits_in_transition/e82a#1": ["gap, certain, 31 to 37 day", "gap, certain, 17 to 23 day"],
        "ruby/reunification.told_of_return[substance_misuse_service]/e79#1":
          ["not told, certain, 15 to 44 working day", "not told, certain, 5 to 44 working day"],
      ]),
    // The bruise is seen two days later.
    RelationChange(
      old: "when: 1 day after e94",
      new: "when: 3 days after e94",
      changes: [
        "theo/incidents.bruising_guidance/e95a#1":
          ["contingency not used, certain, 24 to 27 working day", "contingency not used, certain, 23 to 25 working day"],
        "theo/incidents.guardian_told_of_bruise/e95a#1":
          ["not told, certain, 24 to 27 working day", "not told, certain, 23 to 25 working day"],
        "theo/visits.health_visits_as_agreed/e95#1": ["gap, certain, 9 to 9 day", "gap, certain, 7 to 7 day"],
      ]),
    // The plans run on for six weeks after the hearing, and the new kind of plan begins as much later.
    RelationChange(
      old: "when: [3 days after e50, 1 to 13 days before e56]",
      new: "when: [6 weeks after e50, 1 to 13 days before e56]",
      changes: [
        "theo/legal_order.support_plan_used/e51#1": ["missed, certain, 26 to 28 week", "missed, certain, 32 to 34 week"],
        "ruby/placement.family_arrangement_time/e24#1": ["drift, certain, 153 to 209 day", "drift, certain, 153 to 170 day"],
        "theo/looked_after.reviewing_officer_named/e46#1":
          ["missed, possible, 0 to 34 working day", "missed, possible, 0 to 5 working day"],
      ]),
    // The first extension comes a week earlier: that it was made is what counts.
    RelationChange(old: "when: 4 weeks after e24", new: "when: 3 weeks after e24", changes: [:]),
  ]
}
