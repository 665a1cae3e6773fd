/// The chances of each step in the first episode of a case, and of another episode after a plan.
///
/// The published ratios are of all referrals, enquiries, conferences and plans of a year. Some of the plans are second or
/// later ones: an episode that leads to such a plan is a referral with an enquiry, a conference and a plan for certain. What
/// is left of each ratio, once those are taken away, is for the first episodes.
struct EpisodeChances: Sendable {
  /// That an assessment has an enquiry beside it.
  let enquiry: Chance
  /// That an enquiry of a first episode leads to a conference.
  let conference: Chance
  /// That a conference of a first episode makes a plan.
  let plan: Chance
  /// That a plan that ended without care proceedings is followed by another.
  let anotherPlan: Chance
  /// That there is a further assessment while there is a plan of either kind.
  let furtherAssessment: Chance

  /// - Returns: `nil` where no cases have all of these shares together.
  init?(_ figures: [FigureName: StatisticalFigure]) {
    func share(_ name: FigureName) -> Double { figures[name]?.share ?? 0 }
    // All are of one referral.
    let (assessments, enquiries) = (share(.assessmentsPerReferral), share(.enquiriesPerReferral))
    let conferences = enquiries * share(.conferencesPerEnquiry)
    let plans = conferences * share(.plansPerConference)
    let later = plans * share(.secondOrLaterPlans)
    let assessed = figures[.referralOutcome]?.share(of: "assessed") ?? 0
    let firstEnquiries = (enquiries - later) / (1 - later)
    let firstConferences = (conferences - later) / (enquiries - later)
    let firstPlans = (plans - later) / (conferences - later)
    let inProceedings = share(.plansWithPreProceedings) * share(.preProceedingsWithIssue)
    let another = share(.secondOrLaterPlans) / (1 - inProceedings)

    let withoutPlan = firstEnquiries * (1 - firstConferences * firstPlans)
    let childInNeed =
      (assessed - firstEnquiries) * share(.childInNeedAfterAssessment) + withoutPlan * share(.childInNeedAfterEnquiry)
    let planned = (1 - later) * (childInNeed + firstEnquiries * firstConferences * firstPlans) + later
    let further = (assessments - assessed * (1 - later) - later) / planned
    let shares = [firstEnquiries / assessed, firstConferences, firstPlans, another, further]
    guard shares.allSatisfy({ $0.isFinite && $0 >= 0 && $0 <= 1 }) else { return nil }
    (enquiry, conference, plan) = (Chance(shares[0]), Chance(shares[1]), Chance(shares[2]))
    (anotherPlan, furtherAssessment) = (Chance(another), Chance(further))
  }
}
