import CivilTime
import Conditions
import Procedures

/// Why it is not known whether a check applies: some dating makes it so and another does not, or the record does not say.
enum CheckDoubt {
  case ofDates
  case ofRecord
}

extension CaseRun {
  /// Makes the checks at an event.
  func checkEvent(_ hooks: Places, at occasion: Occasion) {
    forEachRule(hearing: hooks, at: occasion) { rule, heard in check(rule, heard, at: occasion) }
  }

  /// Makes one check: one judgement, or one per member of its set.
  func check(_ rule: RuleIndex, _ heard: Truth, at occasion: Occasion) {
    let figures = tables.figures[rule]
    guard figures.inForce.contains(day), let require = figures.require else { return }
    workflow = figures.workflow
    trigger = occasion.event
    member = -1
    if heard == .yes { beginAsking() }
    if let during = figures.during, holdsNominally(during) != .yes { return }
    var applies = heard
    if applies != .no, let when = figures.when { applies = applies.and(holds(when)) }
    if applies == .no { return }
    let doubt = applies == .unknown ? keepDoubt() : nil
    beginAsking()
    guard let each = figures.each else {
      if doubt != nil { missing.fill(from: missingInDoubt) }
      return judgeCheck(rule, requirementHolds(require), doubt, at: occasion)
    }
    var words = members(of: each, rule, at: occasion)
    while let word = words.popFirst() {
      member = word
      beginAsking()
      if doubt != nil { missing.fill(from: missingInDoubt) }
      judgeCheck(rule, requirementHolds(require), doubt, at: occasion)
    }
  }

  /// Keeps what left it unanswered whether the check applies, which every member's judgement hangs on.
  private func keepDoubt() -> CheckDoubt {
    missingInDoubt.fill(from: missing)
    return isDoubtOfDates ? .ofDates : .ofRecord
  }

  /// What a check or an invariant requires: silence about a machine that nothing has moved is not taken for absence.
  func requirementHolds(_ condition: CompiledCondition) -> Truth {
    isAskingRequirement = true
    defer { isAskingRequirement = false }
    return holds(condition)
  }

  /// - Parameter doubt: why it is not known whether the rule applies.
  private func judgeCheck(_ rule: RuleIndex, _ required: Truth, _ doubt: CheckDoubt?, at occasion: Occasion) {
    var verdict = Verdict.held
    var certainty = Certainty.certain
    switch required {
    case .yes: break
    case .no, .unknown:
      // Undecided by dates alone: some dating breaks it.
      let isUndecided = doubt == .ofRecord || required == .unknown && !isDoubtOfDates
      verdict = isUndecided ? .notRecorded : .broken
      if required == .unknown || doubt != nil { certainty = isUndecided ? .certain : .possible }
    }
    if verdict != .notRecorded, isUncertain(rule, child) || mayBeBeforeKnown(occasion.time) { certainty = .possible }
    let episode = machines[machinePlace(child, tables.figures[rule].workflow)].episode
    var line = Judged(
      rule: rule, child: child, episode: episode, member: member, verdict: verdict, certainty: certainty,
      ending: .atOnce, opened: span(occasion.time), openingEvent: occasion.event, closingEvent: -1)
    if verdict == .notRecorded, !missing.isEmpty { line.notes = judged.note(missing) }
    judged.add(line, clock: -1)
  }
}
