import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// How far the record shows that something was not done.
struct ReferenceSilence {
  enum Reach: Int, Comparable {
    case none
    /// Until the due date, but not until the clock ended.
    case due
    case ending

    static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
  }

  var reach: Reach
  /// The entries that say so.
  var entries: [Int] = []
}

/// A time over which something was certainly not done; an open end is that of the record.
struct ReferenceAbsence {
  var from: TimePoint?
  var until: TimePoint?
  var entries: [Int] = []
}

/// A leaf of a pattern, with its number.
struct ReferenceLeaf {
  let number: Int
  let pattern: Pattern
}

extension ReferenceRun {
  /// The leaves of a pattern, from the left.
  func leaves(of pattern: Pattern) -> [ReferenceLeaf] {
    var found: [ReferenceLeaf] = []
    collect(pattern, &found)
    return found
  }

  private func collect(_ pattern: Pattern, _ found: inout [ReferenceLeaf]) {
    switch pattern {
    case .any(let parts), .all(let parts): for part in parts { collect(part, &found) }
    default: found.append(ReferenceLeaf(number: found.count, pattern: pattern))
    }
  }

  /// Whether the leaves that have been seen are enough.
  func isFulfilled(_ pattern: Pattern, by seen: Set<Int>) -> Bool {
    var next = 0
    return isFulfilled(pattern, seen, &next)
  }

  private func isFulfilled(_ pattern: Pattern, _ seen: Set<Int>, _ next: inout Int) -> Bool {
    switch pattern {
    case .any(let parts):
      var result = false
      for part in parts where isFulfilled(part, seen, &next) { result = true }
      return result
    case .all(let parts):
      var result = true
      for part in parts where !isFulfilled(part, seen, &next) { result = false }
      return result
    default:
      defer { next += 1 }
      return seen.contains(next)
    }
  }

  func expectation(of rule: RuleIndex) -> Pattern {
    switch form(of: rule) {
    case .deadline(let deadline): deadline.expect
    case .cadence(let cadence): cadence.expect
    case .check(let check): check.at
    case .invariant: .any([])
    }
  }

  /// The event types whose silence a leaf rests on.
  func types(behind leaf: Pattern) -> [EventIndex] {
    switch leaf {
    case .event(let event, _): [event]
    case .entering(let state):
      cues(of: state.workflow) { transition, chart in
        transition.to.contains { isWithin($0, state.state, chart) || chart.isDescendant(state.state, $0) }
      }
    case .leaving(let state):
      cues(of: state.workflow) { transition, chart in
        (isWithin(transition.from, state.state, chart) || chart.isDescendant(state.state, transition.from))
          && transition.to.contains { !isWithin($0, state.state, chart) }
      }
    case .any, .all: []
    }
  }

  private func isWithin(_ state: StateIndex, _ other: StateIndex, _ chart: ReferenceChart) -> Bool {
    state == other || chart.isDescendant(state, other)
  }

  private func cues(of workflow: WorkflowIndex, _ counts: (Transition, ReferenceChart) -> Bool) -> [EventIndex] {
    var found: Set<EventIndex> = []
    for transition in charts[workflow].workflow.transitions where counts(transition, charts[workflow]) {
      if case .events(let events) = transition.cue { found.formUnion(events) }
    }
    return found.sorted()
  }

  // MARK: Deadlines, and cadences as a whole

  /// How far the record shows that the clock was not fulfilled: to its ending, else to its due date.
  ///
  /// - Parameter byEntries: whether a `done: no` over the due date shows it, as it does for a deadline.
  func silence(of clock: ReferenceClock, _ ending: ReferenceEnding, byEntries: Bool) -> ReferenceSilence {
    for reach in [ReferenceSilence.Reach.ending, .due] {
      var next = 0
      let found = silence(expectation(of: clock.rule), &next) { leaf in
        if clock.seen.contains(leaf.number) { return ReferenceSilence(reach: .none) }
        return self.allOf(
          self.types(behind: leaf.pattern).map {
            self.silence($0, leaf.pattern, clock, closedBy: ending, reach == .ending ? ending : nil, byEntries)
          })
      }
      if found.reach != .none { return ReferenceSilence(reach: reach, entries: found.entries) }
    }
    return ReferenceSilence(reach: .none)
  }

