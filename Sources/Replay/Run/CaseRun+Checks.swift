import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// Makes a check: one judgement, or one per member of its set.
  func check(_ hook: Hook, at occasion: Occasion) {
    let rule = tables.rules[hook.rule]
    guard rule.inForce.contains(day), let require = rule.require else { return }
    workflow = rule.workflow
    trigger = occasion.event
    member = .null
    if let during = rule.during, holds(during) != .yes { return }
    beginAsking()
    var applies = hook.condition.map(holds) ?? .yes
    if applies != .no, let when = rule.when { applies = applies.and(holds(when)) }
    if applies == .no { return }
    let doubts = missing
    for member in membersToCheck(rule, hook.rule, at: occasion) {
      self.member = member < 0 ? .null : .choice(member)
      beginAsking()
      if applies == .unknown { missing = doubts }
      judgeCheck(hook.rule, holds(require), applies, member, at: occasion)
    }
  }

  private func membersToCheck(_ rule: CompiledRule, _ index: RuleIndex, at occasion: Occasion) -> [Int] {
    guard let each = rule.each else { return [-1] }
    beginAsking()
    return members(of: each, index, at: occasion)
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
    if verdict == .broken, isUncertain(rule) { certainty = .possible }
    record(
      Judgement(
        rule: rule, child: child, episode: children[child].machines[tables.rules[rule].workflow].episode,
        member: member < 0 ? nil : member, verdict: verdict, certainty: certainty, opened: span(occasion.time), due: nil,
        ended: nil, ending: .atOnce, lateness: nil, openingEvent: occasion.event < 0 ? nil : occasion.event,
        closingEvent: nil, missing: verdict == .notRecorded ? missing.withoutRepeats() : []), clock: -1)
  }
}
