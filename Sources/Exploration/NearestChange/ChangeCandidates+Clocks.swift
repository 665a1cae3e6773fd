import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ChangeCandidates {
  /// A step that came late or not at all: it on the last day in time.
  mutating func propose(for judgement: Judgement, expecting pattern: Pattern) {
    let targets = times(inTimeFor: judgement)
    let kinds = kinds(of: pattern, judgement)
    // 1. What closed the clock comes by the due date.
    let closing = judgement.fulfilment
    if let closing { for time in targets { proposeMove(of: closing, to: time) } }
    proposeRestating(judgement, pattern)
    proposeConfirming(kinds, targets, judgement)
    // 2. What was expected comes besides.
    proposeAdditions(for: judgement, pattern, targets)
    // 3. What of its kind came before or after comes in time.
    for event in neighbours(of: judgement, among: entries(of: kinds)) where event != closing {
      for time in targets { proposeMove(of: event, to: time) }
    }
    // 4. What opened the clock comes so much later.
    proposeLaterOpening(judgement)
  }

  /// What lengthens a clock, or excepts it, comes by its due date.
  mutating func proposeExceptions(for judgement: Judgement, _ patterns: [Pattern]) {
    for time in times(inTimeFor: judgement).prefix(1) {
      let moves = moves(
        on: history.span(of: time).earliest, trigger: judgement.openingEvent, member: judgement.member)
      for pattern in patterns {
        for planned in moves.fitting(pattern).prefix(2) {
          proposeAddition(of: planned, at: time, days: distance(of: judgement, to: time))
        }
      }
    }
  }

  /// How far a time is from the step that came late; none where it never came.
  private func distance(of judgement: Judgement, to time: EditedTime) -> Int {
    judgement.fulfilment.map { history.distance(from: $0, to: time, in: unit).farthest } ?? 0
  }

  /// The last days in time: the due date as it may have been, and counted from what opened the clock.
  func times(inTimeFor judgement: Judgement) -> [EditedTime] {
    guard let due = judgement.due else { return [] }
    var times = due.isExact ? [EditedTime.day(due.earliest)] : [.day(due.latest), .day(due.earliest)]
    if let base = base(of: judgement) { times.append(.after(event: base, days: length(of: judgement, due))) }
    let worked = WorkingCalendar.englandAndWales.lastWorkingDay(onOrBefore: due.earliest)
    guard let worked, worked >= judgement.opened.latest, !times.contains(.day(worked)) else { return times }
    // A step that never came is put on a working day where there is one.
    times.insert(.day(worked), at: judgement.fulfilment == nil ? 0 : times.count)
    return times
  }

  /// The entry from which a clock counts, where its day is not exact.
  private func base(of judgement: Judgement) -> Int? {
    guard !judgement.opened.isExact else { return nil }
    return ([judgement.openingEvent].compactMap(\.self) + judgement.evidence).first { span(of: $0) == judgement.opened }
  }

  /// How many days the clock runs at least, whichever day it opened.
  private func length(of judgement: Judgement, _ due: Span) -> Int {
    let ends = min(due.earliest.days(since: judgement.opened.earliest), due.latest.days(since: judgement.opened.latest))
    let days = judgement.opened.earliest.number...judgement.opened.latest.number
    let lengths = days.compactMap { kit.days(of: judgement.rule, from: Day(number: $0)) }
    return min(ends, lengths.min() ?? ends)
  }

  /// The kinds of events that a pattern may wait for.
  private func kinds(of pattern: Pattern, _ judgement: Judgement) -> [EventIndex] {
    let named = pattern.leaves.compactMap(\.event)
    guard named.isEmpty else { return named }
    let moves = moves(on: judgement.opened.latest, trigger: judgement.openingEvent, member: judgement.member)
    return moves.fitting(pattern).map(\.event).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Of some entries, the three that follow a clock's due date and the two that precede its opening.
  private func neighbours(of judgement: Judgement, among entries: [Int]) -> [Int] {
    let due = judgement.due?.earliest ?? judgement.opened.latest
    let after = entries.filter { day(of: $0) > due }.prefix(3)
    let before = entries.filter { day(of: $0) < judgement.opened.latest }.suffix(2)
    return Array(after) + before.reversed()
  }

  /// What came in time and did not count states what makes it count.
  private mutating func proposeRestating(_ judgement: Judgement, _ pattern: Pattern) {
    for leaf in pattern.leaves {
      guard let kind = leaf.event, let condition = leaf.condition?.expression else { continue }
      let inTime = entries(of: [kind]).filter { number in
        day(of: number) >= judgement.opened.earliest && day(of: number) <= (judgement.due ?? judgement.opened).latest
      }
      for event in inTime.suffix(4).reversed() {
        let moves = moves(on: day(of: event), before: event, trigger: judgement.openingEvent, member: judgement.member)
        for stated in moves.stated(of: kind, for: condition) { proposeRestatingAnother(event, as: stated) }
      }
    }
  }

  /// What is recorded as not done was done.
  private mutating func proposeConfirming(_ kinds: [EventIndex], _ targets: [EditedTime], _ judgement: Judgement) {
    let pattern = kit.procedure.rules[judgement.rule].expect
    for entry in entries(of: kinds, done: false) {
      let denied = history.events[entry]
      let (from, until) = (history.times.spans[denied.time].earliest, history.times.spans[denied.end].latest)
      guard from <= (judgement.due ?? judgement.opened).latest, until >= judgement.opened.earliest else { continue }
      // A time counted from the entry itself would be counted from nothing once the entry has another.
      let stretch = Span(earliest: from, latest: until) ?? Span(from)
      for time in targets.prefix(3) where !time.isCounted(from: entry) {
        // What is denied over a stretch is done within it.
        guard denied.end == denied.time || history.span(of: time).intersection(stretch) != nil else { continue }
        let moves = moves(
          on: history.span(of: time).earliest, trigger: judgement.openingEvent, member: judgement.member)
        let planned = pattern.map { moves.bare.fitting($0) } ?? []
        guard let plan = planned.first(where: { $0.event == denied.event }), !contradicts(entry, plan.attributes) else {
          continue
        }
        propose(
          [.confirm(event: entry, on: time, attributes: plan.attributes)], days: distance(of: judgement, to: time))
      }
    }
  }

  private mutating func proposeAdditions(for judgement: Judgement, _ pattern: Pattern, _ targets: [EditedTime]) {
    for time in targets {
      let days = distance(of: judgement, to: time)
      let moves = moves(
        on: history.span(of: time).earliest, trigger: judgement.openingEvent, member: judgement.member)
      for planned in moves.plainAndFull({ $0.fitting(pattern) }, most: 4) {
        proposeAddition(of: planned, at: time, days: days)
      }
      // All of several things that are waited for together.
      guard case .all(let parts) = pattern else { continue }
      let each = parts.compactMap { moves.bare.fitting($0).first }
      guard each.count == parts.count else { continue }
      propose(each.map { .add(added($0, at: time), before: history.events.count) }, days: days)
    }
    guard case .cadence = kit.procedure.rules[judgement.rule].form else { return }
    proposeSeries(for: judgement, pattern)
  }

  /// As many additions as intervals went by, each on the last day in time after the one before.
  private mutating func proposeSeries(for judgement: Judgement, _ pattern: Pattern) {
    guard let due = judgement.due, let end = judgement.ended else { return }
    let (base, step) = (base(of: judgement), length(of: judgement, due))
    guard step > 0 else { return }
    var edits: [HistoryEdit] = []
    var days = step
    while edits.count < 13 {
      let day = judgement.opened.earliest.adding(days: days)
      let time = base.map { EditedTime.after(event: $0, days: days) } ?? .day(day)
      guard judgement.opened.latest.adding(days: days) < end.latest else { return }
      let moves = moves(on: day, trigger: judgement.openingEvent, member: judgement.member)
      guard let planned = moves.bare.fitting(pattern).first else { return }
      edits.append(.add(added(planned, at: time), before: history.events.count + edits.count))
      if edits.count > 1 { propose(edits) }
      days += step
    }
  }

  private mutating func proposeLaterOpening(_ judgement: Judgement) {
    guard let opening = judgement.openingEvent, let ended = judgement.ended, let due = judgement.due,
      judgement.fulfilment != nil, judgement.opened == span(of: opening)
    else { return }
    let late = ended.latest.days(since: due.earliest)
    for further in [-2, -1, 0, 1, 2, 4] {
      let day = judgement.opened.latest.adding(days: late + further)
      if day < ended.earliest, day > judgement.opened.latest { proposeMove(of: opening, to: .day(day)) }
    }
  }
}

extension Judgement {
  /// The step that the clock waited for, where it came.
  var fulfilment: Int? { ending == .fulfilled ? closingEvent : nil }
}

extension EditedTime {
  /// Whether it is counted from the entry of that number.
  fileprivate func isCounted(from entry: Int) -> Bool { if case .after(entry, _) = self { true } else { false } }
}

extension Moves {
  /// Events of which only that is stated which is asked of them, then those that also keep the checks made of them.
  func plainAndFull(_ find: (Moves) -> [PlannedEvent], most: Int) -> [PlannedEvent] {
    (Array(find(bare).prefix(most)) + find(self).prefix(most)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What an event of a kind may state so that a condition on it holds, and nothing else.
  func stated(of kind: EventIndex, for condition: Expression) -> [[AttributeIndex: Value]] {
    EventDrafting(surroundings: surroundings).drafts(from: EventDraft(kind), with: condition.ofThis, being: true)
      .map(\.attributes).filter { !$0.isEmpty }
  }
}
