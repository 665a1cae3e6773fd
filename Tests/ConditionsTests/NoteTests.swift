import CivilTime
import Conditions
import Diagnostics
import Testing

@Suite struct `What an unknown result hangs on` {
  @Test(arguments: [
    ("this.child_seen", [MissingValue.attribute(SampleProcedure.attribute("child_seen"), occurrence: nil)]),
    ("this.child_seen or this.announced", []), ("this.child_seen and this.child_seen", [.attribute(1, occurrence: nil)]),
    ("(this.child_seen or this.announced) and this.pages > 3", [.attribute(SampleProcedure.attribute("pages"), occurrence: nil)]),
    ("count(visit_attempted[child_seen]) >= 2", [.attribute(1, occurrence: 5)]),
    ("count(visit_attempted[child_seen]) >= 1 and this.child_seen", [.attribute(1, occurrence: nil)]),
    ("occurred(care_proceedings_issued)", [.occurrences(5)]),
    ("occurred(conference_held) and letter_sent", [.state(StateReference(workflow: 0, state: 3))]),
    ("latest(conference_held).quorate and this.child_seen", [.attribute(1, occurrence: nil)]),
    ("trigger.visits_every > duration(\"P10D\")", [.attributeOfTrigger(SampleProcedure.attribute("visits_every"))]),
    ("overdue(overall_limit) > 0", [.clocks(0)]), ("some s in siblings satisfies s.born < today", [.birth]),
    (
      "list contains(latest(core_group_held).attended, \"school\")",
      [.attribute(SampleProcedure.attribute("attended"), occurrence: 6)]
    ),
    ("add working days(date(\"2200-01-01\"), 1) > today", [.workingDays]),
    ("if this.child_seen then this.announced else true", []), ("known(this.child_seen) or this.announced = false", []),
    ("count(since(visit_attempted, care_proceedings_issued)) > 0", [.occurrences(5)]),
  ])
  func `Only what could change the result is missing`(text: String, missing: [MissingValue]) {
    let known = SampleCase.halfKnown()
    _ = holds(text, known)
    #expect(known.missing == missing)
    #expect(!known.isTimeUncertain)
  }

  @Test(arguments: [
    ("latest(visit_attempted).happened < date(\"2020-02-21\")", true),
    ("latest(visit_attempted).happened < date(\"2020-03-01\")", false),
    ("latest(visit_attempted).happened < date(\"2020-02-21\") or this.announced", false),
    ("this.happened - latest(visit_attempted).happened > duration(\"P15D\")", true),
    ("first_core_group < duration(\"P13D\")", true),
    ("working days between(latest(visit_attempted).happened, this.happened) > 8", true),
    ("working days between(latest(visit_attempted).happened, this.happened) > 3", false),
  ])
  func `A date that is uncertain is told apart from what is missing`(text: String, isTimeUncertain: Bool) {
    let known = SampleCase.halfKnown()
    #expect((holds(text, known) == .unknown) == isTimeUncertain)
    #expect(known.isTimeUncertain == isTimeUncertain)
    #expect(known.missing.isEmpty)
  }
}

@Suite struct `Dates that depend on one another` {
  /// The event at hand is exactly three days after the clock opened, some day in April 2020.
  private func threeDaysLater() -> SampleCase {
    let known = SampleCase()
    known.triggerHappened = .date(DateValue("2020-04-01", "2020-04-30", at: 1))
    known.thisHappened = .date(DateValue("2020-04-04", "2020-05-03", at: 2))
    known.distances = [[1, 2]: (3, 3)]
    return known
  }

  @Test(arguments: [
    ("this.happened > trigger.happened", "yes"), ("this.happened - trigger.happened = duration(\"P3D\")", "yes"),
    ("this.happened <= trigger.happened + duration(\"P3D\")", "yes"),
    ("this.happened < trigger.happened + duration(\"P3D\")", "no"),
    ("this.happened <= trigger.happened + duration(\"P1M\")", "yes"),
    ("trigger.happened + duration(\"P1M\") < this.happened", "no"),
    ("this.happened - duration(\"P1M\") < trigger.happened", "yes"),
    ("this.happened <= add working days(trigger.happened, 3)", "yes"),
    // Three working days on may be up to six days on: Good Friday and Easter Monday lie in the span.
    ("this.happened = add working days(trigger.happened, 3)", "unknown"),
    ("add working days(this.happened, 1) > trigger.happened + duration(\"P3D\")", "yes"),
    ("working days between(trigger.happened, this.happened) <= 3", "yes"),
    ("working days between(trigger.happened, this.happened) <= 2", "unknown"),
    ("working days between(trigger.happened, this.happened) < 0", "no"), ("trigger.happened = trigger.happened", "yes"),
    ("trigger.happened + duration(\"P1D\") > trigger.happened", "yes"), ("trigger.happened < date(\"2020-04-15\")", "unknown"),
    ("this.happened in [trigger.happened..trigger.happened + duration(\"P1M\")]", "yes"),
    ("(if true then this.happened else today) > trigger.happened", "yes"),
    ("max(this.happened, trigger.happened) = this.happened", "yes"),
  ])
  func `Compare under every dating, not end against end`(text: String, truth: String) {
    #expect("\(holds(text, threeDaysLater()))" == truth)
  }

  @Test func `The span that two weakly bound dates leave is walked day by day`() {
    let known = threeDaysLater()
    known.distances = [[1, 2]: (1, 20)]
    #expect(holds("this.happened <= trigger.happened + duration(\"P1M\")", known) == .yes)
    #expect(holds("this.happened <= add working days(trigger.happened, 15)", known) == .yes)
    #expect(holds("this.happened <= add working days(trigger.happened, 10)", known) == .unknown)
    known.distances = [[1, 2]: (nil, 20)]
    #expect(holds("this.happened > trigger.happened", known) == .unknown)
    #expect(holds("this.happened <= trigger.happened + duration(\"P20D\")", known) == .yes)
  }
}
