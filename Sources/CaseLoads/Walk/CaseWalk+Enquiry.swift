import CivilTime

extension CaseWalk {
  /// How a child protection plan will go.
  struct PlanOutlook {
    /// Of the plan, in months.
    let length: ClosedRange<Int>
    /// From the start of the enquiry to the conference that makes it, in working days.
    let enquiryToConference: ClosedRange<Int>
    let isReviewedInTime: Bool
  }

  /// A family does not come back without end; what is left out by this is fewer than one plan in a thousand.
  static let mostPlans = 6

  /// A strategy discussion and the section 47 enquiry that it decides on; how the plan that comes of it will go, if one
  /// does.
  mutating func enquire(_ aim: Aim) -> PlanOutlook? {
    let isConference = aim == .plan || spread.path.draw(draws.of.chances.conference)
    add(
      .strategyDiscussionHeld, on: today, .word(.outcome, "section_47_enquiry"),
      .words(.attended, ["social_worker", "police", "health_visitor"]), .truth(.conferenceIntended, isConference))
    add(.enquiryStarted, on: today, .word(.kind, "joint"))
    guard isConference else {
      let end = CaseWalk.workingDay(draws.of.enquiry.draw(&numbers), after: today)
      add(
        .enquiryConcluded, on: end, .word(.outcome, numbers.below(2) == 0 ? "not_substantiated" : "no_continuing_risk"),
        .truth(.childSeen, true))
      return nil
    }
    return conference(aim)
  }

  /// The end of an enquiry and the initial conference that it leads to; how the plan will go, if it makes one.
  private mutating func conference(_ aim: Aim) -> PlanOutlook? {
    let isPlan = aim == .plan || spread.path.draw(draws.of.chances.plan)
    let outlook = isPlan ? planOutlook(aim) : nil
    let stretch = outlook?.enquiryToConference ?? spread.path.draw(draws.of.enquiryToConference)
    let length = numbers.from(stretch.lowerBound, to: stretch.upperBound)
    let concluded = CaseWalk.workingDay(length * 2 / 3, after: today)
    let held = CaseWalk.workingDay(length, after: today)
    add(.enquiryConcluded, on: concluded, .word(.outcome, "continuing_risk"), .truth(.childSeen, true))
    add(.conferenceRequested, on: concluded)
    addConference("initial", on: held, outcome: isPlan ? "plan" : "no_plan")
    if isPlan { add(.planStarted, on: held, .word(.category, draws.of.category.draw(&numbers))) }
    today = held
    return outlook
  }

  /// How a plan will go; with the first of a case, how many others follow.
  private mutating func planOutlook(_ aim: Aim) -> PlanOutlook {
    if aim == .open {
      while plansToCome < CaseWalk.mostPlans, spread.path.draw(draws.of.chances.anotherPlan) { plansToCome += 1 }
    }
    var plan = spread.path.turned(for: .lengthAndReviews, ofPlan: plansMade)
    var conference = spread.path.turned(for: .conference, ofPlan: plansMade)
    plansMade += 1
    return PlanOutlook(
      length: plan.draw(draws.of.plan), enquiryToConference: conference.draw(draws.of.enquiryToConference),
      isReviewedInTime: plan.draw(draws.of.reviewedInTime))
  }

  mutating func addConference(_ kind: String, on day: Day, outcome: String) {
    let isQuorate = draws.of.quorate.draw(&numbers)
    add(
      .conferenceHeld, on: day, .word(.kind, kind), .word(.outcome, outcome), .truth(.quorate, isQuorate),
      .words(.attended, ["social_worker", "conference_chair", "mother", "health_visitor"]))
  }
}
