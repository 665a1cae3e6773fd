import CivilTime

extension CaseWalk {
  /// A child protection plan from the conference that makes it, which is today, until the case is closed or goes on in court; whether another
  /// episode follows.
  mutating func plan(_ outlook: PlanOutlook, assessedUntil assessed: Day) -> Bool {
    let start = today
    let end = LengthDraw.day(in: outlook.length, after: start, &numbers)
    review(from: start, to: end, outlook)
    meetCoreGroups(from: start, to: end)
    visit(from: start, to: end, every: draws.of.visits)
    let further = furtherAssessment(from: max(start, assessed))
    if draws.of.preProceedings.draw(&numbers), !preProceedings(within: start, end) { return false }
    var last = max(end, further ?? end, lastDay)
    if draws.of.childInNeedAfterPlan.draw(&numbers) { last = childInNeed(from: last, .withoutFurtherAssessment) }
    _ = close(after: last)
    return plansToCome > 0
  }

  /// Review conferences, the last of which ends the plan.
  ///
  /// **Source:** Working Together: the first review within three months, later ones within six.
  private mutating func review(from start: Day, to end: Day, _ outlook: PlanOutlook) {
    let isInTime = outlook.isReviewedInTime
    let limit = start.adding(months: 3)
    if end > limit {
      let drawn = isInTime ? limit.adding(days: -numbers.from(0, to: 20)) : limit.adding(days: numbers.from(1, to: 40))
      // A review in time is held on the working day before, a late one on the working day after.
      let first =
        isInTime
        ? CaseWalk.workingDay(until: min(drawn, end.adding(days: -28))) : CaseWalk.workingDay(0, after: drawn)
      if first < end.adding(days: -13) { reviewOn(first, until: end) }
    }
    addConference("review", on: end, outcome: "end")
    add(.planEnded, on: end, .word(.reason, "conference_decision"))
  }

  /// A first review, and as many later ones as are needed so that none is more than six months from the next.
  private mutating func reviewOn(_ first: Day, until end: Day) {
    addConference("review", on: first, outcome: "continue")
    let days = end.days(since: first)
    // No six months have fewer than 181 days, and the last working day lies at most five days before any day.
    let parts = (days + 175) / 176
    for part in 1..<max(1, parts) {
      addConference("review", on: CaseWalk.workingDay(until: first.adding(days: days * part / parts)), outcome: "continue")
    }
  }

  private mutating func meetCoreGroups(from start: Day, to end: Day) {
    var day = CaseWalk.workingDay(draws.of.firstCoreGroup.draw(&numbers), after: start)
    while day < end {
      var attended: [String] = []
      for member in ["social_worker", "mother", "father"] where draws.of.memberAttends.draw(&numbers) { attended.append(member) }
      add(.coreGroupHeld, on: day, .words(.attended, attended + ["health_visitor"]))
      day = draws.of.coreGroups.workingDay(after: day, &numbers)
    }
  }

  /// Visits at intervals; one at which a child is not seen is followed by another within a week.
  mutating func visit(from start: Day, to end: Day, every interval: LengthDraw) {
    var day = CaseWalk.workingDay(numbers.from(2, to: 10), after: start)
    while day < end {
      if fail(on: day) {
        day = CaseWalk.workingDay(within: numbers.from(4, to: 7), after: day)
        guard day < end else { return }
      }
      add(.visitAttempted, on: day, .word(.outcome, "inside"), .word(.by, "social_worker"), .truth(.childSeen, true))
      day = interval.workingDay(after: day, &numbers)
    }
  }

  /// A visit at which nobody opens, or one of several children is not at home, if one is drawn: each half of what a child is
  /// not seen at, so that a family of several has more of the second kind.
  private mutating func fail(on day: Day) -> Bool {
    guard draws.of.notSeen[childCount - 1].draw(&numbers) else { return false }
    guard childCount > 1, numbers.below(childCount + 1) > 0 else {
      add(.visitAttempted, on: day, .word(.outcome, "no_reply"), .word(.by, "social_worker"), .truth(.childSeen, false))
      return true
    }
    let away: UInt8 = 1 << UInt8(numbers.below(childCount))
    for (children, isSeen) in [(everyChild & ~away, true), (away, false)] {
      add(
        .visitAttempted, on: day, .word(.outcome, "inside"), .word(.by, "social_worker"), .truth(.childSeen, isSeen),
        for: children)
    }
    return true
  }
}
