/// The events of the vocabulary of `workflows/england` that cases are made of.
///
/// A made-up record is complete for these and says nothing of any other, so that what is not made is not recorded rather
/// than not done.
public enum EventName: String, Sendable, CaseIterable {
  case referralReceived = "referral_received"
  case referralDecided = "referral_decided"
  case caseAllocated = "case_allocated"
  case assessmentStarted = "child_and_family_assessment_started"
  case assessmentCompleted = "child_and_family_assessment_completed"
  case strategyDiscussionHeld = "strategy_discussion_held"
  case enquiryStarted = "section_47_enquiry_started"
  case enquiryConcluded = "section_47_enquiry_concluded"
  case conferenceRequested = "conference_requested"
  case conferenceHeld = "child_protection_conference_held"
  case planStarted = "child_protection_plan_started"
  case planEnded = "child_protection_plan_ended"
  case coreGroupHeld = "core_group_held"
  case visitAttempted = "social_work_visit_attempted"
  case childInNeedPlanStarted = "child_in_need_plan_started"
  case childInNeedPlanAgreed = "child_in_need_plan_agreed"
  case childInNeedMeetingHeld = "child_in_need_meeting_held"
  case childInNeedPlanEnded = "child_in_need_plan_ended"
  case legalPlanningHeld = "legal_planning_held"
  case preProceedingsStarted = "pre_proceedings_started"
  case letterSent = "letter_before_proceedings_sent"
  case preProceedingsMeetingHeld = "pre_proceedings_meeting_held"
  case parentingAssessmentCompleted = "parenting_assessment_completed"
  case preProceedingsReviewHeld = "pre_proceedings_review_held"
  case preProceedingsEnded = "pre_proceedings_ended"
  case issueDecided = "decision_to_issue_recorded"
  case outcomeLetterSent = "outcome_letter_sent"
  case proceedingsIssued = "care_proceedings_issued"
  case directionsGiven = "directions_on_issue_given"
  case applicationServed = "application_served"
  case guardianAppointed = "guardian_appointed"
  case caseManagementHearingHeld = "case_management_hearing_held"
  case issuesResolutionHearingHeld = "issues_resolution_hearing_held"
  case finalHearingHeld = "final_hearing_held"
  case proceedingsConcluded = "proceedings_concluded"
  case interimCareOrderMade = "interim_care_order_made"
  case careOrderMade = "care_order_made"
  case supervisionOrderMade = "supervision_order_made"
  case specialGuardianshipOrderMade = "special_guardianship_order_made"
  case childMoved = "child_moved"
  case placementPlanAgreed = "placement_plan_agreed"
  case placementNotified = "placement_notified"
  case reviewingOfficerNamed = "reviewing_officer_named"
  case carePlanAgreed = "care_plan_agreed"
  case healthAssessed = "looked_after_health_assessed"
  case lookedAfterReviewHeld = "looked_after_review_held"
  case permanenceDecided = "permanence_decided"
  case lookedAfterEnded = "looked_after_ended"
  case caseClosed = "case_closed"
}

/// The attributes of the vocabulary that made-up events state, in the order of their columns.
public enum AttributeName: String, Sendable, CaseIterable {
  case kind
  case outcome
  case reason
  case by
  case category
  case risksKnown = "risks_known"
  case attended
  case quorate
  case conferenceIntended = "conference_intended"
  case childSeen = "child_seen"
  case visitsEvery = "visits_every"
  case outcomesMet = "outcomes_met"
  case managerReviewed = "manager_reviewed"
  case reasonsRecorded = "reasons_recorded"
  case papersReady = "papers_ready"
  case documents
  case contents
  case arrangedBy = "arranged_by"
  case arrangement
  case livesWith = "lives_with"
  case approvedBy = "approved_by"
  case authorisedBy = "authorised_by"
  case closingSummary = "closing_summary"
}