  /// Whether the record shows, through the due date, that the limit was not lengthened.
  func isShownUnextended(_ clock: ReferenceClock, _ extended: Extension, _ ending: ReferenceEnding) -> Bool {
    var next = 0
    let found = silence(extended.pattern, &next) { leaf in
      self.allOf(
        self.types(behind: leaf.pattern).map { self.silence($0, leaf.pattern, clock, closedBy: ending, nil, true) })
    }
    return found.reach != .none
  }

  private func silence(
    _ pattern: Pattern, _ next: inout Int, _ ofLeaf: (ReferenceLeaf) -> ReferenceSilence
  ) -> ReferenceSilence {
    switch pattern {
    case .any(let parts): return allOf(parts.map { silence($0, &next, ofLeaf) })
    case .all(let parts):
      let all = parts.map { silence($0, &next, ofLeaf) }
      return all.first { part in part.reach == all.map(\.reach).max() } ?? ReferenceSilence(reach: .none)
    default:
      defer { next += 1 }
      return ofLeaf(ReferenceLeaf(number: next, pattern: pattern))
    }
  }

  private func allOf(_ parts: [ReferenceSilence]) -> ReferenceSilence {
    let reach = parts.map(\.reach).min() ?? .ending
    return ReferenceSilence(reach: reach, entries: reach == .none ? [] : Set(parts.flatMap(\.entries)).sorted())
  }

  private func silence(
    _ type: EventIndex, _ leaf: Pattern, _ clock: ReferenceClock, closedBy close: ReferenceEnding, _ ending: ReferenceEnding?,
    _ byEntries: Bool
  ) -> ReferenceSilence {
    let isComplete = completeness(of: type, for: clock.child).contains { stretch in
      let isReaching = reachesTo(stretch.until, close, clock)
      return covers(stretch.from, stretch.until, wholeOf: clock, isReaching) && (isReaching || ending == nil)
    }
    if isComplete { return ReferenceSilence(reach: .ending) }
    let entry = byEntries ? notDone(type, for: clock.child).first { saysNotDone($0, leaf, clock, close) } : nil
    return ReferenceSilence(reach: entry == nil ? .none : .ending, entries: entry.map { [$0] } ?? [])
  }

  /// The datings under which the rule is in force when the clock opens.
  func judgedDatings(of clock: ReferenceClock) -> [ReferenceDating] {
    datings(of: clock.opening).filter { procedure.rules[clock.rule].inForce.contains($0.day) }
  }

  /// Whether a stretch certainly reaches from the opening to the due date.
  private func covers(_ from: TimePoint?, _ until: TimePoint?, wholeOf clock: ReferenceClock, _ isReaching: Bool) -> Bool {
    let root = root(of: clock.opening)
    return judgedDatings(of: clock).allSatisfy { dating in
      let begins = from.map { unclipped(.point($0), root, dating.rootDay).most <= dating.day } ?? true
      return begins
        && dues(of: clock, dating).allSatisfy { due in
          guard let until, !isReaching else { return true }
          guard let most = due.most else { return false }
          return unclipped(.point(until), root, dating.rootDay).least >= most
        }
    }
  }

  /// How far the record is complete for what the clock waited for, by the first stretch that covers its due date.
  func recordedEnds(of clock: ReferenceClock, _ ending: ReferenceEnding) -> [TimePoint] {
    leaves(of: expectation(of: clock.rule)).flatMap { leaf in
      types(behind: leaf.pattern).compactMap { type in
        completeness(of: type, for: clock.child).first { stretch in
          covers(stretch.from, stretch.until, wholeOf: clock, reachesTo(stretch.until, ending, clock))
        }?.until
      }
    }
  }

  /// Whether a stretch certainly lasts until the clock ended.
  private func reachesTo(_ until: TimePoint?, _ ending: ReferenceEnding, _ clock: ReferenceClock) -> Bool {
    until.map { isCertainlyNotAfter(ending.time, $0) } ?? true
  }

  /// Whether an entry says that the step had not been done on the due date, whatever that was.
  private func saysNotDone(_ entry: Int, _ leaf: Pattern, _ clock: ReferenceClock, _ close: ReferenceEnding) -> Bool {
    guard mayFit(entry, leaf, clock) else { return false }
    let root = root(of: clock.opening)
    let event = history.events[entry]
    return judgedDatings(of: clock).allSatisfy { dating in
      dues(of: clock, dating).allSatisfy { due in
        guard let least = due.least, unclipped(.point(event.time), root, dating.rootDay).most <= least else { return false }
        if reachesTo(event.end, close, clock) { return true }
        return due.most.map { unclipped(.point(event.end), root, dating.rootDay).least >= $0 } ?? false
      }
    }
  }

