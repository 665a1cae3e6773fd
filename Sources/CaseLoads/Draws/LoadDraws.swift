/// What every step of a case is drawn from.
struct LoadDraws: Sendable {
  // Referral and assessment.
  let referralOutcome, referralSource, concern: WordDraw
  let daysToDecision, assessment: LengthDraw
  // Section 47 enquiries and the initial conference.
  let enquiry, enquiryToConference: LengthDraw
  let quorate: Chance
  // The child protection plan.
  let category: WordDraw
  let plan, firstCoreGroup, coreGroups, visits, nextReferral: LengthDraw
  let reviewedInTime, memberAttends: Chance
  /// That a visit fails, by the number of children less one.
  let notSeen: [Chance]
  // The child in need plan.
  let childInNeedAfterAssessment, childInNeedAfterEnquiry, childInNeedAfterPlan: Chance
  let childInNeedPlan, childInNeedMeetings: LengthDraw
  // Pre-proceedings and care proceedings.
  let preProceedings, issue, interimCareOrder: Chance
  let preProceedingsLength, proceedings: LengthDraw
  let proceedingsOutcome: WordDraw
  // Families.
  let children, age: LengthDraw
  let chances: EpisodeChances

  init(_ statistics: Statistics) {
    referralOutcome = WordDraw(statistics[.referralOutcome])
    referralSource = WordDraw(statistics[.referralSource])
    concern = WordDraw(statistics[.concernAtReferral])
    daysToDecision = LengthDraw(statistics[.daysToDecision])
    assessment = LengthDraw(statistics[.assessmentLength])
    enquiry = LengthDraw(statistics[.enquiryLength])
    enquiryToConference = LengthDraw(statistics[.enquiryToConference])
    quorate = Chance(statistics[.conferencesQuorate])
    category = WordDraw(statistics[.categoryOfPlan])
    plan = LengthDraw(statistics[.planLength])
    firstCoreGroup = LengthDraw(statistics[.firstCoreGroupAfter])
    coreGroups = LengthDraw(statistics[.coreGroupInterval])
    visits = LengthDraw(statistics[.visitInterval])
    nextReferral = LengthDraw(statistics[.monthsToNextReferral])
    reviewedInTime = Chance(statistics[.plansReviewedInTime])
    memberAttends = Chance(statistics[.coreGroupMembersAttend])
    notSeen = (1...8).map { LoadDraws.failure(of: statistics[.visitsChildNotSeen]?.share ?? 0, children: Double($0)) }
    childInNeedAfterAssessment = Chance(statistics[.childInNeedAfterAssessment])
    childInNeedAfterEnquiry = Chance(statistics[.childInNeedAfterEnquiry])
    childInNeedAfterPlan = Chance(statistics[.childInNeedAfterPlan])
    childInNeedPlan = LengthDraw(statistics[.childInNeedPlanLength])
    childInNeedMeetings = LengthDraw(statistics[.childInNeedMeetingInterval])
    preProceedings = Chance(statistics[.plansWithPreProceedings])
    issue = Chance(statistics[.preProceedingsWithIssue])
    interimCareOrder = Chance(statistics[.interimCareOrders])
    preProceedingsLength = LengthDraw(statistics[.preProceedingsLength])
    proceedings = LengthDraw(statistics[.proceedingsLength])
    proceedingsOutcome = WordDraw(statistics[.proceedingsOutcome])
    children = LengthDraw(statistics[.childrenInFamily])
    age = LengthDraw(statistics[.ageAtReferral])
    chances = statistics.chances
  }

  /// How often a planned visit fails so that the share of all visits at which one child is not seen is as stated.
  ///
  /// Of several children one is away at as many visits as nobody opens at; whoever of the others then is at home is seen, and
  /// every failed visit is followed by one more at which all are.
  private static func failure(of share: Double, children: Double) -> Chance {
    let forOneChild = children == 1 ? 1 : 2 / (children + 1)
    return Chance(share / (forOneChild - share))
  }
}
