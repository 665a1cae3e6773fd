import CivilTime

extension CaseWalk {
  /// What an episode is bound to lead to.
  enum Aim {
    /// Whatever is drawn.
    case open
    /// A plan, for a child who has had one before.
    case plan
  }

  /// The whole case: a first episode, and another for as long as a plan is followed by one.
  mutating func goThrough() {
    var isFollowed = episode(.open)
    while isFollowed {
      plansToCome -= 1
      today = CaseWalk.workingDay(0, after: draws.of.nextReferral.monthsDay(after: lastDay, &numbers))
      isFollowed = episode(.plan)
    }
  }

  /// From a referral until the case is closed or goes on in court; whether another one follows.
  private mutating func episode(_ aim: Aim) -> Bool {
    guard refer(aim) else { return false }
    let stretch = aim == .open ? spread.assessment.draw(draws.of.assessment) : draws.of.assessment.stretch(&numbers)
    let assessed = assess(for: numbers.from(stretch.lowerBound, to: stretch.upperBound))
    let isEnquiry = aim == .plan || spread.path.draw(draws.of.chances.enquiry)
    guard isEnquiry else {
      let isChildInNeed = draws.of.childInNeedAfterAssessment.draw(&numbers)
      complete(assessed, isChildInNeed ? "child_in_need_plan" : "no_further_action")
      return close(after: isChildInNeed ? childInNeed(from: assessed.end, .withFurtherAssessment) : assessed.end)
    }
    if let outlook = enquire(aim) {
      complete(assessed, "plan_continues")
      return plan(outlook, assessedUntil: assessed.end)
    }
    let isChildInNeed = draws.of.childInNeedAfterEnquiry.draw(&numbers)
    complete(assessed, isChildInNeed ? "child_in_need_plan" : "no_further_action")
    let end = max(assessed.end, lastDay)
    return close(after: isChildInNeed ? childInNeed(from: end, .withFurtherAssessment) : end)
  }

  /// The referral and what is decided on it; whether an assessment follows.
  private mutating func refer(_ aim: Aim) -> Bool {
    let (source, concern) = (draws.of.referralSource.draw(&numbers), draws.of.concern.draw(&numbers))
    for child in 0..<childCount {
      add(
        .referralReceived, on: today, .word(.by, source), .words(.risksKnown, [concern]), for: 1 << UInt8(child))
    }
    let outcome = aim == .plan ? "assessed" : spread.path.draw(draws.of.referralOutcome)
    today = CaseWalk.workingDay(draws.of.daysToDecision.draw(&numbers), after: today)
    let decided = outcome == "assessed" ? "assessment" : outcome
    add(.referralDecided, on: today, .word(.outcome, decided), .word(.by, "team_manager"), .truth(.reasonsRecorded, true))
    return outcome == "assessed"
  }

  /// An assessment of so many working days, with the visits of it.
  private mutating func assess(for workingDays: Int) -> (start: Day, end: Day) {
    add(.caseAllocated, on: today)
    let assessment = (start: today, end: CaseWalk.workingDay(workingDays, after: today))
    add(.assessmentStarted, on: assessment.start, .word(.kind, "single"))
    let length = assessment.end.days(since: assessment.start)
    for part in length > 20 ? [6, 2] : [3] {
      add(
        .visitAttempted, on: CaseWalk.workingDay(until: assessment.start.adding(days: length / part)).atLeast(today),
        .word(.outcome, "inside"), .word(.by, "social_worker"), .truth(.childSeen, true))
    }
    return assessment
  }

  private mutating func complete(_ assessment: (start: Day, end: Day), _ outcome: String) {
    add(
      .assessmentCompleted, on: assessment.end, .word(.kind, "single"), .word(.outcome, outcome), .truth(.managerReviewed, true)
    )
  }

  /// A further assessment from a day on, if one is drawn; the day on which it is completed.
  mutating func furtherAssessment(from day: Day) -> Day? {
    guard draws.of.chances.furtherAssessment.draw(&numbers) else { return nil }
    let start = CaseWalk.workingDay(1, after: day)
    let end = CaseWalk.workingDay(draws.of.assessment.draw(&numbers), after: start)
    add(.assessmentStarted, on: start, .word(.kind, "single"))
    complete((start, end), "plan_continues")
    return end
  }

  /// The closing of the case some days on; no other episode follows.
  mutating func close(after day: Day) -> Bool {
    add(
      .caseClosed, on: CaseWalk.workingDay(numbers.from(1, to: 10), after: day), .word(.reason, "needs_met"),
      .word(.authorisedBy, "team_manager"), .truth(.closingSummary, true))
    return false
  }
}

extension Day {
  /// The day itself, or the other where that is later.
  fileprivate func atLeast(_ other: Day) -> Day { max(self, other) }
}
