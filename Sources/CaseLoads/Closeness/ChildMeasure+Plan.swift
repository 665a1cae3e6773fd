import CivilTime

extension ChildMeasure {
  mutating func takePlan(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .planStarted:
      measure.count(.plansPerConference) { $0.countPart() }
      measure.count(.plansWithPreProceedings) { $0.countWhole() }
      measure.count(.secondOrLaterPlans) { $0.count(plansBefore > 0) }
      measure.count(.categoryOfPlan) { $0.count(word(.category, event)) }
      plansBefore += 1
      (planStarted, hadPlan, reviews, coreGroup, visited) = (event.day, true, [], nil, nil)
    case .planEnded: endPlan(event, &measure)
    case .coreGroupHeld: takeCoreGroup(event, &measure)
    default: takeVisit(event, &measure)
    }
  }

  /// A plan counts by how long it lasted, by how long it had on every 31 March, and by whether its reviews came in time.
  private mutating func endPlan(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    guard let started = planStarted else { return }
    let end = event.day
    measure.count(.planLength) { $0.countMonths(from: started, to: end) }
    for year in started.year...end.year {
      guard let day = Day(year: year, month: 3, day: 31), started <= day, day < end else { continue }
      measure.count(.planLengthOn31March) { $0.countMonths(from: started, to: day) }
    }
    if end > started.adding(months: 3) { measure.count(.plansReviewedInTime) { $0.count(isReviewedInTime(from: started)) } }
    (planStarted, visited) = (nil, nil)
  }

  /// Whether the first review came within three months of the start, and every other within six of the one before.
  private func isReviewedInTime(from start: Day) -> Bool {
    var limit = start.adding(months: 3)
    for review in reviews {
      if review > limit { return false }
      limit = review.adding(months: 6)
    }
    return true
  }

  private mutating func takeCoreGroup(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    let attended = words(.attended, event)
    for member in ["social_worker", "mother", "father"] {
      measure.count(.coreGroupMembersAttend) { $0.count(attended.contains(member)) }
    }
    if let coreGroup {
      measure.count(.coreGroupInterval) { $0.count(length: event.day.days(since: coreGroup)) }
    } else if let planStarted {
      let days = ChildMeasure.workingDays(from: planStarted, to: event.day)
      measure.count(.firstCoreGroupAfter) { $0.count(length: days) }
    }
    coreGroup = event.day
  }

  /// A visit counts while there is a plan: by whether the child was seen, and by how long ago the visit before it was.
  private mutating func takeVisit(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    guard planStarted != nil || childInNeedStarted != nil else { return }
    if let isSeen = truth(.childSeen, event) { measure.count(.visitsChildNotSeen) { $0.count(!isSeen) } }
    if let visited, planStarted != nil { measure.count(.visitInterval) { $0.count(length: event.day.days(since: visited)) } }
    visited = event.day
  }

  mutating func takeCourt(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .preProceedingsStarted:
      measure.count(.plansWithPreProceedings) { $0.countPart() }
      preProceedingsStarted = event.day
    case .preProceedingsEnded, .proceedingsIssued:
      if let started = preProceedingsStarted {
        measure.count(.preProceedingsLength) { $0.count(length: (event.day.days(since: started) + 6) / 7) }
        measure.count(.preProceedingsWithIssue) { $0.count(event.name == .proceedingsIssued) }
      }
      guard event.name == .proceedingsIssued else { return }
      measure.count(.interimCareOrders) { $0.countWhole() }
      issued = event.day
    case .interimCareOrderMade: measure.count(.interimCareOrders) { $0.countPart() }
    case .proceedingsConcluded:
      measure.count(.proceedingsOutcome) { $0.count(word(.outcome, event)) }
      guard let issued else { return }
      // The day of issue counts.
      measure.count(.proceedingsLength) { $0.count(length: (event.day.days(since: issued) + 7) / 7) }
    default: break
    }
  }
}
