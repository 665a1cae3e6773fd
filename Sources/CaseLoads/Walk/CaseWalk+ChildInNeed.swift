import CivilTime

extension CaseWalk {
  enum FurtherAssessment {
    case withFurtherAssessment
    case withoutFurtherAssessment
  }

  /// A child in need plan with its meetings and visits; the day on which it ends.
  mutating func childInNeed(from day: Day, _ manner: FurtherAssessment) -> Day {
    let start = CaseWalk.workingDay(numbers.from(1, to: 5), after: day)
    let assessed = manner == .withFurtherAssessment ? furtherAssessment(from: start) : nil
    let drawn = start.adding(days: draws.of.childInNeedPlan.draw(&numbers) * 7)
    // No plan ends while an assessment is open.
    let end = CaseWalk.workingDay(0, after: max(drawn, assessed ?? drawn))
    add(.childInNeedPlanStarted, on: start)
    add(.childInNeedPlanAgreed, on: start, MadeAttribute(name: .visitsEvery, value: .length("6 weeks")))
    var meeting = CaseWalk.workingDay(until: start.adding(days: numbers.from(14, to: 28)))
    while meeting < end {
      add(.childInNeedMeetingHeld, on: meeting)
      meeting = draws.of.childInNeedMeetings.workingDay(after: meeting, &numbers)
    }
    visit(from: start, to: end, every: draws.of.childInNeedMeetings)
    add(.childInNeedPlanEnded, on: end, .truth(.outcomesMet, true))
    return end
  }
}
