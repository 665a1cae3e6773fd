import CivilTime
import Conditions
import Histories
import Procedures

/// A stretch over which the record shows what was not done: it is complete, or says so.
struct Stretch {
  /// `nil` is from the beginning of the record.
  let from: TimeReference?
  /// The last day covered; `nil` is to the end of the record.
  let until: TimeReference?
  /// The `done: no` entry, by number; `nil` where the record is complete.
  let entry: Int?
}

/// A part of an interval over which the record shows that nothing expected was done.
struct SilentPart {
  /// `nil` is from the interval's opening.
  var from: TimeReference?
  /// The last day covered; `nil` is to the interval's ending.
  var until: TimeReference?
  /// The `done: no` entries, by number.
  var entries: [Int] = []
}

/// What the record says of a step that was not seen.
enum Silence {
  /// The step was not done. `isWhole` is false where the record does not reach to the clock's end.
  case shown(evidence: [Int], isWhole: Bool)
  /// It was not done for longer than the interval of a cadence, wherever the interval began.
  case shownForPart(SilentPart)
  case notShown
}

/// How far the record shows that a step was not done.
private enum SilenceReach {
  case dueDate
  case ending
}

extension CaseRun {
  /// Where the record is complete for an event, and where it says that it was not done.
  func stretches(of event: EventIndex, for child: Int) -> [Stretch] {
    let bit: UInt64 = 1 << UInt64(child)
    if !completenessVaries, alwaysComplete[event] & bit == 0 { return [] }
    let key = child * eventCount + event
    if let known = coverage[key] { return known }
    var found: [Stretch] = []
    for part in history.completeness where part.event == event && part.children & bit != 0 {
      found.append(Stretch(from: part.from.map { .point($0) }, until: part.until.map { .point($0) }, entry: nil))
    }
    for number in entries.indices {
      let entry = entries[number]
      guard !entry.wasDone, entry.event == event, entry.children & bit != 0 else { continue }
      found.append(Stretch(from: .point(entry.time), until: .point(entry.end), entry: number))
    }
    coverage[key] = found
    return found
  }

  /// Whether the record shows that what a clock waited for was not done by its due date.
  func silence(of number: Int, by ending: ClockEnding) -> Silence {
    let clock = clocks[number]
    if isAlwaysComplete(for: clock) { return .shown(evidence: [], isWhole: true) }
    let rule = tables.rules[clock.rule]
    // What came too late had not been seen by the due date.
    let seen = ending.kind == .fulfilled ? clock.seenBefore : clock.seen
    for reach in [SilenceReach.ending, .dueDate] {
      let evidence = rule.expect.refutation(seen: seen) { leaf in
        entries(of: tables.behind[clock.rule][leaf]) { event in
          covering(event, leaf, clock, rule, closedBy: ending, reaching: reach == .ending ? ending : nil)
        }
      }
      if let evidence { return .shown(evidence: evidence, isWhole: reach == .ending) }
    }
    if rule.form == .cadence, let part = longestSilence(clock, rule, ending) { return .shownForPart(part) }
    return .notShown
  }

  /// The entries of the stretches that show events not to have come, one for each; `nil` where one has none.
  func entries(of events: [EventIndex], _ stretch: (EventIndex) -> Stretch?) -> [Int]? {
    var entries: [Int] = []
    for event in events {
      guard let stretch = stretch(event) else { return nil }
      if let entry = stretch.entry { entries.append(entry) }
    }
    return entries
  }

  /// A stretch that shows the step not done by the due date, and as far as the ending where one is given.
  private func covering(
    _ event: EventIndex, _ leaf: Int, _ clock: Clock, _ rule: CompiledRule, closedBy close: ClockEnding,
    reaching ending: ClockEnding?
  ) -> Stretch? {
    stretches(of: event, for: clock.child).first { stretch in
      let isReaching = reaches(stretch, close)
      if stretch.entry == nil { return covers(stretch, clock, isReaching) && (isReaching || ending == nil) }
      return rule.form == .deadline && fits(stretch, leaf, clock, rule) && holdsDueDate(stretch, clock, isReaching)
    }
  }

  /// Whether a `done: no` entry speaks of what the leaf waits for.
  func fits(_ stretch: Stretch, _ leaf: Int, _ clock: Clock, _ rule: CompiledRule) -> Bool {
    fits(stretch, rule.expect.leaves[leaf], clock)
  }

