/// Twelve rules of `workflows/england` that SQL can say, of all four forms; `Peers/README.md` tells what each asks for.
enum TwelveRules {
  static let names = [
    // Deadlines, in working days, in months and in weeks that begin with the first day.
    "referral.decided",
    "child_protection_plan.initial_conference",
    "core_group.first_core_group",
    "child_protection_plan.first_review",
    "care_proceedings.twenty_six_weeks",
    // Cadences, in weeks and in months.
    "visits.child_protection_visits",
    "child_protection_plan.later_reviews",
    "child_in_need.meetings",
    // Checks, of each member of a set, and with a part that the record does not say.
    "core_group.members_attend",
    "child_protection_plan.quorate",
    // Invariants over states.
    "child_protection_plan.no_child_in_need_plan_beside",
    "legal_order.interim_orders_need_proceedings",
  ]
}
