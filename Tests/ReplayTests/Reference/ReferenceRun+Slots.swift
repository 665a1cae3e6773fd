import CivilTime
import Conditions
import Procedures
import Replay

/// One slot of a fixed cadence, under one dating of the entry.
struct ReferenceSlot {
  let dating: ReferenceDating
  let opened: Day
  /// The first day on which a fulfilment counts.
  let first: Day
  let due: Day
}

extension ReferenceRun {
  /// Judges each slot of the grid on its own, up to the one in which the cadence ended.
  func judgeSlots(of clock: ReferenceClock, _ ending: ReferenceEnding) {
    let ended = nominal(ending.time)
    for number in 1...100_000 {
      let opened = nominal(clock.opening)
      let grid = slot(number, of: clock, ReferenceDating(rootDay: opened, day: opened))
      let isCurrent = grid.map { $0.due >= ended } ?? true
      let slots = datings(of: clock.opening).compactMap { slot(number, of: clock, $0) }
      let judged = slots.filter { procedure.rules[clock.rule].inForce.contains($0.opened) }
      if !judged.isEmpty { judge(judged, of: slots, clock, ending, isCurrent) }
      if isCurrent { return }
    }
  }

  func slot(_ number: Int, of clock: ReferenceClock, _ dating: ReferenceDating) -> ReferenceSlot? {
    guard let due = dueOfSlot(number, clock, dating) else { return nil }
    guard number > 1 else { return ReferenceSlot(dating: dating, opened: dating.day, first: dating.day, due: due) }
    guard let opened = dueOfSlot(number - 1, clock, dating) else { return nil }
    return ReferenceSlot(dating: dating, opened: opened, first: opened.adding(days: 1), due: due)
  }

  private func dueOfSlot(_ number: Int, _ clock: ReferenceClock, _ dating: ReferenceDating) -> Day? {
    guard let length = length(of: clock, on: dating.day)?.least, length.count > 0 else { return nil }
    return calendar.due(
      after: dating.day, within: Period(length.count * number, length.unit), counting: counting(of: clock.rule))
  }

  private func judge(
    _ slots: [ReferenceSlot], of all: [ReferenceSlot], _ clock: ReferenceClock, _ ending: ReferenceEnding,
    _ isCurrent: Bool
  ) {
    let root = root(of: clock.opening)
    let known = clock.fulfilments.filter { $0.standing != .unknown }
    let certain = known.first { fulfilment in
      fulfilment.standing == .known
        && slots.allSatisfy { slot in
          let range = range(of: fulfilment.time, root: root, slot.dating)
          return slot.first <= range.least && range.most <= slot.due
        }
    }
    func mayFall(_ time: ReferenceTime) -> Bool {
      slots.contains { slot in
        let range = range(of: time, root: root, slot.dating)
        return slot.first <= range.most && range.least <= slot.due
      }
    }
    let mayBeMet = known.contains { mayFall($0.time) }
    let isSure = !mayBeMet && slots.count == all.count
    if let certain {
      let ended = ReferenceEnding(kind: .fulfilled, time: certain.time, event: certain.event)
      record(.met, slots.count == all.count ? .certain : .possible, slots, clock, ended)
    } else if isCurrent {
      let isCertain = slots.allSatisfy { range(of: ending.time, root: root, $0.dating).most <= $0.due }
      let verdict: Verdict = ending.kind == .observationEnded ? .running : .lapsed
      record(verdict, isSure && isCertain ? .certain : .possible, slots, clock, ending)
    } else {
      let isCertain = slots.allSatisfy { range(of: ending.time, root: root, $0.dating).least > $0.due }
      let isDoubted =
        clock.doubts.contains { if case .opening = $0.kind { true } else { false } }
        || clock.fulfilments.contains { $0.standing == .unknown && mayFall($0.time) }
      let silence = silence(of: slots, clock)
      let passed = ReferenceEnding(kind: .slotPassed, time: ending.time, event: nil)
      if isDoubted || silence.reach == .none {
        record(.notRecorded, .certain, slots, clock, passed)
      } else {
        record(.missed, isSure && isCertain ? .certain : .possible, slots, clock, passed, silence.entries)
      }
    }
  }

  /// Whether the record shows that nothing filled the slot.
  private func silence(of slots: [ReferenceSlot], _ clock: ReferenceClock) -> ReferenceSilence {
    let root = root(of: clock.opening)
    var whole = clock
    whole.seen = []
    return silence(over: whole) { absence in
      slots.allSatisfy { slot in
        let begins = absence.from.map { self.unclipped(.point($0), root, slot.dating.rootDay).most <= slot.first }
        let ends = absence.until.map { self.unclipped(.point($0), root, slot.dating.rootDay).least >= slot.due }
        return (begins ?? true) && (ends ?? true)
      }
    }
  }

  private func record(
    _ verdict: Verdict, _ certainty: Certainty, _ slots: [ReferenceSlot], _ clock: ReferenceClock,
    _ ending: ReferenceEnding, _ evidence: [Int] = []
  ) {
    let opened = slots.map(\.opened)
    let due = slots.map(\.due)
    let dueSpan = ReferenceDays(least: due.min() ?? day, most: due.max() ?? day).span
    let judgement = Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member, verdict: verdict,
      certainty: verdict == .notRecorded ? .certain : clock.isUncertain ? .possible : certainty,
      opened: ReferenceDays(least: opened.min() ?? day, most: opened.max() ?? day).span, due: dueSpan,
      ended: ending.kind == .slotPassed ? nil : span(of: ending.time), ending: ending.kind, lateness: nil,
      intervals: nil, openingEvent: clock.openingEvent, closingEvent: ending.event,
      furtherEvidence: evidence, missing: verdict == .notRecorded ? clock.missing : [])
    judged.append((judgement, clock.number))
  }
}