  func fits(_ stretch: Stretch, _ leaf: CompiledPattern.Leaf, _ clock: Clock) -> Bool {
    guard let entry = stretch.entry else { return true }
    var condition: CompiledCondition?
    if case .event(_, let own) = leaf { condition = own }
    let saved = (child, event, trigger, member)
    defer { (child, event, trigger, member) = saved }
    (child, trigger) = (clock.child, clock.trigger)
    member = clock.member
    workflow = tables.figures[clock.rule].workflow
    return denies(entry, condition)
  }

  /// Whether a stretch shows, through the due date, that something which may lengthen the limit did not happen.
  func showsThroughDue(_ stretch: Stretch, _ clock: Clock, by ending: ClockEnding) -> Bool {
    let isReaching = reaches(stretch, ending)
    return stretch.entry == nil ? covers(stretch, clock, isReaching) : holdsDueDate(stretch, clock, isReaching)
  }

  /// How far the record is complete for what a clock waited for, of the stretches that cover its due date.
  func recordedEnds(_ clock: Clock, _ rule: CompiledRule, _ ending: ClockEnding) -> [TimeReference] {
    rule.expect.leaves.indices.flatMap { leaf in
      tables.behind[clock.rule][leaf].compactMap { event in
        covering(event, leaf, clock, rule, closedBy: ending, reaching: nil)?.until
      }
    }
  }

  /// Certainly complete from the opening through the due date.
  private func covers(_ stretch: Stretch, _ clock: Clock, _ isReaching: Bool) -> Bool {
    everyDating(of: clock) { opened, due, root, day in
      let starts = stretch.from.map { range(of: $0, given: root, on: day).most <= opened } ?? true
      let ends = isReaching || (stretch.until.map { range(of: $0, given: root, on: day).least >= due.most } ?? true)
      return starts && ends
    }
  }

  private func holdsDueDate(_ stretch: Stretch, _ clock: Clock, _ isReaching: Bool) -> Bool {
    everyDating(of: clock) { _, due, root, day in
      let starts = stretch.from.map { range(of: $0, given: root, on: day).most <= due.least } ?? true
      let ends = isReaching || (stretch.until.map { range(of: $0, given: root, on: day).least >= due.most } ?? true)
      return starts && ends
    }
  }

  func reaches(_ stretch: Stretch, _ ending: ClockEnding) -> Bool {
    stretch.until.map { isNotLater(ending.time, than: $0) } ?? true
  }

  func everyDating(of clock: Clock, _ holds: (Day, DayRange, TimeRoot, Day) -> Bool) -> Bool {
    let root = root(of: clock.opening)
    let days = range(of: root)
    var day = days.least
    var isEvery = true
    while day <= days.most, isEvery {
      forEachDay(of: clock.opening, rootOn: day) { opened in
        guard isEvery, tables.figures[clock.rule].inForce.contains(opened) else { return }
        forEachDue(of: clock, openedOn: opened, root: root, on: day) { due in
          if isEvery { isEvery = holds(opened, due, root, day) }
        }
      }
      day = day.adding(days: 1)
    }
    return isEvery
  }

  // MARK: Stretches longer than an interval

  /// The first part so long that the step was overdue in it whenever it was last done.
  private func longestSilence(_ clock: Clock, _ rule: CompiledRule, _ ending: ClockEnding) -> SilentPart? {
    let seen = ending.kind == .fulfilled ? clock.seenBefore : clock.seen
    let parts = rule.expect.absences { leaf -> [SilentPart] in
      if seen & (1 << UInt64(leaf)) != 0 { return [] }
      return tables.behind[clock.rule][leaf].reduce([SilentPart()]) { parts, event in
        let fitting = stretches(of: event, for: clock.child).filter { fits($0, leaf, clock, rule) }
        return parts.flatMap { part in fitting.compactMap { common(part, $0) } }
      }
    } common: { these, others in
      these.flatMap { part in others.compactMap { common(part, $0) } }
    }
    let candidates = parts.map { clip($0, clock, ending) }.filter {
      nominal($0.from ?? clock.opening) <= nominal($0.until ?? ending.time)
    }
    let inOrder = candidates.enumerated().sorted { a, b in
      (nominal(a.element.from ?? clock.opening), a.offset) < (nominal(b.element.from ?? clock.opening), b.offset)
    }
    return inOrder.map(\.element).first { part in
      outcomes(of: moved(clock, to: part), part, ending).contains(.missed)
    }
  }

