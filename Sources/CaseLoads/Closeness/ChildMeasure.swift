import CivilTime

/// One child's events under way, with the days from which lengths are counted.
struct ChildMeasure {
  let made: MadeCase
  var referred: Day?
  var closed: Day?
  var assessed: Day?
  var enquired: Day?
  var planStarted: Day?
  var plansBefore = 0
  var reviews: [Day] = []
  var coreGroup: Day?
  var visited: Day?
  var childInNeedStarted: Day?
  var meeting: Day?
  var preProceedingsStarted: Day?
  var issued: Day?
  // Of the episode since the last referral.
  var hadEnquiry = false
  var hadPlan = false
  var hadChildInNeedPlan = false

  init(_ made: MadeCase) { self.made = made }

  static func workingDays(from start: Day, to end: Day) -> Int {
    WorkingCalendar.englandAndWales.workingDays(after: start, through: end) ?? 0
  }

  mutating func take(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .referralReceived, .referralDecided, .assessmentStarted, .assessmentCompleted, .caseClosed:
      takeReferral(event, &measure)
    case .enquiryStarted, .enquiryConcluded, .conferenceHeld: takeEnquiry(event, &measure)
    case .planStarted, .planEnded, .coreGroupHeld, .visitAttempted: takePlan(event, &measure)
    case .childInNeedPlanStarted, .childInNeedMeetingHeld, .childInNeedPlanEnded: takeChildInNeed(event, &measure)
    default: takeCourt(event, &measure)
    }
  }

  func word(_ name: AttributeName, _ event: MadeEvent) -> String? { made.word(name, of: event) }

  func truth(_ name: AttributeName, _ event: MadeEvent) -> Bool? {
    for attribute in made.attributes(of: event) where attribute.name == name {
      if case .truth(let truth) = attribute.value { return truth }
    }
    return nil
  }

  func words(_ name: AttributeName, _ event: MadeEvent) -> [String] {
    for attribute in made.attributes(of: event) where attribute.name == name {
      if case .words(let words) = attribute.value { return words }
    }
    return []
  }
}

extension ChildMeasure {
  private mutating func takeReferral(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .referralReceived:
      for name in [FigureName.assessmentsPerReferral, .enquiriesPerReferral] { measure.count(name) { $0.countWhole() } }
      measure.count(.referralSource) { $0.count(word(.by, event)) }
      measure.count(.concernAtReferral) { $0.count(words(.risksKnown, event).first) }
      if let closed { measure.count(.monthsToNextReferral) { $0.countMonths(from: closed, to: event.day) } }
      (referred, closed, hadEnquiry, hadPlan, hadChildInNeedPlan) = (event.day, nil, false, false, false)
    case .referralDecided:
      let outcome = word(.outcome, event)
      measure.count(.referralOutcome) { $0.count(outcome == "assessment" ? "assessed" : outcome) }
      guard let referred else { return }
      measure.count(.daysToDecision) { $0.count(length: ChildMeasure.workingDays(from: referred, to: event.day)) }
    case .assessmentStarted: assessed = event.day
    case .assessmentCompleted:
      measure.count(.assessmentsPerReferral) { $0.countPart() }
      guard let assessed else { return }
      measure.count(.assessmentLength) { $0.count(length: ChildMeasure.workingDays(from: assessed, to: event.day)) }
    default:
      closed = event.day
      let name: FigureName =
        hadPlan ? .childInNeedAfterPlan : hadEnquiry ? .childInNeedAfterEnquiry : .childInNeedAfterAssessment
      measure.count(name) { $0.count(hadChildInNeedPlan) }
    }
  }

  private mutating func takeEnquiry(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .enquiryStarted:
      measure.count(.enquiriesPerReferral) { $0.countPart() }
      measure.count(.conferencesPerEnquiry) { $0.countWhole() }
      (enquired, hadEnquiry) = (event.day, true)
    case .enquiryConcluded:
      guard let enquired, word(.outcome, event) != "continuing_risk" else { return }
      measure.count(.enquiryLength) { $0.count(length: ChildMeasure.workingDays(from: enquired, to: event.day)) }
    default:
      if let isQuorate = truth(.quorate, event) { measure.count(.conferencesQuorate) { $0.count(isQuorate) } }
      guard word(.kind, event) == "initial" else { return reviews.append(event.day) }
      measure.count(.conferencesPerEnquiry) { $0.countPart() }
      measure.count(.plansPerConference) { $0.countWhole() }
      guard let enquired else { return }
      measure.count(.enquiryToConference) { $0.count(length: ChildMeasure.workingDays(from: enquired, to: event.day)) }
    }
  }

  private mutating func takeChildInNeed(_ event: MadeEvent, _ measure: inout LoadMeasure) {
    switch event.name {
    case .childInNeedPlanStarted: (childInNeedStarted, meeting, hadChildInNeedPlan) = (event.day, nil, true)
    case .childInNeedMeetingHeld:
      if let meeting { measure.count(.childInNeedMeetingInterval) { $0.count(length: event.day.days(since: meeting)) } }
      meeting = event.day
    default:
      guard let started = childInNeedStarted else { return }
      measure.count(.childInNeedPlanLength) { $0.count(length: (event.day.days(since: started) + 6) / 7) }
      (childInNeedStarted, visited) = (nil, nil)
    }
  }
}
