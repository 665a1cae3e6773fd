/// The figures that a file of statistics has, every one of them.
public enum FigureName: String, Sendable, CaseIterable {
  case assessmentsPerReferral = "assessments_per_referral"
  case referralOutcome = "referral_outcome"
  case referralSource = "referral_source"
  case concernAtReferral = "concern_at_referral"
  case daysToDecision = "days_to_decision"
  case assessmentLength = "assessment_length"
  case enquiriesPerReferral = "enquiries_per_referral"
  case enquiryLength = "enquiry_length"
  case conferencesPerEnquiry = "conferences_per_enquiry"
  case enquiryToConference = "enquiry_to_conference"
  case conferencesQuorate = "conferences_quorate"
  case plansPerConference = "plans_per_conference"
  case categoryOfPlan = "category_of_plan"
  case secondOrLaterPlans = "second_or_later_plans"
  case planLength = "plan_length"
  case planLengthOn31March = "plan_length_on_31_march"
  case plansReviewedInTime = "plans_reviewed_in_time"
  case firstCoreGroupAfter = "first_core_group_after"
  case coreGroupInterval = "core_group_interval"
  case coreGroupMembersAttend = "core_group_members_attend"
  case visitInterval = "visit_interval"
  case visitsChildNotSeen = "visits_child_not_seen"
  case monthsToNextReferral = "months_to_next_referral"
  case childInNeedAfterAssessment = "child_in_need_after_assessment"
  case childInNeedAfterEnquiry = "child_in_need_after_enquiry"
  case childInNeedAfterPlan = "child_in_need_after_plan"
  case childInNeedPlanLength = "child_in_need_plan_length"
  case childInNeedMeetingInterval = "child_in_need_meeting_interval"
  case plansWithPreProceedings = "plans_with_pre_proceedings"
  case preProceedingsLength = "pre_proceedings_length"
  case preProceedingsWithIssue = "pre_proceedings_with_issue"
  case interimCareOrders = "interim_care_orders"
  case proceedingsLength = "proceedings_length"
  case proceedingsOutcome = "proceedings_outcome"
  case childrenInFamily = "children_in_family"
  case ageAtReferral = "age_at_referral"

  /// Whether cases are made by it; one that is not is only measured, and shows what the others come to together.
  public var isSteering: Bool { self != .planLengthOn31March }
}

extension FigureName {
  /// In which form the figure stands.
  var form: FigureForm {
    switch self {
    case .assessmentsPerReferral, .enquiriesPerReferral: .ratio
    case .conferencesPerEnquiry, .conferencesQuorate, .plansPerConference, .secondOrLaterPlans, .plansReviewedInTime,
      .coreGroupMembersAttend, .visitsChildNotSeen, .childInNeedAfterAssessment, .childInNeedAfterEnquiry,
      .childInNeedAfterPlan, .plansWithPreProceedings, .preProceedingsWithIssue, .interimCareOrders:
      .share
    case .referralOutcome: .words(["assessed", "early_help", "no_further_action"])
    case .referralSource: .words(FigureName.referrers)
    case .concernAtReferral: .words(FigureName.concerns)
    case .categoryOfPlan: .words(["neglect", "physical_abuse", "sexual_abuse", "emotional_abuse", "several"])
    case .proceedingsOutcome: .words(["care_order", "supervision_order", "special_guardianship_order", "no_order"])
    case .daysToDecision, .assessmentLength, .enquiryLength, .enquiryToConference, .firstCoreGroupAfter:
      .lengths(.workingDays)
    case .coreGroupInterval, .visitInterval, .childInNeedMeetingInterval: .lengths(.days)
    case .childInNeedPlanLength, .preProceedingsLength, .proceedingsLength: .lengths(.weeks)
    case .planLength, .planLengthOn31March, .monthsToNextReferral: .lengths(.months)
    case .ageAtReferral: .lengths(.years)
    case .childrenInFamily: .lengths(.children)
    }
  }

  /// Roles of the vocabulary that may make a referral.
  private static let referrers = [
    "police", "school", "nursery", "education_welfare_service", "health_visitor", "school_nurse", "midwife", "hospital",
    "general_practitioner", "paediatrician", "mental_health_service", "child_mental_health_service", "ambulance_service",
    "substance_misuse_service", "domestic_abuse_service", "housing", "probation", "youth_justice_service",
    "adult_social_care", "another_authority", "early_help_service", "voluntary_organisation", "member_of_the_public",
    "relative", "mother", "father", "child", "court", "cafcass",
  ]

  private static let concerns = [
    "neglect", "physical_abuse", "sexual_abuse", "emotional_abuse", "exploitation", "domestic_abuse", "substance_misuse",
    "mental_ill_health", "home_conditions", "health_needs", "self_harm", "parenting_capacity",
  ]
}

/// The forms of a figure.
enum FigureForm: Equatable, Sendable {
  /// So many of so many, never more than all.
  case share
  /// So many for so many, which may be more than one for each.
  case ratio
  case words([String])
  case lengths(LengthUnit)
}

/// In what a length is counted.
public enum LengthUnit: String, Sendable {
  case workingDays = "working days"
  case days
  case weeks
  case months
  case years
  case children

  /// The lengths that a figure may speak of.
  var allowed: ClosedRange<Int> {
    switch self {
    case .workingDays: 0...500
    case .days: 1...1_000
    case .weeks: 1...200
    case .months: 0...120
    case .years: 0...17
    case .children: 1...8
    }
  }
}