  private func common(_ part: SilentPart, _ other: SilentPart) -> SilentPart? {
    guard var both = common(part, Stretch(from: other.from, until: other.until, entry: nil)) else { return nil }
    both.entries = part.entries + other.entries
    return both
  }

  /// What a part and a stretch have in common; `nil` where it is uncertain which begins or ends first.
  private func common(_ part: SilentPart, _ stretch: Stretch) -> SilentPart? {
    var common = part
    if let from = stretch.from {
      guard let earlier = part.from else {
        common.from = from
        return ended(common, stretch)
      }
      if isNotLater(earlier, than: from) {
        common.from = from
      } else if !isNotLater(from, than: earlier) {
        return nil
      }
    }
    return ended(common, stretch)
  }

  private func ended(_ part: SilentPart, _ stretch: Stretch) -> SilentPart? {
    var common = part
    if let entry = stretch.entry { common.entries.append(entry) }
    guard let until = stretch.until else { return common }
    guard let later = part.until else {
      common.until = until
      return common
    }
    if isNotLater(until, than: later) {
      common.until = until
    } else if !isNotLater(later, than: until) {
      return nil
    }
    return common
  }

  /// The part inside the interval; `nil` bounds stand for the interval's own.
  private func clip(_ part: SilentPart, _ clock: Clock, _ ending: ClockEnding) -> SilentPart {
    SilentPart(
      from: part.from.flatMap { nominal($0) >= nominal(clock.opening) ? $0 : nil },
      until: part.until.flatMap { nominal($0) <= nominal(ending.time) ? $0 : nil }, entries: part.entries)
  }

  /// Whether one time is certainly on or before another.
  func isNotLater(_ a: TimeReference, than b: TimeReference) -> Bool {
    if a.isDerived || b.isDerived { return isNotLaterInEveryDating(a, than: b) }
    guard case .points(_, let last) = root(of: a), case .points(let first, _) = root(of: b)
    else { return range(of: a).most <= range(of: b).least }
    return daysApart(from: last, to: first).least >= 0
  }

  /// The same of times that follow from others, each of whose days is asked.
  private func isNotLaterInEveryDating(_ a: TimeReference, than b: TimeReference) -> Bool {
    let root = root(of: a)
    let days = range(of: root)
    var day = days.least
    while day <= days.most {
      let later = range(of: b, given: root, on: day).least
      if self.days(of: a, rootOn: day).contains(where: { $0 > later }) { return false }
      day = day.adding(days: 1)
    }
    return true
  }

  func moved(_ clock: Clock, to stretch: SilentPart) -> Clock {
    var moved = Clock(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member,
      opening: stretch.from ?? clock.opening, openingEvent: clock.openingEvent, trigger: clock.trigger, step: clock.step,
      minute: -1)
    if let length = clock.extras?.length { moved.more(&extras).length = length }
    moved.order = clock.order
    (moved.seen, moved.seenBefore) = (clock.seen, clock.seenBefore)
    moved.mayBeFirst = clock.isFirst
    moved.isUncertain = clock.isUncertain
    return moved
  }

  private func outcomes(of moved: Clock, _ stretch: SilentPart, _ ending: ClockEnding) -> Outcomes {
    outcomes(
      of: moved, endingAt: ClockEnding(kind: .left, time: stretch.until ?? ending.time, event: -1, minute: -1),
      endShift: stretch.until == nil ? 0 : 1, noLaterThan: stretch.until == nil ? nil : ending.time)
  }

  /// The breach that a stretch shows by itself, whatever came before it in the interval.
  func judgement(of clock: Clock, over stretch: SilentPart, _ ending: ClockEnding, _ whole: Judgement) -> Judgement {
    let moved = moved(clock, to: stretch)
    let outcomes = outcomes(of: moved, stretch, ending)
    let end = ClockEnding(kind: .left, time: stretch.until ?? ending.time, event: -1, minute: -1)
    // On its last day the step was not done; how late it was then is not a day more.
    let last = stretch.until == nil ? nil : ending.time
    let lateness = self.outcomes(of: moved, endingAt: end, noLaterThan: last).lateness ?? outcomes.lateness
    let (told, observed) = (span(end.time), span(ending.time))
    let ended = Span(earliest: min(told.earliest, observed.earliest), latest: min(told.latest, observed.latest)) ?? told
    return Judgement(
      rule: whole.rule, child: whole.child, episode: whole.episode, member: whole.member, verdict: .missed,
      certainty: isOverrun(clock, moved, stretch, ending) && !clock.isUncertain ? .certain : .possible,
      opened: outcomes.opened?.span ?? whole.opened, due: outcomes.dueSpan, ended: ended, ending: .left,
      lateness: lateness.map { Lateness(least: $0.least, most: $0.most, unit: tables.figures[clock.rule].unit) },
      intervals: intervals(of: moved, by: end, noLaterThan: last), openingEvent: whole.openingEvent, closingEvent: nil,
      furtherEvidence: whole.furtherEvidence + stretch.entries)
  }

