import CivilTime
import Conditions
import Procedures

/// Why it is not known whether a check applies: some dating makes it so and another does not, or the record does not say.
enum CheckDoubt {
  case ofDates
  case ofRecord
}

extension CaseRun {
  /// Makes one check: one judgement, or one per member of its set.
  func check(_ rule: RuleIndex, _ heard: Truth, at occasion: Occasion) {
    guard tables.figures[rule].inForce.contains(day), let require = tables.figures[rule].require else { return }
    workflow = tables.figures[rule].workflow
    trigger = occasion.event
    member = -1
    if heard == .yes { beginAsking() }
    if let during = tables.figures[rule].during, holdsNominally(during) != .yes { return }
    var applies = heard
    if applies != .no, let when = tables.figures[rule].when { applies = applies.and(holds(when)) }
    if applies == .no { return }
    let doubt = applies == .unknown ? keepDoubt() : nil
    beginAsking()
    guard let each = tables.figures[rule].each else {
      if doubt != nil { missing.fill(from: missingInDoubt) }
      return judgeCheck(rule, requirementHolds(require), doubt, at: occasion)
    }
    var words = members(of: each, rule, at: occasion)
    if doubt == nil, words.bits != 0, tables.figures[rule].requiresTogether {
      return judgeTogether(rule, require, words.bits, at: occasion)
    }
    while let word = words.popFirst() {
      member = word
      beginAsking()
      if doubt != nil { missing.fill(from: missingInDoubt) }
      judgeCheck(rule, requirementHolds(require), doubt, at: occasion)
    }
  }

  /// Judges a check for the members of its set: together those of whom the record says enough, the others one by one.
  private func judgeTogether(
    _ rule: RuleIndex, _ require: CompiledCondition, _ members: UInt128, at occasion: Occasion
  ) {
    let truths = requirementHolds(require, forEach: members)
    var members = members
    if isPassing(rule) {
      let held = (truths.yes & members).nonzeroBitCount
      if held > 0 { judged.pass(rule, .held, times: held) }
      members &= ~truths.yes
      if members == 0 { return }
    }
    let certainty = certaintyOfCheck(rule, at: occasion)
    let held = line(rule, .held, certainty, at: occasion)
    let broken = line(rule, .broken, certainty, at: occasion)
    judgeEach(
      UInt64(truncatingIfNeeded: members), UInt64(truncatingIfNeeded: truths.yes), UInt64(truncatingIfNeeded: truths.no),
      from: 0, held, broken, rule, require, at: occasion)
    judgeEach(
      UInt64(truncatingIfNeeded: members >> 64), UInt64(truncatingIfNeeded: truths.yes >> 64),
      UInt64(truncatingIfNeeded: truths.no >> 64), from: 64, held, broken, rule, require, at: occasion)
  }

  /// Judges 64 of the members, which are words from one on, bit by bit.
  @inline(__always) private func judgeEach(
    _ members: UInt64, _ yes: UInt64, _ no: UInt64, from first: Int, _ held: Judged, _ broken: Judged, _ rule: RuleIndex,
    _ require: CompiledCondition, at occasion: Occasion
  ) {
    var left = members
    while left != 0 {
      let word = left.takeLowestBit()
      let bit: UInt64 = 1 << UInt64(word)
      if (yes | no) & bit != 0 {
        judged.add(yes & bit != 0 ? held : broken, member: first + word)
      } else {
        member = first + word
        beginAsking()
        judgeCheck(rule, requirementHolds(require), nil, at: occasion)
      }
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

  /// The same for every word that `each` may stand for at once.
  private func requirementHolds(_ condition: CompiledCondition, forEach words: UInt128) -> MemberTruths {
    isAskingRequirement = true
    defer { isAskingRequirement = false }
    return holds(condition, forEach: words)
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
    if !verdict.isBreach, isPassing(rule) { return judged.pass(rule, verdict) }
    if verdict != .notRecorded, certainty == .certain { certainty = certaintyOfCheck(rule, at: occasion) }
    var line = line(rule, verdict, certainty, at: occasion)
    if verdict == .notRecorded, !missing.isEmpty { line.notes = judged.note(missing) }
    judged.add(line, clock: -1)
  }

  /// Whether what holds, or is not recorded, is only counted.
  @inline(__always) private func isPassing(_ rule: RuleIndex) -> Bool {
    !judged.keepsAll && tables.figures[rule].isJudgedOnce
  }

  /// Whether a check that is decided rests on a machine that is only possibly where it is, or on an event that may have
  /// been before the child was known.
  private func certaintyOfCheck(_ rule: RuleIndex, at occasion: Occasion) -> Certainty {
    isUncertain(rule, child) || mayBeBeforeKnown(occasion.time) ? .possible : .certain
  }

  private func line(_ rule: RuleIndex, _ verdict: Verdict, _ certainty: Certainty, at occasion: Occasion) -> Judged {
    Judged(
      rule: rule, child: child, episode: machines[machinePlace(child, tables.figures[rule].workflow)].episode,
      member: member, verdict: verdict, certainty: certainty, ending: .atOnce, opened: span(occasion.time),
      openingEvent: occasion.event, closingEvent: -1)
  }
}
