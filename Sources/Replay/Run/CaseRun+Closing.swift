import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Takes a clock off the open ones and judges it.
  func close(_ number: Int, by ending: ClockEnding) {
    unlink(number)
    if isUncertain(clocks[number].rule, clocks[number].child) { clocks[number].isUncertain = true }
    if judgeExactly(number, by: ending) { return }
    let clock = clocks[number]
    if tables.figures[clock.rule].form == .slots { return judgeSlots(number, by: ending) }
    if !clock.isDatable {
      if let judgement = undated(number, ending) { judged.add(judgement, clock: number) }
      return
    }
    if var judgement = judgement(of: number, by: ending) {
      if judgement.verdict.isBreach { temper(&judgement, number, ending) }
      if judgement.verdict.isBreach, tables.figures[clock.rule].extensionLimit > clock.extensions.count {
        allowForExtension(&judgement, clock, ending)
      }
      judged.add(judgement, clock: number)
    }
  }

  /// Whether the rule was in force on every day on which a clock may have opened.
  private func isAlwaysInForce(_ clock: Clock) -> Bool {
    let range = range(of: clock.opening)
    let inForce = tables.rules[clock.rule].inForce
    return inForce.contains(range.least) && inForce.contains(range.most)
  }

  /// A clock whose length or date is not recorded: met where it was met as it opened, and otherwise not recorded.
  func undated(_ number: Int, _ ending: ClockEnding) -> Judgement? {
    let clock = clocks[number]
    guard mayBeInForce(clock.rule, at: clock.opening) else { return nil }
    let isMet = ending.kind == .fulfilled && ending.time == clock.opening && !tables.figures[clock.rule].opensOnDate
    return Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member < 0 ? nil : clock.member,
      verdict: isMet ? .met : .notRecorded,
      certainty: isMet && (clock.isUncertain || !isAlwaysInForce(clock)) ? .possible : .certain,
      opened: span(clock.opening), due: nil, ended: span(ending.time), ending: ending.kind, lateness: nil,
      openingEvent: clock.openingEvent < 0 ? nil : clock.openingEvent, closingEvent: ending.event < 0 ? nil : ending.event,
      furtherEvidence: clock.extensions.map(\.event) + (clock.extras?.redating ?? []),
      missing: isMet ? [] : clock.missing.withoutRepeats())
  }

  private func unlink(_ number: Int) {
    let next = clocks[number].next
    let place = rulePlace(clocks[number].child, clocks[number].rule)
    if openClocks[place] == number {
      openClocks[place] = next
      return
    }
    var previous = Int(openClocks[place])
    while previous >= 0, clocks[previous].next != number { previous = Int(clocks[previous].next) }
    if previous >= 0 { clocks[previous].next = next }
  }

  /// What the dates alone say; `nil` where the rule was in force under no dating.
  private func judgement(of number: Int, by ending: ClockEnding) -> Judgement? {
    let clock = clocks[number]
    let outcomes = outcomes(of: clock, endingAt: ending)
    guard outcomes.due != nil else { return nil }
    let worst = outcomes.worst
    let isBreach = worst.isBreach
    return Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member < 0 ? nil : clock.member,
      verdict: worst, certainty: outcomes.isCertain && !clock.isUncertain ? .certain : .possible,
      opened: outcomes.opened?.span ?? span(clock.opening),
      due: outcomes.dueSpan, ended: span(ending.time), ending: ending.kind,
      lateness: isBreach ? outcomes.lateness.map { told($0, clock.rule) } : nil,
      openingEvent: clock.openingEvent < 0 ? nil : clock.openingEvent,
      closingEvent: ending.event < 0 ? nil : ending.event,
      furtherEvidence: clock.extensions.map(\.event) + (clock.extras?.redating ?? []), missing: [])
  }

  private func told(_ lateness: (least: Int, most: Int), _ rule: RuleIndex) -> Lateness {
    Lateness(least: lateness.least, most: lateness.most, unit: tables.figures[rule].unit)
  }

  /// Silence is not absence: a breach stands only where the record shows that the step was not done.
  private func temper(_ judgement: inout Judgement, _ number: Int, _ ending: ClockEnding) {
    let clock = clocks[number]
    let rule = tables.rules[clock.rule]
    if isDoubted(clock, judgement.verdict) {
      judgement = unrecorded(judgement, clock)
      return
    }
    if rule.form == .cadence { judgement.intervals = intervals(of: clock, by: ending) }
    if judgement.verdict == .late, rule.form == .deadline {
      if mayHangOnDates(clock, judgement.verdict)
        || judgement.certainty == .certain && mayBeMetByEarlierEvent(clock, ending)
      {
        judgement.certainty = .possible
      }
      return
    }
    var part: Clock?
    switch silence(of: number, by: ending) {
    case .shown(let evidence, let isWhole):
      let isLowered = !isWhole && judgement.verdict == .missed && rule.form == .deadline
      judgement = judgement.resting(on: evidence, isWhole: !isLowered)
      if judgement.verdict == .missed { measure(&judgement, clock, evidence, ending, isWhole) }
    case .shownForPart(let stretch):
      judgement = self.judgement(of: clock, over: stretch, ending, judgement)
      part = moved(clock, to: stretch)
    case .notShown:
      judgement = unrecorded(judgement, clock)
      return
    }
    // What came too late may have come in time after all, and an interval that is kept late may have been kept.
    guard judgement.certainty == .certain else { return }
    let mayBeMet =
      part.map { mayBeMetByEarlierEvent(inPart: $0, ending) } ?? mayBeMetByEarlierEvent(clock, ending)
    if mayBeMet || mayHangOnDates(clock, judgement.verdict) { judgement.certainty = .possible }
  }

  /// An absence is told for as long as it is recorded, not to the end of the record.
  private func measure(
    _ judgement: inout Judgement, _ clock: Clock, _ absences: [Int], _ ending: ClockEnding, _ isWhole: Bool
  ) {
    let rule = tables.rules[clock.rule]
    var ends = absences.map { TimeReference.point(entries[$0].end) }
    if rule.form == .cadence, !isWhole { ends += recordedEnds(clock, rule, ending) }
    let short = ends.filter { !isNotLater(ending.time, than: $0) }
    guard let first = short.min(by: { nominal($0) < nominal($1) }) else { return }
    let end = ClockEnding(kind: ending.kind, time: first, event: ending.event, minute: -1)
    judgement.ended = span(first)
    judgement.lateness = outcomes(of: clock, endingAt: end).lateness.map { told($0, clock.rule) }
    if rule.form == .cadence { judgement.intervals = intervals(of: clock, by: end) }
  }

  /// Whether something not recorded may have kept a breach from being one.
  private func isDoubted(_ clock: Clock, _ verdict: Verdict) -> Bool {
    if clock.isOpeningDoubtful { return true }
    return clock.doubts.contains { !$0.isOfDates && weighs($0, against: verdict, of: clock) }
  }

  /// Whether some dating of what was recorded kept a breach from being one.
  private func mayHangOnDates(_ clock: Clock, _ verdict: Verdict) -> Bool {
    clock.doubts.contains { $0.isOfDates && weighs($0, against: verdict, of: clock) }
  }

  private func weighs(_ doubt: ClockDoubt, against verdict: Verdict, of clock: Clock) -> Bool {
    switch doubt.kind {
    case .fulfilment: verdict == .missed || mayBeInTime(doubt.time, clock)
    case .exception: mayBeInTime(doubt.time, clock)
    }
  }

  /// Whether a time may be on or before the due date.
  private func mayBeInTime(_ time: TimeReference, _ clock: Clock) -> Bool {
    !everyDating(of: clock) { opened, _, root, day in
      let least = range(of: time, given: root, on: day).least
      return dues(of: clock, openedOn: opened, root: root, on: day).allSatisfy { least > $0.most }
    }
  }

  func unrecorded(_ judgement: Judgement, _ clock: Clock) -> Judgement {
    Judgement(
      rule: judgement.rule, child: judgement.child, episode: judgement.episode, member: judgement.member,
      verdict: .notRecorded, certainty: .certain, opened: judgement.opened, due: judgement.due, ended: judgement.ended,
      ending: judgement.ending, lateness: nil, openingEvent: judgement.openingEvent, closingEvent: judgement.closingEvent,
      furtherEvidence: judgement.furtherEvidence,
      missing: clock.missing.isEmpty ? unshown(clock) : clock.missing.withoutRepeats())
  }

  func unshown(_ clock: Clock) -> [MissingValue] {
    var events: [EventIndex] = []
    for leaf in tables.rules[clock.rule].expect.leaves.indices {
      for event in tables.behind[clock.rule][leaf] where !events.contains(event) { events.append(event) }
    }
    return events.map { .occurrences($0) }
  }

  /// How many whole intervals of a cadence went by at the least, counting one that is only begun.
  ///
  /// - Parameter last: what the ending is no later than under any dating, for a stretch that may reach beyond it.
  func intervals(of clock: Clock, by ending: ClockEnding, noLaterThan last: TimeReference? = nil) -> Int {
    var least = Int.max
    _ = everyDating(of: clock) { opened, _, root, day in
      var end = range(of: ending.time, given: root, on: day).least
      if let last { end = min(end, range(of: last, given: root, on: day).least) }
      guard let every = laterLength(of: clock, openedOn: opened) else { return true }
      var due = due(of: clock, openedOn: opened).most
      var count = 0
      while due < end, count < 10_000 {
        count += 1
        let next = limit(after: due, every.least, .exclusive)
        if next <= due { break }
        due = next
      }
      least = min(least, count)
      return true
    }
    return least == .max ? 1 : max(1, least)
  }

  /// The length of the intervals after the one at hand, which may be the first and have a length of its own.
  private func laterLength(of clock: Clock, openedOn day: Day) -> DurationRange? {
    guard clock.isFirst, let later = tables.rules[clock.rule].length, later.condition == nil else {
      return length(of: clock, openedOn: day)
    }
    return duration(later, on: day)
  }

  /// Which leaves of what a clock waits for an event fits, bit by bit.
  func leavesFitting(_ number: Int, _ clock: Clock) -> UInt64 {
    let type = entries[number].event
    let saved = (child, event, trigger, member, workflow, occasionTime)
    let before = machinesBeforeEarlier.isEmpty ? nil : machinesBefore.values
    (child, event, trigger, member) = (clock.child, number, clock.trigger, clock.member)
    (workflow, occasionTime) = (tables.figures[clock.rule].workflow, .point(entries[number].time))
    if before != nil { machinesBefore.fill(from: machinesBeforeEarlier[number * 64 + child] ?? []) { $0 } }
    defer {
      (child, event, trigger, member, workflow, occasionTime) = saved
      if let before { machinesBefore.fill(from: before) { $0 } }
    }
    var fitting: UInt64 = 0
    for (leaf, pattern) in tables.rules[clock.rule].expect.leaves.enumerated() {
      guard case .event(type, let condition) = pattern else { continue }
      beginAsking()
      if condition.map(holdsBefore) ?? .yes == .yes { fitting |= 1 << UInt64(leaf) }
    }
    return fitting
  }

  /// The set that `each` runs over is not recorded: one judgement says so.
  func judgeUnknown(_ rule: RuleIndex, at occasion: Occasion) {
    var line = Judged(
      rule: rule, child: child, episode: machines[machinePlace(child, tables.figures[rule].workflow)].episode,
      member: -1, verdict: .notRecorded, certainty: .certain, ending: .atOnce, opened: span(occasion.time),
      openingEvent: occasion.event, closingEvent: -1)
    if !missing.isEmpty { line.notes = judged.note(missing) }
    judged.add(line, clock: -1)
  }
}

extension Judgement {
  func resting(on evidence: [Int], isWhole: Bool) -> Judgement {
    Judgement(
      rule: rule, child: child, episode: episode, member: member, verdict: verdict,
      certainty: isWhole ? certainty : .possible, opened: opened, due: due, ended: ended, ending: ending,
      lateness: lateness, intervals: intervals, openingEvent: openingEvent, closingEvent: closingEvent,
      furtherEvidence: furtherEvidence + evidence, missing: missing)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order of first appearance.
  func withoutRepeats() -> [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
