import CivilTime
import Conditions
import Diagnostics
import Testing

@Suite struct `What a condition says of a half known case` {
  @Test(arguments: [
    // Attributes that are recorded and that are not.
    (#"this.outcome = "doorstep""#, "yes"), (#"this.outcome != "doorstep""#, "no"), ("this.announced", "yes"),
    ("this.child_seen", "unknown"),
    ("this.child_seen = false", "unknown"), ("not(this.child_seen)", "unknown"), ("this.child_seen or this.announced", "yes"),
    ("this.announced or this.child_seen", "yes"), ("this.child_seen and not(this.announced)", "no"),
    ("this.child_seen and this.announced", "unknown"),
    (#"this.by in ("police", "school")"#, "unknown"), ("known(this.child_seen)", "no"), ("known(this.announced)", "yes"),
    ("known(this.pages)", "yes"), ("if this.child_seen then this.announced else true", "yes"),
    ("if this.child_seen then true else false", "unknown"),
    ("(if this.child_seen then 1 else 2) < 3", "yes"), ("(if this.child_seen then 1 else 2) = 1", "unknown"),
    // Numbers of which only the ends are known.
    ("this.pages > 1", "yes"), ("this.pages >= 2", "yes"), ("this.pages > 2", "unknown"), ("this.pages > 4", "no"),
    ("this.pages = 5", "no"),
    ("this.pages = 3", "unknown"), ("this.pages in [2..4]", "yes"), ("this.pages between 4 and 9", "unknown"),
    ("this.pages * 2 >= 4", "yes"),
    ("10 - this.pages < 7", "unknown"), ("10 - this.pages <= 8", "yes"), ("max(this.pages, 3) >= 3", "yes"),
    ("sum(this.pages, 1) = 6", "no"),
    ("this.pages / 0 = 1", "no"), ("1 / this.pages <= 0.5", "yes"), ("abs(this.pages - 3) <= 1", "yes"),
    ("this.pages ** 2 <= 16", "yes"),
    // Functions of the standard.
    ("floor(this.pages / 2) <= 2", "yes"), ("ceiling(this.pages / 2, 0) = 1", "unknown"),
    ("modulo(this.pages, 2) = 0", "unknown"),
    ("odd(this.pages) or this.announced", "yes"), ("visit_attempted[1].happened.year = 2020", "yes"),
    ("visit_attempted[-1].happened.year = 2020", "yes"), ("visit_attempted[-1].happened.month = 2", "unknown"),
    (#"day of week(visit_attempted[-1].happened) = "Monday""#, "unknown"),
    (#"years and months duration(child.born, visit_attempted[-1].happened) >= @"P1M""#, "yes"),
    (#"years and months duration(child.born, visit_attempted[-1].happened) >= @"P3M""#, "no"),
    ("any(for v in visit_attempted return v.child_seen)", "yes"), ("all(for v in visit_attempted return v.child_seen)", "no"),
    ("count(for v in visit_attempted return v.child_seen) = 3", "yes"),
    ("count(for c in conference_held return c.quorate) >= 3", "unknown"),
    ("sum(for v in visit_attempted return v.pages) > 0", "unknown"), ("this.child_seen instance of boolean", "unknown"),
    ("this.child_seen instance of number", "no"), ("{seen: this.child_seen, told: this.announced}.told", "yes"),
    ("{seen: this.child_seen, told: seen or this.announced}.told", "yes"), ("this.pages in [[1..2], [2..9]]", "unknown"),
    // Counts.
    ("count(visit_attempted) = 3", "yes"), ("count(visit_attempted[child_seen]) >= 1", "yes"),
    ("count(visit_attempted[child_seen]) >= 2", "unknown"),
    ("count(visit_attempted[child_seen]) >= 3", "no"), ("count(visit_attempted[child_seen = false]) <= 2", "yes"),
    (#"count(visit_attempted[outcome = "refused"]) = 0"#, "unknown"), ("count(conference_held) >= 1", "yes"),
    ("count(conference_held) <= 1", "unknown"),
    ("count(conference_held) < 1", "no"), ("count(visit_attempted[child_seen]) >= least_visits", "unknown"),
    ("count(siblings) = 2", "yes"),
    ("count(siblings[unborn]) = 1", "yes"),
    // What occurred, and when last.
    ("occurred(visit_attempted)", "yes"), ("occurred(pregnancy_known)", "no"), ("occurred(care_proceedings_issued)", "unknown"),
    ("occurred(conference_held)", "yes"), (#"occurred(conference_held[kind = "review"])"#, "unknown"),
    ("occurred(visit_attempted[child_seen])", "yes"),
    (#"occurred(visit_attempted[outcome = "refused"])"#, "unknown"), ("latest(conference_held).quorate", "yes"),
    ("latest(visit_attempted).child_seen", "unknown"), (#"latest(visit_attempted[outcome = "inside"]).child_seen"#, "unknown"),
    (#"latest(visit_attempted[happened < date("2020-02-15")]).child_seen"#, "yes"),
    ("latest(pregnancy_known).expected_birth < today", "no"),
    ("not(latest(pregnancy_known).expected_birth < today)", "no"), ("known(latest(pregnancy_known))", "no"),
    ("known(latest(care_proceedings_issued))", "no"), ("known(latest(pregnancy_known[happened > today]))", "no"),
    ("known(latest(pregnancy_known[happened > today]).expected_birth)", "no"), ("known(null)", "no"),
    ("latest(care_proceedings_issued).happened < today", "unknown"), ("visit_attempted[1].child_seen", "yes"),
    ("visit_attempted[-1].child_seen", "unknown"),
    ("visit_attempted[-2].child_seen", "no"), ("visit_attempted[4].child_seen", "no"), ("conference_held[2].quorate", "unknown"),
    (#"visit_attempted[outcome = "no_reply"][1].child_seen"#, "no"),
    // Since.
    ("count(since(visit_attempted, core_group_held)) = 1", "yes"),
    (#"count(since(visit_attempted, visit_attempted[outcome = "inside"])) >= 3"#, "no"),
    (#"count(since(visit_attempted, visit_attempted[outcome = "inside"])) = 2"#, "unknown"),
    (#"occurred(since(visit_attempted, pregnancy_known))"#, "yes"),
    ("count(since(visit_attempted, pregnancy_known)) = 3", "yes"),
    ("occurred(since(visit_attempted, care_proceedings_issued))", "unknown"),
    ("count(since(visit_attempted, care_proceedings_issued)) > 3", "no"),
    ("count(since(visit_attempted, conference_held)) = 3", "yes"),
    // Sets of which some members are not known.
    (#"list contains(latest(core_group_held).attended, "mother")"#, "yes"),
    (#""health_visitor" in latest(core_group_held).attended"#, "no"),
    (#"list contains(latest(core_group_held).attended, "school")"#, "unknown"),
    (#"list contains(latest(core_group_held).invited, "police")"#, "no"),
    (#"some r in latest(core_group_held).attended satisfies r = "mother""#, "yes"),
    ("count(latest(core_group_held).attended) >= 1", "yes"),
    ("count(latest(core_group_held).attended) <= 6", "yes"), ("count(latest(core_group_held).attended) >= 2", "unknown"),
    ("count(latest(core_group_held).invited) = 3", "yes"),
    ("every r in latest(core_group_held).invited satisfies list contains(latest(core_group_held).attended, r)", "no"),
    (#"every r in latest(core_group_held).attended satisfies r != "health_visitor""#, "yes"),
    (#"list contains(latest(core_group_held).invited, this.by)"#, "unknown"),
    // Quantifiers over occurrences.
    ("some v in visit_attempted satisfies v.child_seen", "yes"), ("every v in visit_attempted satisfies v.child_seen", "no"),
    (#"some v in visit_attempted satisfies v.outcome = "refused""#, "unknown"),
    ("every c in conference_held satisfies c.quorate", "unknown"),
    ("some c in conference_held satisfies c.quorate", "yes"), ("every c in conference_held satisfies not(c.quorate)", "no"),
    // States and children.
    ("in_pre_proceedings", "yes"), ("letter_sent", "unknown"), ("legal_order.care_order", "no"),
    ("letter_sent and legal_order.care_order", "no"),
    ("some s in siblings satisfies s.legal_order.care_order", "yes"),
    ("every s in siblings satisfies s.legal_order.care_order", "no"),
    ("some s in siblings satisfies s.unborn and s.born < today", "no"),
    ("some s in siblings satisfies s.born < today", "unknown"), ("unborn", "no"),
    ("siblings[unborn][1].legal_order.care_order", "no"), ("siblings[3].unborn", "no"),
    // Clocks.
    ("running(overall_limit) > 0", "yes"), ("overdue(overall_limit) > 0", "unknown"), ("due(overall_limit) < today", "no"),
    ("known(due(overall_limit))", "no"),
    // Dates and durations.
    ("this.happened - trigger.happened = duration(\"P36D\")", "yes"),
    ("working days between(trigger.happened, this.happened) = 26", "yes"),
    ("add working days(trigger.happened, 10) = date(\"2020-02-17\")", "yes"),
    ("trigger.happened + first_core_group = date(\"2020-02-17\")", "yes"),
    ("trigger.visits_every > duration(\"P7D\")", "yes"), ("trigger.visits_every > duration(\"P8D\")", "unknown"),
    ("trigger.visits_every < duration(\"P1D\")", "no"),
    ("trigger.visits_every > duration(\"P1M\")", "unknown"), ("first_core_group > duration(\"P1M\")", "no"),
    ("first_core_group < duration(\"P13D\")", "unknown"),
    ("latest(visit_attempted).happened < date(\"2020-03-01\")", "yes"),
    ("latest(visit_attempted).happened < date(\"2020-02-21\")", "unknown"),
    ("latest(visit_attempted).happened + duration(\"P1M\") > date(\"2020-03-19\")", "yes"),
    ("latest(visit_attempted).happened - latest(visit_attempted).happened = duration(\"P0D\")", "yes"),
    ("count(visit_attempted[happened > date(\"2020-02-25\")]) = 0", "unknown"), ("child.born < child.known", "yes"),
    ("add working days(date(\"2200-01-01\"), 1) > today", "unknown"),
  ])
  func `Yes, no, or not known`(text: String, truth: String) {
    let (condition, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
    let known = SampleCase.halfKnown()
    #expect(condition.map { "\($0.holds(in: known))" } == truth, "\(faults)")
    #expect((known.missing.isEmpty && !known.isTimeUncertain) == (truth != "unknown"), "what an unknown result hangs on is told")
  }

  @Test func `Over all episodes there is more than in the present one`() {
    let known = SampleCase.halfKnown()
    known.occurrences.insert(
      SampleCase.Occurrence(
        number: 0, event: 2, attributes: [SampleProcedure.attribute("quorate"): .truth(false)], isInEpisode: false), at: 0)
    #expect(holds("count(conference_held[quorate = false]) = 0", known) == .unknown)
    #expect(holds("occurred(ever(conference_held[quorate = false]))", known) == .yes)
    #expect(holds("count(since(ever(conference_held), pregnancy_known)) >= 2", known) == .yes)
  }

  @Test func `An occurrence that only perhaps belongs makes the latest unknown and not the count`() {
    let known = SampleCase.halfKnown()
    known.occurrences[5].belongs = .unknown
    #expect(holds("count(visit_attempted) >= 2", known) == .yes)
    #expect(holds("count(visit_attempted) >= 3", known) == .unknown)
    #expect(holds("latest(visit_attempted).child_seen = false", known) == .unknown)
    #expect(holds("visit_attempted[2].child_seen", known) == .no)
  }
}

/// What a condition says of a case; no where it cannot be read, which is reported.
func holds(_ text: String, _ known: SampleCase) -> Truth {
  let (condition, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
  #expect(faults.isEmpty, "\(faults)")
  return condition?.holds(in: known) ?? .no
}
