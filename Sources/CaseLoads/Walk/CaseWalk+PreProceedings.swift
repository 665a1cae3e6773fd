import CivilTime

extension CaseWalk {
  /// Pre-proceedings that start while a plan runs; whether they end without issue, so that the case may be closed.
  ///
  /// **Source:** Public Law Working Group, best practice guidance of March 2021: the review by the middle of sixteen weeks.
  mutating func preProceedings(within start: Day, _ end: Day) -> Bool {
    let part = end.days(since: start) * numbers.from(30, to: 60) / 100
    let planned = CaseWalk.workingDay(0, after: start.adding(days: part))
    let began = CaseWalk.workingDay(numbers.from(3, to: 10), after: planned)
    let ended = CaseWalk.workingDay(until: began.adding(days: draws.of.preProceedingsLength.draw(&numbers) * 7))
    add(
      .legalPlanningHeld, on: planned, .truth(.papersReady, true),
      .words(.attended, ["social_worker", "team_manager", "local_authority_lawyer"]))
    add(.preProceedingsStarted, on: began)
    let letter = CaseWalk.workingDay(numbers.from(1, to: 5), after: began)
    let meeting = CaseWalk.workingDay(numbers.from(3, to: 7), after: letter)
    add(.letterSent, on: letter)
    add(.preProceedingsMeetingHeld, on: meeting, .words(.attended, ["social_worker", "local_authority_lawyer", "mother"]))
    for weeks in stride(from: 7, to: ended.days(since: began) / 7, by: 7) {
      let day = CaseWalk.workingDay(until: began.adding(days: weeks * 7))
      add(.parentingAssessmentCompleted, on: day, .truth(.managerReviewed, true))
      add(.preProceedingsReviewHeld, on: day)
    }
    let isIssued = draws.of.issue.draw(&numbers)
    let letterOfOutcome = CaseWalk.workingDay(numbers.from(1, to: 5), after: ended)
    guard isIssued else {
      add(.preProceedingsEnded, on: ended)
      add(.outcomeLetterSent, on: letterOfOutcome)
      return true
    }
    let decided = CaseWalk.workingDay(-5, after: ended)
    add(.issueDecided, on: decided)
    add(.outcomeLetterSent, on: CaseWalk.workingDay(3, after: decided))
    proceed(from: ended)
    return false
  }
}