  /// Whether every dating overruns a part of an interval, also one in which the interval begins within the part.
  private func isOverrun(_ clock: Clock, _ moved: Clock, _ part: SilentPart, _ ending: ClockEnding) -> Bool {
    let mayBeginWithin = part.from.map { !isNotLater(clock.opening, than: $0) } ?? false
    return (mayBeginWithin ? [moved, clock] : [moved]).allSatisfy { clock in
      let outcomes = outcomes(of: clock, part, ending)
      return outcomes.isCertain && outcomes.worst.isBreach
    }
  }

  // MARK: Passed-over steps

  /// Whether the record shows that a step passed over was not done between the machine's last event and the revealing one.
  func wasShownPassedOver(_ transition: Int, by occasion: Occasion) -> Bool {
    guard case .events(let events) = procedure.workflows[workflow].transitions[transition].cue else { return false }
    let last = machines[machinePlace(child, workflow)].lastEvent
    let since = last < 0 ? children[child].known : TimeReference.point(entries[last].time)
    let guardOfStep = tables.guardCondition(of: transition, in: workflow)
    let saved = (event, trigger, member, occasionTime)
    defer { (event, trigger, member, occasionTime) = saved }
    (trigger, member, occasionTime) = (-1, -1, occasion.time)
    return events.allSatisfy { event in
      stretches(of: event, for: child).contains { stretch in
        if let entry = stretch.entry, !denies(entry, guardOfStep) { return false }
        guard let from = stretch.from, let until = stretch.until else {
          return (stretch.from.map { isNotLater($0, than: since) } ?? true)
            && (stretch.until.map { isNotLater(occasion.time, than: $0) } ?? true)
        }
        return stretch.entry == nil
          ? isNotLater(from, than: since) && isNotLater(occasion.time, than: until)
          : isNotLater(since, than: until) && isNotLater(from, than: occasion.time)
      }
    }
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool {
    events.allSatisfy { event in
      alwaysComplete[event] & (1 << UInt64(child)) != 0
        || stretches(of: event, for: child).contains { stretch in
          if let entry = stretch.entry, !deniesEvery(entry, of: child) { return false }
          return (stretch.from.map { begins($0, by: day) } ?? true)
            && (stretch.until.map { isNotLater(occasionTime, than: $0) } ?? true)
        }
    }
  }

  /// Whether a time is certainly on or before a day, whichever of its days that is.
  private func begins(_ time: TimeReference, by day: DateValue) -> Bool {
    guard let point = day.timePoint, case .point(let own) = time else { return range(of: time).most <= day.earliest }
    return daysApart(from: own, to: point).least + day.offset >= 0
  }

  /// Whether the record holds every occurrence of an event up to now.
  func isComplete(_ event: EventIndex, _ reach: OccurrenceReach) -> Bool {
    let machine = standing(workflow)
    let since = reach == .ever || machine.episode == 1 ? nil : machine.episodeTime
    return isComplete(event, for: child, since: since ?? children[child].known)
  }

  /// Whether the record holds every occurrence of an event from a time up to now.
  func isComplete(_ event: EventIndex, for child: Int, since: TimeReference) -> Bool {
    if alwaysComplete[event] & (1 << UInt64(child)) != 0 { return true }
    if !completenessVaries { return false }
    let now = occasionTime
    return stretches(of: event, for: child).contains { stretch in
      if let entry = stretch.entry, !deniesEvery(entry, of: child) { return false }
      let starts = stretch.from.map { from in isNotLater(from, than: since) } ?? true
      return starts && (stretch.until.map { isNotLater(now, than: $0) } ?? true)
    }
  }
}
