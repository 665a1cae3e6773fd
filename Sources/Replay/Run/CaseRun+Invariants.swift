import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Judges every invariant of every child once, at the end of a moment.
  func judgeInvariants() {
    guard isMomentOpen, invariantCount > 0 else { return }
    isMomentOpen = false
    for index in children.indices where children[index].isJudged { judgeInvariants(of: index) }
    for index in children.indices { children[index].occasion = nil }
    moved.removeAll()
  }

  /// Judges the invariants of a child that may have changed.
  ///
  /// One that asks for nothing but the child's own states changes with those machines only. One whose `while` did not hold
  /// when it was last asked, and does not now, is off and stays off.
  func judgeInvariants(of index: Int) {
    let occasion = children[index].occasion ?? lastOccasion
    var workflows = children[index].changedWorkflows & tables.invariantWorkflows
    children[index].changedWorkflows = 0
    if completenessVaries { workflows |= unmovedWorkflows(of: index) }
    for word in 0..<tables.invariantWordCount {
      let own = index * tables.invariantWordCount + word
      let before = applying[own]
      var now = before
      var asked = tables.invariantsAlways[word]
      var changed = workflows
      while changed != 0 {
        let workflow = changed.takeLowestBit()
        let place = workflow * tables.invariantWordCount + word
        asked |= tables.invariantsAsking[place]
        let within = tables.invariantsWithin[place]
        if within != 0 { now = now & ~within | applying(place, of: index, workflow) }
      }
      applying[own] = now
      var left = asked & (before | now)
      while left != 0 {
        let place = word * 64 + left.takeLowestBit()
        judge(place, of: index, at: lastMove(of: index, tables.invariantStates[place]) ?? occasion)
      }
    }
  }

  /// Of the invariants whose `while` asks about one workflow alone, those whose `while` holds, bit by bit.
  private func applying(_ place: Int, of index: Int, _ workflow: WorkflowIndex) -> UInt64 {
    let configuration = machines[machinePlace(index, workflow)].configuration
    if let known = tables.invariantWords[place, configuration] { return known }
    child = index
    event = -1
    var bits: UInt64 = 0
    var left = tables.invariantsWithin[place]
    while left != 0 {
      let bit = left.takeLowestBit()
      let invariant = place % tables.invariantWordCount * 64 + bit
      if let during = tables.figures[tables.invariants[invariant]].during, holds(during) != .no { bits |= 1 << UInt64(bit) }
    }
    tables.invariantWords.remember(bits, place, in: configuration)
    return bits
  }

  /// The workflows whose machine nothing recorded has moved, bit by bit: what is asked about them hangs on the record.
  private func unmovedWorkflows(of index: Int) -> UInt64 {
    var workflows = tables.invariantWorkflows
    var left = workflows
    while left != 0 {
      let workflow = left.takeLowestBit()
      if machines[machinePlace(index, workflow)].lastEvent >= 0 { workflows &= ~(1 << UInt64(workflow)) }
    }
    return workflows
  }

  /// The last occasion of the moment that moved a machine of some workflows, which is what made an invariant about them
  /// hold or break.
  private func lastMove(of index: Int, _ workflows: UInt64) -> Occasion? {
    if workflows == 0 { return nil }
    for place in moved.indices.reversed()
    where moved[place].child == index && workflows & (1 << UInt64(moved[place].workflow & 63)) != 0 {
      return moved[place].occasion
    }
    return nil
  }

  /// Something happened that invariants must be judged after.
  func openMoment(at occasion: Occasion, for index: Int?) {
    isMomentOpen = true
    lastOccasion = occasion
    if let index { children[index].occasion = occasion }
  }

  private func judge(_ place: Int, of index: Int, at occasion: Occasion) {
    let rule = tables.invariants[place]
    let now = condition(of: rule, for: index, at: occasion.time)
    let own = index * invariantCount + place
    guard now != stretches[own].condition else { return }
    endStretch(place, of: index, at: occasion.time, event: occasion.event, kind: .restored)
    var stretch = InvariantStretch()
    stretch.condition = now
    stretch.start = occasion.time
    stretch.event = occasion.event
    stretch.episode = machines[machinePlace(index, tables.figures[rule].workflow)].episode
    if now == .unknown, !missing.isEmpty { stretch.missing = judged.note(missing) }
    stretch.isUncertain = isUncertain(rule, index)
    stretches[own] = stretch
  }

  private func condition(
    of rule: RuleIndex, for index: Int, at time: TimeReference
  ) -> InvariantStretch.Condition {
    let figures = tables.figures[rule]
    guard figures.inForce.contains(day), let during = figures.during, let require = figures.require else { return .off }
    child = index
    occasionTime = time
    event = -1
    trigger = -1
    workflow = figures.workflow
    member = -1
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
  func endStretch(_ place: Int, of index: Int, at time: TimeReference, event: Int, kind: Judgement.Ending) {
    let own = index * invariantCount + place
    let stretch = stretches[own]
    guard stretch.condition != .off else { return }
    stretches[own].condition = .off
    let rule = tables.invariants[place]
    let ending = ClockEnding(kind: kind, time: time, event: event, minute: -1)
    switch stretch.condition {
    case .broken, .brokenPossibly:
      if tables.rules[rule].length != nil {
        return judged.add(limited(line(stretch, rule, index, .broken, ending), stretch, rule, index, ending), clock: -1)
      }
      judged.add(line(stretch, rule, index, .broken, ending), clock: -1)
    case .unknown: judged.add(line(stretch, rule, index, .notRecorded, ending), clock: -1)
    case .off, .held: judged.add(line(stretch, rule, index, .held, ending), clock: -1)
    }
  }

  private func line(
    _ stretch: InvariantStretch, _ rule: RuleIndex, _ index: Int, _ verdict: Verdict, _ ending: ClockEnding
  ) -> Judged {
    let isPossible = stretch.condition == .brokenPossibly || stretch.isUncertain || isUncertain(rule, index)
    var line = Judged(
      rule: rule, child: index, episode: stretch.episode, member: -1, verdict: verdict,
      certainty: isPossible && verdict != .notRecorded ? .possible : .certain, ending: ending.kind,
      opened: span(stretch.start), ended: span(ending.time), openingEvent: stretch.event, closingEvent: ending.event)
    line.notes = stretch.missing
    return line
  }

  /// A stretch that may last a while is broken only when it lasts longer.
  private func limited(
    _ line: Judged, _ stretch: InvariantStretch, _ rule: RuleIndex, _ index: Int, _ ending: ClockEnding
  ) -> Judged {
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
    let lateness =
      verdict == .broken
      ? outcomes.lateness.map { Lateness(least: $0.least, most: $0.most, unit: tables.figures[rule].unit) } : nil
    return Judged(
      rule: rule, child: index, episode: stretch.episode, member: -1, verdict: verdict,
      certainty: line.certainty == .possible || !outcomes.isCertain ? .possible : .certain, ending: ending.kind,
      opened: line.opened, due: outcomes.dueSpan, ended: line.ended, lateness: lateness,
      openingEvent: line.openingEvent, closingEvent: line.closingEvent)
  }
}
