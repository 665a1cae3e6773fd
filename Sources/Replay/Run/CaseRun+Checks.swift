import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// Makes the checks at an event.
  func checkEvent(_ hooks: [Hook], at occasion: Occasion) {
    forEachRule(hearing: hooks, at: occasion) { rule, heard in check(rule, heard, at: occasion) }
  }

  /// Makes one check: one judgement, or one per member of its set.
  func check(_ index: RuleIndex, _ heard: Truth, at occasion: Occasion) {
    let rule = tables.rules[index]
    guard rule.inForce.contains(day), let require = rule.require else { return }
    workflow = rule.workflow
    trigger = occasion.event
    member = .null
    if heard == .yes { beginAsking() }
    if let during = rule.during, holds(during) != .yes { return }
    var applies = heard
    if applies != .no, let when = rule.when { applies = applies.and(holds(when)) }
    if applies == .no { return }
    let doubts = missing
    guard let each = rule.each else {
      beginAsking()
      if applies == .unknown { missing = doubts }
      return judgeCheck(index, requirementHolds(require), applies, -1, at: occasion)
    }
    beginAsking()
    for member in members(of: each, index, at: occasion) {
      self.member = .choice(member)
      beginAsking()
      if applies == .unknown { missing = doubts }
      judgeCheck(index, requirementHolds(require), applies, member, at: occasion)
    }
  }

  /// What a check or an invariant requires: silence about a machine that nothing has moved is not taken for absence.
  func requirementHolds(_ condition: CompiledCondition) -> Truth {
    isAskingRequirement = true
    defer { isAskingRequirement = false }
    return holds(condition)
  }

  private func judgeCheck(_ rule: RuleIndex, _ required: Truth, _ applies: Truth, _ member: Int, at occasion: Occasion) {
    let verdict: Verdict
    var certainty = Certainty.certain
    switch (required, applies) {
    case (.yes, _): verdict = .held
    case (_, .unknown): verdict = .notRecorded
    case (.no, _): verdict = .broken
    case (.unknown, _):
      // Undecided by dates alone: some dating breaks it.
      verdict = missing.isEmpty && timeIsUncertain ? .broken : .notRecorded
      if verdict == .broken { certainty = .possible }
    }
    if verdict != .notRecorded, isUncertain(rule) || mayBeBeforeKnown(occasion.time) { certainty = .possible }
    record(
      Judgement(
        rule: rule, child: child, episode: children[child].machines[tables.rules[rule].workflow].episode,
        member: member < 0 ? nil : member, verdict: verdict, certainty: certainty, opened: span(occasion.time), due: nil,
        ended: nil, ending: .atOnce, lateness: nil, openingEvent: occasion.event < 0 ? nil : occasion.event,
        closingEvent: nil, missing: verdict == .notRecorded ? missing.withoutRepeats() : []), clock: -1)
  }
}