  /// Whether an entry is of what the leaf means; one that does not say is.
  private func mayFit(_ entry: Int, _ leaf: Pattern, _ clock: ReferenceClock) -> Bool {
    var condition: Condition?
    if case .event(_, let own) = leaf { condition = own }
    return speaks(entry, of: condition, context(of: clock, this: entry))
  }

  /// How a clock's conditions see an event: as it was before it, and an entry of what was not done as it now is.
  func context(of clock: ReferenceClock, this: Int) -> ReferenceContext {
    let entry = history.events[this]
    var context = ReferenceContext(
      self, child: clock.child, workflow: procedure.rules[clock.rule].workflow,
      time: entry.wasDone ? .point(entry.time) : closing ?? .point(entry.time), this: this, picture: pictures[this])
    context.trigger = clock.trigger
    if let member = clock.member { context.each = .choice(member) }
    return context
  }

  // MARK: Stretches of a cadence

  /// Every time over which the record shows that the clock's expectation was not met.
  func absences(of clock: ReferenceClock) -> [ReferenceAbsence] {
    var next = 0
    return absences(expectation(of: clock.rule), &next) { leaf in
      if clock.seen.contains(leaf.number) { return [] }
      let types = self.types(behind: leaf.pattern)
      return self.common(types.map { self.absences(of: $0, leaf.pattern, clock) })
    }
  }

  private func absences(
    _ pattern: Pattern, _ next: inout Int, _ ofLeaf: (ReferenceLeaf) -> [ReferenceAbsence]
  ) -> [ReferenceAbsence] {
    switch pattern {
    case .any(let parts): return common(parts.map { absences($0, &next, ofLeaf) })
    case .all(let parts): return parts.flatMap { absences($0, &next, ofLeaf) }
    default:
      defer { next += 1 }
      return ofLeaf(ReferenceLeaf(number: next, pattern: pattern))
    }
  }

  /// The times that lie in one absence of each list, where it is certain which of two begins and ends first.
  private func common(_ lists: [[ReferenceAbsence]]) -> [ReferenceAbsence] {
    lists.reduce([ReferenceAbsence()]) { sofar, list in
      sofar.flatMap { a in
        list.compactMap { b in
          guard let from = later(a.from, b.from), let until = earlier(a.until, b.until) else { return nil }
          return ReferenceAbsence(from: from.point, until: until.point, entries: a.entries + b.entries)
        }
      }
    }
  }

  /// The later of two points, of which `nil` is the beginning of the record; nothing where that is uncertain.
  private func later(_ a: TimePoint?, _ b: TimePoint?) -> (point: TimePoint?, Void)? {
    guard let a, let b else { return (a ?? b, ()) }
    if isCertainlyNotAfter(a, b) { return (b, ()) }
    return isCertainlyNotAfter(b, a) ? (a, ()) : nil
  }

  /// The earlier of two points, of which `nil` is the end of the record; nothing where that is uncertain.
  private func earlier(_ a: TimePoint?, _ b: TimePoint?) -> (point: TimePoint?, Void)? {
    guard let a, let b else { return (a ?? b, ()) }
    if isCertainlyNotAfter(b, a) { return (b, ()) }
    return isCertainlyNotAfter(a, b) ? (a, ()) : nil
  }
}

extension ReferenceRun {
  /// Whether for every way of meeting the expectation some absence passes a test; a complete record before an entry.
  func silence(over clock: ReferenceClock, _ isEnough: (ReferenceAbsence) -> Bool) -> ReferenceSilence {
    var next = 0
    return silence(expectation(of: clock.rule), &next) { leaf in
      self.allOf(
        self.types(behind: leaf.pattern).map { type in
          let found = self.absences(of: type, leaf.pattern, clock).first(where: isEnough)
          return ReferenceSilence(reach: found == nil ? .none : .ending, entries: found?.entries ?? [])
        })
    }
  }

  /// Where the record is complete for an event, then where it says that it was not done.
  private func absences(of type: EventIndex, _ leaf: Pattern, _ clock: ReferenceClock) -> [ReferenceAbsence] {
    completeness(of: type, for: clock.child).map { ReferenceAbsence(from: $0.from, until: $0.until) }
      + notDone(type, for: clock.child).filter { mayFit($0, leaf, clock) }.map {
        ReferenceAbsence(from: history.events[$0].time, until: history.events[$0].end, entries: [$0])
      }
  }
}
