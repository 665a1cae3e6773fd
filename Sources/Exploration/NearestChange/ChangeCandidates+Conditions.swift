import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ChangeCandidates {
  // MARK: - Checks

  /// An event of which something was asked that did not hold.
  mutating func propose(for judgement: Judgement, _ check: Check) {
    guard let event = judgement.openingEvent else { return }
    let require = check.require.expression
    let moves = moves(on: day(of: event), before: event, trigger: event, member: judgement.member)
    // 1. The event itself, or an earlier one that is asked about, says otherwise.
    for stated in moves.stated(of: history.events[event].event, for: require) { proposeRestating(event, as: stated) }
    let plans = moves.plainAndFull({ $0.serving(require, being: true) }, most: 8)
    let kinds = Array(Set(require.eventsAskedFor + plans.map(\.event))).sorted()
    let earlier = entries(of: kinds).filter { $0 != event && (day(of: $0), $0) < (day(of: event), event) }
    for planned in plans {
      for number in earlier.suffix(6).reversed() where history.events[number].event == planned.event {
        proposeRestatingAnother(number, as: planned.attributes)
      }
    }
    // 2. A step that is asked for was done, or came before.
    let dayBefore = EditedTime.day(span(of: event).earliest.adding(days: -1))
    let sameDay: EditedTime = span(of: event).isExact ? .day(day(of: event)) : .after(event: event, days: 0)
    for planned in plans {
      for entry in entries(of: [planned.event], done: false)
      where history.times.spans[history.events[entry].time].earliest <= span(of: event).latest {
        propose([.confirm(event: entry, on: dayBefore, attributes: planned.attributes)])
      }
    }
    for planned in plans {
      proposeAddition(of: planned, at: sameDay, before: event)
      proposeAddition(of: planned, at: dayBefore, before: event)
    }
    let later = entries(of: kinds).filter { $0 != event && (day(of: $0), $0) > (day(of: event), event) }
    for number in later.prefix(3) {
      proposeMove(of: number, to: sameDay)
      proposeMove(of: number, to: dayBefore)
      proposeMove(of: event, to: .day(span(of: number).latest))
      proposeMove(of: event, to: .day(span(of: number).latest.adding(days: 1)))
    }
    // 3. Where days are asked about: the event a little sooner or later, and so the last that it is compared with.
    guard require.asksOfDays else { return }
    for moved in [event] + earlier.suffix(1) { proposeShifts(of: moved) }
  }

  /// An event sooner and later, by days up to two weeks and by weeks up to twelve.
  private mutating func proposeShifts(of event: Int) {
    for days in Array(1...14) + stride(from: 21, through: 84, by: 7) {
      for signed in [-days, days] { proposeMove(of: event, to: .day(day(of: event).adding(days: signed))) }
    }
  }

  // MARK: - Standing conditions

  /// A stretch over which something did not hold that was to hold.
  mutating func propose(for judgement: Judgement, _ invariant: Invariant) {
    var targets = times(inTimeFor: judgement)
    for day in [judgement.opened.earliest, judgement.opened.latest] where !targets.contains(.day(day)) {
      targets.append(.day(day))
    }
    if let opening = judgement.openingEvent, !span(of: opening).isExact { targets.append(.after(event: opening, days: 0)) }
    // 1. What mended it, or ended the state that asks for it, came in time.
    if let closing = judgement.closingEvent, history.events[closing].wasDone {
      for time in targets { proposeMove(of: closing, to: time) }
    }
    for time in targets {
      let day = history.span(of: time).earliest
      for place in [nil, judgement.openingEvent] {
        let moves = moves(on: day, before: place, trigger: judgement.openingEvent, member: judgement.member)
        let plans =
          moves.plainAndFull({ $0.serving(invariant.require.expression, being: true) }, most: 6)
          + moves.plainAndFull({ $0.serving(invariant.during.expression, being: false) }, most: 4)
        for planned in plans { proposeServing(planned, at: time, before: place, judgement) }
      }
    }
    // 2. What broke it came later: when it was mended, or when what had to be there was.
    guard let opening = judgement.openingEvent, let ended = judgement.ended, judgement.closingEvent != nil else { return }
    for further in [0, 1] { proposeMove(of: opening, to: .day(ended.latest.adding(days: further))) }
  }

  /// An event that helps: one of its kind that is recorded as not done, that says otherwise or that came later, or one more.
  private mutating func proposeServing(
    _ planned: PlannedEvent, at time: EditedTime, before place: Int?, _ judgement: Judgement
  ) {
    for entry in entries(of: [planned.event], done: false) {
      let denied = history.events[entry]
      guard history.times.spans[denied.time].earliest <= history.span(of: time).latest else { continue }
      propose([.confirm(event: entry, on: time, attributes: planned.attributes)])
    }
    let same = entries(of: [planned.event])
    for earlier in same.filter({ day(of: $0) <= history.span(of: time).latest }).suffix(2).reversed() {
      proposeRestatingAnother(earlier, as: planned.attributes)
    }
    proposeAddition(of: planned, at: time, before: place)
    for later in same.filter({ day(of: $0) > history.span(of: time).latest }).prefix(2) { proposeMove(of: later, to: time) }
  }
}

extension Expression {
  /// Whether it compares days.
  fileprivate var asksOfDays: Bool {
    var asks = false
    visit { part in
      switch part {
      case .thisHappened, .triggerHappened, .today, .happened, .itemHappened: asks = true
      default: break
      }
    }
    return asks
  }
}
