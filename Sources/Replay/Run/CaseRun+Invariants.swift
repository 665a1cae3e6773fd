import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Judges every invariant of every child once, at the end of a moment.
  func judgeInvariants() {
    guard isMomentOpen, !tables.invariants.isEmpty else { return }
    isMomentOpen = false
    defer { moved.removeAll(keepingCapacity: true) }
    for index in children.indices where children[index].isJudged { judgeInvariants(of: index) }
    for index in children.indices { children[index].occasion = nil }
  }

  func judgeInvariants(of index: Int) {
    let occasion = children[index].occasion ?? lastOccasion
    let changed = children[index].changedWorkflows
    children[index].changedWorkflows = 0
    for rule in tables.invariants {
      guard let asked = tables.invariantStates[rule] else {
        judge(rule, of: index, at: occasion)
        continue
      }
      if asked & changed != 0 || mayDependOnSilence(asked, index) {
        judge(rule, of: index, at: lastMove(of: index, asked) ?? occasion)
      }
    }
  }

  /// Whether nothing recorded has moved some machine that an invariant asks about, so that it hangs on the record.
  private func mayDependOnSilence(_ workflows: UInt64, _ index: Int) -> Bool {
    guard !history.completeness.isEmpty else { return false }
    return children[index].machines.indices.contains {
      workflows & (1 << UInt64($0 & 63)) != 0 && children[index].machines[$0].lastEvent < 0
    }
  }

  /// The last occasion of the moment that moved a machine of some workflows, which is what made an invariant about them
  /// hold or break.
  private func lastMove(of index: Int, _ workflows: UInt64) -> Occasion? {
    moved.last { $0.child == index && workflows & (1 << UInt64($0.workflow & 63)) != 0 }?.occasion
  }

  /// Something happened that invariants must be judged after.
  func openMoment(at occasion: Occasion, for index: Int?) {
    isMomentOpen = true
    lastOccasion = occasion
    if let index { children[index].occasion = occasion }
  }

  private func judge(_ rule: RuleIndex, of index: Int, at occasion: Occasion) {
    let now = condition(of: rule, for: index, at: occasion.time)
    guard now != children[index].stretches[tables.invariantPlace[rule]].condition else { return }
    endStretch(rule, of: index, at: occasion.time, event: occasion.event, kind: .restored)
    let compiled = tables.rules[rule]
    children[index].stretches[tables.invariantPlace[rule]] = InvariantStretch(
      condition: now, start: occasion.time, event: occasion.event,
      episode: children[index].machines[compiled.workflow].episode, missing: now == .unknown ? missing : [],
      isUncertain: isUncertain(rule, index))
  }

  private func condition(
    of rule: RuleIndex, for index: Int, at time: TimeReference
  ) -> InvariantStretch.Condition {
    let compiled = tables.rules[rule]
    guard compiled.inForce.contains(day), let during = compiled.during, let require = compiled.require else { return .off }
    child = index
    occasionTime = time
    event = -1
    trigger = -1
    workflow = compiled.workflow
    member = .null
    beginAsking()
    let applies = holds(during)
    if applies == .no { return .off }
    switch (requirementHolds(require), applies) {
    case (.yes, .yes): return .held
    case (.yes, _): return .off
    case (.no, .yes): return .broken
    default: return missing.isEmpty && timeIsUncertain ? .brokenPossibly : .unknown
    }
  }

  /// Judges the stretch that ends, if there is one.
  func endStretch(_ rule: RuleIndex, of index: Int, at time: TimeReference, event: Int, kind: Judgement.Ending) {
    let stretch = children[index].stretches[tables.invariantPlace[rule]]
    guard stretch.condition != .off else { return }
    children[index].stretches[tables.invariantPlace[rule]].condition = .off
    let ending = ClockEnding(kind: kind, time: time, event: event, minute: -1)
    record(judgement(of: stretch, rule, index, ending), clock: -1)
  }

  private func judgement(
    of stretch: InvariantStretch, _ rule: RuleIndex, _ index: Int, _ ending: ClockEnding
  ) -> Judgement {
    var judgement = Judgement(
      rule: rule, child: index, episode: stretch.episode, member: nil, verdict: .held, certainty: .certain,
      opened: span(stretch.start), due: nil, ended: span(ending.time), ending: ending.kind, lateness: nil,
      openingEvent: stretch.event < 0 ? nil : stretch.event, closingEvent: ending.event < 0 ? nil : ending.event,
      missing: stretch.missing)
    switch stretch.condition {
    case .off, .held: break
    case .unknown:
      judgement.verdict = .notRecorded
      return judgement
    case .broken, .brokenPossibly:
      judgement.verdict = .broken
      if tables.rules[rule].length != nil { judgement = limited(judgement, stretch, rule, index, ending) }
    }
    if stretch.condition == .brokenPossibly || stretch.isUncertain || isUncertain(rule, index) {
      judgement.certainty = .possible
    }
    return judgement
  }

  /// A stretch that may last a while is broken only when it lasts longer.
  private func limited(
    _ judgement: Judgement, _ stretch: InvariantStretch, _ rule: RuleIndex, _ index: Int, _ ending: ClockEnding
  ) -> Judgement {
    let clock = Clock(
      rule: rule, child: index, episode: stretch.episode, member: -1, opening: stretch.start,
      openingEvent: stretch.event, trigger: -1, step: 0, minute: -1)
    let kind: Judgement.Ending = ending.kind == .observationEnded ? .observationEnded : .left
    let outcomes = outcomes(
      of: clock, endingAt: ClockEnding(kind: kind, time: ending.time, event: ending.event, minute: -1))
    let verdict: Verdict =
      switch outcomes.worst {
      case .missed: .broken
      case .running: .running
      default: .held
      }
    return Judgement(
      rule: rule, child: index, episode: stretch.episode, member: nil, verdict: verdict,
      certainty: outcomes.isCertain ? .certain : .possible, opened: judgement.opened, due: outcomes.due?.span,
      ended: judgement.ended, ending: ending.kind,
      lateness: verdict == .broken
        ? outcomes.lateness.map { Lateness(least: $0.least, most: $0.most, unit: tables.units[rule]) } : nil,
      openingEvent: judgement.openingEvent, closingEvent: judgement.closingEvent)
  }
}
