import CivilTime
import Conditions
import Procedures

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
    if let during = figures.during, holds(during) != .yes { return }
    var applies = heard
    if applies != .no, let when = figures.when { applies = applies.and(holds(when)) }
    if applies == .no { return }
    let doubts = applies == .unknown ? missing : []
    beginAsking()
    guard let each = figures.each else {
      missing = doubts
      return judgeCheck(rule, requirementHolds(require), applies, at: occasion)
    }
    var words = members(of: each, rule, at: occasion)
    while let word = words.popFirst() {
      member = word
      beginAsking()
      if applies == .unknown { missing = doubts }
      judgeCheck(rule, requirementHolds(require), applies, at: occasion)
    }
  }

  /// What a check or an invariant requires: silence about a machine that nothing has moved is not taken for absence.
  func requirementHolds(_ condition: CompiledCondition) -> Truth {
    isAskingRequirement = true
    defer { isAskingRequirement = false }
    return holds(condition)
  }

  private func judgeCheck(_ rule: RuleIndex, _ required: Truth, _ applies: Truth, at occasion: Occasion) {
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
    if verdict != .notRecorded, isUncertain(rule, child) || mayBeBeforeKnown(occasion.time) { certainty = .possible }
    let episode = machines[machinePlace(child, tables.figures[rule].workflow)].episode
    var line = Judged(
      rule: rule, child: child, episode: episode, member: member, verdict: verdict, certainty: certainty,
      ending: .atOnce, opened: span(occasion.time), openingEvent: occasion.event, closingEvent: -1)
    if verdict == .notRecorded, !missing.isEmpty { line.notes = judged.note(missing: missing.withoutRepeats()) }
    judged.add(line, clock: -1)
  }
}
