import CivilTime

extension CaseWalk {
  /// Care proceedings from their issue until they are concluded, with what follows from the order made.
  ///
  /// **Source:** Practice Direction 12A: what is done by the second day, the case management hearing from day 12 to day 18,
  /// and the issues resolution hearing by week 20, all counted from the day of issue.
  mutating func proceed(from issued: Day) {
    add(.proceedingsIssued, on: issued, .words(.documents, CaseWalk.documents))
    let second = CaseWalk.workingDay(1, after: issued)
    for event in [EventName.directionsGiven, .applicationServed, .guardianAppointed] { add(event, on: second) }
    let length = draws.of.proceedings.draw(&numbers) * 7
    let end = max(second, CaseWalk.workingDay(until: issued.adding(days: length - 1)))
    let management = min(end, CaseWalk.workingDay(numbers.from(11, to: 17), after: issued))
    add(.caseManagementHearingHeld, on: management)
    let resolution = CaseWalk.workingDay(until: issued.adding(days: min(20 * 7, end.days(since: issued) * 3 / 4) - 1))
    add(.issuesResolutionHearingHeld, on: max(management, resolution))
    let isLookedAfter = draws.of.interimCareOrder.draw(&numbers)
    let order = CaseWalk.workingDay(numbers.from(2, to: 6), after: issued)
    let outcome = draws.of.proceedingsOutcome.draw(&numbers)
    let goesOn = outcome == "care_order"
    if isLookedAfter {
      add(.interimCareOrderMade, on: order)
      lookAfter(from: order, to: goesOn ? end.adding(months: 6) : end)
    }
    add(.finalHearingHeld, on: end)
    makeOrder(outcome, on: end, isLookedAfter ? .lookedAfterBefore : .atHomeBefore)
    add(.proceedingsConcluded, on: end, .word(.outcome, outcome))
  }

  enum Whereabouts {
    case lookedAfterBefore
    case atHomeBefore
  }

  /// The order that ends the proceedings, and where the child then lives.
  private mutating func makeOrder(_ outcome: String, on day: Day, _ before: Whereabouts) {
    switch outcome {
    case "care_order":
      add(.careOrderMade, on: day)
      if before == .atHomeBefore { lookAfter(from: day, to: day.adding(months: 6)) }
      return
    case "supervision_order": add(.supervisionOrderMade, on: day)
    case "special_guardianship_order": add(.specialGuardianshipOrderMade, on: day)
    default: break
    }
    guard before == .lookedAfterBefore else { return }
    add(.lookedAfterEnded, on: day, .word(.approvedBy, "nominated_officer"))
    let isGuarded = outcome == "special_guardianship_order"
    add(
      .childMoved, on: day, .word(.arrangedBy, "court"),
      .word(.arrangement, isGuarded ? "under_special_guardianship_order" : "with_parents"),
      .word(.livesWith, isGuarded ? "relatives" : "parents"))
  }

  /// A child who is looked after from the day of an order: placement, plans, reviews, health and visits.
  ///
  /// **Source:** Care Planning, Placement and Case Review (England) Regulations 2010: reviews within 20 working days, three
  /// months and then six, visits within a week and then six weeks.
  private mutating func lookAfter(from start: Day, to end: Day) {
    add(
      .childMoved, on: start, .word(.arrangedBy, "local_authority"), .word(.arrangement, "under_care_order"),
      .word(.livesWith, "foster_carers"))
    let steps: [(EventName, Int)] = [
      (.reviewingOfficerNamed, 5), (.placementPlanAgreed, 5), (.placementNotified, 5), (.carePlanAgreed, 10),
      (.healthAssessed, 19), (.permanenceDecided, 80),
    ]
    for (event, days) in steps {
      let day = CaseWalk.workingDay(numbers.from(days / 2, to: days), after: start)
      if day < end { add(event, on: day, event == .carePlanAgreed ? [.words(.contents, CaseWalk.carePlanContents)] : []) }
    }
    reviewLookedAfter(from: start, to: end)
    var visit = CaseWalk.workingDay(within: numbers.from(4, to: 7), after: start)
    while visit < end {
      add(
        .visitAttempted, on: visit, .word(.outcome, "elsewhere"), .word(.by, "social_worker"), .truth(.childSeen, true))
      visit = CaseWalk.workingDay(within: numbers.from(28, to: 42), after: visit)
    }
  }

  private mutating func reviewLookedAfter(from start: Day, to end: Day) {
    var review = CaseWalk.workingDay(numbers.from(10, to: 20), after: start)
    var months = 3
    while review < end {
      add(.lookedAfterReviewHeld, on: review)
      review = CaseWalk.workingDay(until: review.adding(months: months).adding(days: -numbers.from(0, to: 14)))
      months = 6
    }
  }

  private static let documents = [
    "chronology", "statement", "genogram", "assessment", "care_plan", "threshold", "permanence_plan",
  ]

  private static let carePlanContents = [
    "permanence", "health", "education", "emotional_development", "identity", "family_contact", "social_presentation",
    "self_care", "placement_plan", "reviewing_officer", "wishes_and_feelings",
  ]
}
