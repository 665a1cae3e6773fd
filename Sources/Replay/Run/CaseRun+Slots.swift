import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// Judges each slot of a fixed cadence by itself; the slot still open at the end lapses or runs on.
  func judgeSlots(_ number: Int, by ending: ClockEnding) {
    let clock = clocks[number]
    let end = nominal(ending.time)
    let opened = nominal(clock.opening)
    guard let length = length(of: clock, openedOn: opened)?.least, length.count > 0 else {
      if let judgement = undated(number, ending) { judged.add(judgement, clock: number) }
      return
    }
    var slot = 1
    while slot < 10_000, self.slot(slot, clock, openedOn: opened).due < end {
      judgeSlot(slot, number, ending)
      slot += 1
    }
    judgeLastSlot(slot, number, ending)
  }

  /// The due date of the slot that is open on the day at hand, unless it is filled already.
  func dueOfOpenSlot(of clock: Clock) -> Day? {
    let opened = nominal(clock.opening)
    guard let length = length(of: clock, openedOn: opened)?.least, length.count > 0 else { return nil }
    var number = 1
    while number < 10_000, slot(number, clock, openedOn: opened).due < day { number += 1 }
    let window = slot(number, clock, openedOn: opened)
    let first = number == 1 ? window.opened : window.opened.adding(days: 1)
    let isFilled = clock.fulfilments.contains { fulfilment in
      let day = nominal(fulfilment.time)
      return fulfilment.standing == .known && first <= day && day <= window.due
    }
    return isFilled ? nil : window.due
  }

  private func slot(_ slot: Int, _ clock: Clock, openedOn day: Day) -> (opened: Day, due: Day) {
    guard let length = length(of: clock, openedOn: day)?.least, length.count > 0 else { return (day, .latest) }
    let counting = tables.figures[clock.rule].counting
    let opened = slot == 1 ? day : limit(after: day, Period(length.count * (slot - 1), length.unit), counting)
    return (opened, limit(after: day, Period(length.count * slot, length.unit), counting))
  }

  private func judgeSlot(_ number: Int, _ index: Int, _ ending: ClockEnding) {
    let clock = clocks[index]
    var windows = SlotWindows()
    walk(clock) { opened, root, day in
      let window = slot(number, clock, openedOn: opened)
      guard isInForce(window, clock) else { return windows.skip() }
      windows.add(window.opened, window.due, isPast: window.due < range(of: ending.time, given: root, on: day).least)
    }
    if windows.isEmpty { return }
    let filling = clock.fulfilments.map { (fulfilment: $0, fit: fit($0, number, clock)) }
    if let met = filling.first(where: { $0.fulfilment.standing == .known && $0.fit == .certainly }) {
      return judged.add(
        slotJudgement(clock, windows, .met, .fulfilled, span(met.fulfilment.time), met.fulfilment.event), clock: index)
    }
    let isDoubtful = clock.isOpeningDoubtful || filling.contains { $0.fulfilment.standing == .unknown && $0.fit != .not }
    guard !isDoubtful, let evidence = emptiness(number, clock) else {
      let silent = slotJudgement(clock, windows, .missed, .slotPassed, nil, -1)
      return judged.add(unrecorded(silent, clock), clock: index)
    }
    var judgement = slotJudgement(clock, windows, .missed, .slotPassed, nil, -1)
    // What fits under some dating only, in the slot or at all, may have filled it.
    if filling.contains(where: { $0.fit != .not }) || !windows.isCertainlyPast { judgement.certainty = .possible }
    judged.add(judgement.resting(on: evidence, isWhole: true), clock: index)
  }

  private func isInForce(_ window: (opened: Day, due: Day), _ clock: Clock) -> Bool {
    tables.figures[clock.rule].inForce.contains(window.opened)
  }

  private func judgeLastSlot(_ number: Int, _ index: Int, _ ending: ClockEnding) {
    let clock = clocks[index]
    var windows = SlotWindows()
    walk(clock) { opened, root, day in
      let window = slot(number, clock, openedOn: opened)
      guard isInForce(window, clock) else { return windows.skip() }
      windows.add(window.opened, window.due, isPast: range(of: ending.time, given: root, on: day).most <= window.due)
    }
    if windows.isEmpty { return }
    let filling = clock.fulfilments.filter { $0.standing != .unknown }.map { (fulfilment: $0, fit: fit($0, number, clock)) }
    if let met = filling.first(where: { $0.fulfilment.standing == .known && $0.fit == .certainly }) {
      let met = met.fulfilment
      return judged.add(slotJudgement(clock, windows, .met, .fulfilled, span(met.time), met.event), clock: index)
    }
    let verdict: Verdict = ending.kind == .observationEnded ? .running : .lapsed
    var judgement = slotJudgement(clock, windows, verdict, ending.kind, span(ending.time), ending.event)
    if filling.contains(where: { $0.fit != .not }) || !windows.isCertainlyPast { judgement.certainty = .possible }
    judged.add(judgement, clock: index)
  }

  private func walk(_ clock: Clock, _ body: (Day, TimeRoot, Day) -> Void) {
    let root = root(of: clock.opening)
    let days = range(of: root)
    var day = days.least
    while day <= days.most {
      body(self.day(of: clock.opening, rootOn: day), root, day)
      day = day.adding(days: 1)
    }
  }

  private enum Fit {
    case not
    case possibly
    case certainly
  }

  /// Whether a fulfilment falls in a slot: the days after its opening through its due date, and in the first the entry day.
  private func fit(_ fulfilment: SlotFulfilment, _ number: Int, _ clock: Clock) -> Fit {
    var always = true
    var ever = false
    walk(clock) { opened, root, day in
      let window = slot(number, clock, openedOn: opened)
      guard isInForce(window, clock) else { return }
      let first = number == 1 ? window.opened : window.opened.adding(days: 1)
      let range = range(of: fulfilment.time, given: root, on: day)
      if range.most < first || range.least > window.due {
        always = false
      } else {
        ever = true
        if range.least < first || range.most > window.due { always = false }
      }
    }
    return always ? .certainly : ever ? .possibly : .not
  }

  /// The entries by which the record shows that nothing filled a slot; `nil` where it does not show it.
  private func emptiness(_ number: Int, _ clock: Clock) -> [Int]? {
    tables.rules[clock.rule].expect.refutation(seen: 0) { leaf in
      entries(of: tables.behind[clock.rule][leaf]) { event in
        stretches(of: event, for: clock.child).first { covers($0, leaf, number, clock) }
      }
    }
  }

  private func covers(_ stretch: Stretch, _ leaf: Int, _ number: Int, _ clock: Clock) -> Bool {
    guard fits(stretch, leaf, clock, tables.rules[clock.rule]) else { return false }
    var always = true
    walk(clock) { opened, root, day in
      let window = slot(number, clock, openedOn: opened)
      guard isInForce(window, clock) else { return }
      let first = number == 1 ? window.opened : window.opened.adding(days: 1)
      if let from = stretch.from, range(of: from, given: root, on: day).most > first { always = false }
      if let until = stretch.until, range(of: until, given: root, on: day).least < window.due { always = false }
    }
    return always
  }

  private func slotJudgement(
    _ clock: Clock, _ windows: SlotWindows, _ verdict: Verdict, _ ending: Judgement.Ending, _ ended: Span?, _ event: Int
  ) -> Judgement {
    Judgement(
      rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member < 0 ? nil : clock.member,
      verdict: verdict, certainty: clock.isUncertain || windows.isPartlyInForce ? .possible : .certain,
      opened: windows.opened.span,
      due: windows.due.span, ended: ended, ending: ending, lateness: nil,
      openingEvent: clock.openingEvent < 0 ? nil : clock.openingEvent, closingEvent: event < 0 ? nil : event)
  }
}

/// The window of one slot under every dating.
struct SlotWindows {
  private(set) var opened = DayRange(.latest)
  private(set) var due = DayRange(.latest)
  private(set) var isCertainlyPast = true
  private(set) var isEmpty = true
  /// Whether the rule was not in force on the slot's opening day under some dating.
  private(set) var isPartlyInForce = false

  mutating func skip() { isPartlyInForce = true }

  mutating func add(_ opened: Day, _ due: Day, isPast: Bool) {
    if isEmpty {
      (self.opened, self.due, isEmpty) = (DayRange(opened), DayRange(due), false)
    } else {
      self.opened.widen(to: DayRange(opened))
      self.due.widen(to: DayRange(due))
    }
    if !isPast { isCertainlyPast = false }
  }
}
