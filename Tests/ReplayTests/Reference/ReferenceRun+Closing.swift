import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReferenceRun {
  /// Ends a clock and says how it ended.
  func close(_ number: Int, by ending: ReferenceEnding) {
    clocks[number].isOpen = false
    if restsOnUncertain(clocks[number].rule, clocks[number].child) { clocks[number].isUncertain = true }
    let clock = clocks[number]
    closing = ending.time
    defer { closing = nil }
    if isSlotted(clock.rule), length(of: clock, on: nominal(clock.opening)) != nil {
      judgeSlots(of: clock, ending)
    } else if let judgement = judgement(of: clock, ending) {
      judged.append((judgement, number))
    }
  }

  private func judgement(of clock: ReferenceClock, _ ending: ReferenceEnding) -> Judgement? {
    guard let outcomes = weigh(clock, ending) else { return nil }
    var draft = ReferenceDraft(clock: clock, outcomes: outcomes, ending: ending)
    if outcomes.isLengthUnknown {
      let isMetAtOnce = ending.kind == .fulfilled && ending.time == clock.opening && !hangsOnDate(clock.rule)
      draft.verdict = isMetAtOnce ? .met : .notRecorded
    } else if draft.verdict.isBreach {
      if isDoubted(clock, draft.verdict) {
        draft.verdict = .notRecorded
      } else if case .cadence = form(of: clock.rule) {
        hearSilenceOfCadence(&draft)
      } else if draft.verdict == .missed {
        hearSilence(&draft)
      }
      if draft.verdict.isBreach, mayHaveBeenMetEarlier(draft) { draft.certainty = .possible }
      if draft.verdict.isBreach, isDoubted(clock, draft.verdict, byDates: true) { draft.certainty = .possible }
      if draft.verdict.isBreach { hearSilenceOfExtension(&draft) }
    }
    return write(draft)
  }

  private func hangsOnDate(_ rule: RuleIndex) -> Bool {
    guard case .deadline(let deadline) = form(of: rule), case .date = deadline.trigger else { return false }
    return true
  }

  /// A breach needs the record to show that the limit was not lengthened, or to be one under the longest limit.
  private func hearSilenceOfExtension(_ draft: inout ReferenceDraft) {
    let clock = draft.clock
    guard case .deadline(let deadline) = form(of: clock.rule), let extended = deadline.extended,
      clock.extensions.count < extended.atMost ?? .max, !isShownUnextended(clock, extended, draft.ending)
    else { return }
    if draft.verdict == .late, let most = extended.atMost, case .by(let limit) = extended.end {
      let day = nominal(clock.opening)
      if let length = duration(of: limit, on: day, workedOut: .unknown), length.most != nil {
        var longest = clock
        for _ in clock.extensions.count..<most {
          longest.extensions.append(ReferenceExtension(time: clock.opening, event: nil, end: .by(length)))
        }
        if let outcomes = weigh(longest, draft.ending), outcomes.verdicts == [draft.verdict], let least = outcomes.leastLate {
          draft.outcomes.leastLate = min(least, draft.outcomes.leastLate ?? least)
          return
        }
      }
    }
    draft.verdict = .notRecorded
  }

  private func isCadence(_ rule: RuleIndex) -> Bool { if case .cadence = form(of: rule) { true } else { false } }

  /// Whether something not recorded may have kept a breach from being one.
  ///
  /// - Parameter byDates: asks instead whether the dates alone may have.
  private func isDoubted(_ clock: ReferenceClock, _ verdict: Verdict, byDates: Bool = false) -> Bool {
    clock.doubts.contains { doubt in
      guard doubt.isOfDates == byDates else { return false }
      return switch doubt.kind {
      case .opening: true
      case .fulfilment(let time): verdict == .missed || mayBeInTime(time, clock)
      case .exception(let time), .lengthening(let time): mayBeInTime(time, clock)
      }
    }
  }

  private func mayBeInTime(_ time: ReferenceTime, _ clock: ReferenceClock) -> Bool {
    judgedDatings(of: clock).contains { dating in
      let range = range(of: time, root: root(of: clock.opening), dating)
      return dues(of: clock, dating).contains { due in due.most.map { range.least <= $0 } ?? true }
    }
  }

  /// A missed deadline needs the record to show that the step was not done.
  private func hearSilence(_ draft: inout ReferenceDraft) {
    let silence = silence(of: draft.clock, draft.ending, byEntries: true)
    switch silence.reach {
    case .none: draft.verdict = .notRecorded
    case .due: draft.certainty = .possible
    case .ending: break
    }
    draft.evidence += silence.entries
    guard draft.verdict == .missed else { return }
    // An absence is told for as long as it is recorded.
    let short = silence.entries.filter { !lasts($0, to: draft.ending.time) }
    guard let first = short.min(by: { (endDay(of: $0), $0) < (endDay(of: $1), $1) }) else { return }
    let end = ReferenceEnding(kind: draft.ending.kind, time: .point(history.events[first].end), event: draft.ending.event)
    let outcomes = weigh(draft.clock, end)
    draft.told = end.time
    draft.outcomes.leastLate = outcomes?.leastLate
    draft.outcomes.mostLate = outcomes?.mostLate
  }

  private func endDay(of entry: Int) -> Day { history.times.nominal[history.events[entry].end] }

  private func lasts(_ entry: Int, to time: ReferenceTime) -> Bool { isCertainlyNotAfter(time, history.events[entry].end) }

  /// A breached interval needs the record to show that the step was not done, over the interval or a stretch of it.
  private func hearSilenceOfCadence(_ draft: inout ReferenceDraft) {
    var clock = draft.clock
    // What came too late had not been seen by the due date.
    if draft.verdict == .late { clock.seen = clock.seenBefore }
    let silence = silence(of: clock, draft.ending, byEntries: false)
    if silence.reach != .none {
      guard draft.verdict == .missed, silence.reach == .due else { return }
      // A gap is told as far as the record is complete.
      let short = recordedEnds(of: clock, draft.ending).filter { !isCertainlyNotAfter(draft.ending.time, $0) }
      guard let first = short.min(by: { history.times.nominal[$0] < history.times.nominal[$1] }) else { return }
      let end = ReferenceEnding(kind: draft.ending.kind, time: .point(first), event: draft.ending.event)
      let outcomes = weigh(draft.clock, end)
      draft.told = end.time
      draft.outcomes.leastLate = outcomes?.leastLate
      draft.outcomes.mostLate = outcomes?.mostLate
      return
    }
    // In order of time, and of those that begin together as they stand in the file.
    let parts = absences(of: clock).map { part(of: draft, $0) }
    let inOrder = parts.indices.sorted { (nominal(parts[$0].clock.opening), $0) < (nominal(parts[$1].clock.opening), $1) }
    for part in inOrder.map({ parts[$0] }) {
      guard nominal(part.clock.opening) <= nominal(part.ending.time), let outcomes = weigh(part.clock, part.ending),
        outcomes.verdicts.contains(.missed)
      else { continue }
      let whole = draft
      draft = ReferenceDraft(clock: part.clock, outcomes: outcomes, ending: part.ending)
      draft.evidence += part.entries
      // The interval may have begun within the stretch.
      if mayOpen(whole.clock, within: part.clock), !isOverrunThroughout(whole.clock, part.ending) {
        draft.certainty = .possible
      }
      // How late it was on the last day of the stretch is not a day more.
      var lastDay = part.ending
      lastDay.isLastDayIn = false
      if let then = weigh(part.clock, lastDay), then.leastLate != nil {
        (draft.outcomes.leastLate, draft.outcomes.mostLate) = (then.leastLate, then.mostLate)
      }
      return
    }
    draft.verdict = .notRecorded
  }

  /// What of an interval lies in a stretch.
  private func part(
    of draft: ReferenceDraft, _ absence: ReferenceAbsence
  ) -> (clock: ReferenceClock, ending: ReferenceEnding, entries: [Int]) {
    var clock = draft.clock
    if let from = absence.from, history.times.nominal[from] >= nominal(clock.opening) {
      clock.opening = .point(from)
    }
    clock.isPart = true
    if draft.ending.kind == .fulfilled { clock.seen = clock.seenBefore }
    var ending = ReferenceEnding(kind: .left, time: draft.ending.time, event: nil)
    if let until = absence.until, history.times.nominal[until] <= nominal(ending.time) {
      ending = ReferenceEnding(kind: .left, time: .point(until), event: nil, isLastDayIn: true, last: draft.ending.time)
    }
    return (clock, ending, absence.entries)
  }

  /// Whether some dating opens an interval later than a part of it is taken to begin.
  private func mayOpen(_ clock: ReferenceClock, within part: ReferenceClock) -> Bool {
    datings(of: clock.opening).contains {
      unclipped(part.opening, root(of: clock.opening), $0.rootDay).least < $0.day
    }
  }

  /// Whether something done before the clock opened would have met it under another dating of its opening.
  private func mayHaveBeenMetEarlier(_ draft: ReferenceDraft) -> Bool {
    let clock = draft.clock
    let before = draft.ending.kind == .fulfilled ? clock.seenBefore : clock.seen
    var seen = before
    var events: [Int] = []
    for event in children[clock.child].followed.prefix(clock.followedBefore) where event != clock.openingEvent {
      let leaves = leavesMet(by: event, of: clock)
      guard !leaves.subtracting(before).isEmpty, mayComeInTime(event, clock) else { continue }
      seen.formUnion(leaves)
      events.append(event)
    }
    guard isFulfilled(expectation(of: clock.rule), by: seen) else { return false }
    guard isCadence(clock.rule), !clock.isPart else { return !events.isEmpty }
    // An interval that such an event would only have begun anew is overrun all the same.
    return events.contains { !isOverrun(clock, renewedBy: $0, draft.ending) }
  }

  private func leavesMet(by event: Int, of clock: ReferenceClock) -> Set<Int> {
    let context = context(of: clock, this: event)
    let met = leaves(of: expectation(of: clock.rule)).filter { leaf in
      guard case .event(history.events[event].event, let condition) = leaf.pattern else { return false }
      return condition.map { context.truth(of: $0) == .yes } ?? true
    }
    return Set(met.map(\.number))
  }

  /// Whether some dating puts an event after the opening and on or before the due date.
  private func mayComeInTime(_ event: Int, _ clock: ReferenceClock) -> Bool {
    judgedDatings(of: clock).contains { dating in
      let range = range(of: .point(history.events[event].time), root: root(of: clock.opening), dating)
      return days(range.span).contains { day in
        day > dating.day && dues(of: clock, dating).contains { due in due.most.map { day <= $0 } ?? true }
      }
    }
  }

  private func isOverrun(_ clock: ReferenceClock, renewedBy event: Int, _ ending: ReferenceEnding) -> Bool {
    var renewed = clock
    renewed.opening = .point(history.events[event].time)
    renewed.minute = minute(of: event)
    renewed.isFirst = false
    if clock.isFirst { renewed.length = .unknown }
    return isOverrunThroughout(renewed, ending)
  }

  private func isOverrunThroughout(_ clock: ReferenceClock, _ ending: ReferenceEnding) -> Bool {
    guard let outcomes = weigh(clock, ending) else { return false }
    return !outcomes.isLengthUnknown && outcomes.certainty == .certain && outcomes.worst.isBreach
  }

  private func write(_ draft: ReferenceDraft) -> Judgement {
    let clock = draft.clock
    let outcomes = draft.outcomes
    let isLate = draft.verdict == .late || draft.verdict == .missed
    var lateness: Lateness?
    if isLate, let least = outcomes.leastLate, let most = outcomes.mostLate {
      lateness = Lateness(least: least, most: most, unit: outcomes.unit)
    }
    var intervals: Int?
    if isLate, case .cadence = form(of: clock.rule) { intervals = wholeIntervals(of: draft) }
    let isNotRecorded = draft.verdict == .notRecorded
    return Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member, verdict: draft.verdict,
      certainty: isNotRecorded ? .certain : clock.isUncertain ? .possible : draft.certainty,
      opened: span(of: clock.opening), due: outcomes.isLengthUnknown ? nil : outcomes.due,
      ended: ended(draft),
      ending: draft.ending.kind, lateness: lateness, intervals: intervals, openingEvent: clock.openingEvent,
      closingEvent: draft.ending.event,
      furtherEvidence: Set(clock.evidence + clock.extensions.compactMap(\.event) + draft.evidence).sorted(),
      missing: isNotRecorded ? clock.missing : [])
  }

  private func ended(_ draft: ReferenceDraft) -> Span {
    let told = span(of: draft.told ?? draft.ending.time)
    guard let last = draft.ending.last.map(span(of:)) else { return told }
    return ReferenceDays(
      least: min(told.earliest, last.earliest), most: min(told.latest, last.latest)
    ).span
  }

  /// How many intervals went by under every dating, of which the last may have been cut short.
  private func wholeIntervals(of draft: ReferenceDraft) -> Int {
    var later = draft.clock
    // What follows the first interval is as long as the later ones, where that is written.
    if case .cadence(let cadence) = form(of: later.rule) {
      if case .expression = cadence.every { if later.isPart { later.isFirst = false } } else { later.isFirst = false }
    }
    let root = root(of: draft.clock.opening)
    let counts = datings(of: draft.clock.opening).filter { procedure.rules[later.rule].inForce.contains($0.day) }.map {
      dating -> Int in
      var ended = range(of: draft.told ?? draft.ending.time, root: root, dating).least
      if let last = draft.ending.last { ended = min(ended, range(of: last, root: root, dating).least) }
      guard var due = dues(of: draft.clock, dating).compactMap(\.most).max(), let length = length(of: later, on: dating.day)
      else { return 1 }
      var count = 1
      while let next = calendar.due(after: due, within: length.least, counting: .exclusive), next < ended, next > due {
        count += 1
        due = next
      }
      return count
    }
    return counts.min() ?? 1
  }
}

/// A judgement being weighed.
struct ReferenceDraft {
  let clock: ReferenceClock
  var outcomes: ReferenceOutcomes
  let ending: ReferenceEnding
  /// When it ended as far as it is told, where that is not its ending.
  var told: ReferenceTime?
  var verdict: Verdict
  var certainty: Certainty
  var evidence: [Int] = []

  init(clock: ReferenceClock, outcomes: ReferenceOutcomes, ending: ReferenceEnding) {
    self.clock = clock
    self.outcomes = outcomes
    self.ending = ending
    verdict = outcomes.worst
    certainty = outcomes.certainty
  }
}
