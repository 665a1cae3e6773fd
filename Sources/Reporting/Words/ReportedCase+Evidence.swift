import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// A step that was passed over and came after all.
struct LaterOccurrence {
  let event: Int
  /// The least and the most of the days between the event that revealed it and the step.
  let days: Span.Distance
}

extension Span {
  /// How far one time is after another, in days.
  struct Distance {
    let least: Int
    let most: Int

    /// "5 days", "between 3 and 9 days".
    var inWords: String {
      let most = Period(self.most, .day).description
      return least == self.most ? most : "between \(least) and \(most)"
    }
  }
}

extension ReportedCase {
  /// Where a step that was passed over came after the event that revealed it, when it first did.
  func laterOccurrence(of step: Int, after departure: Departure) -> LaterOccurrence? {
    guard case .events(let cues) = procedure.workflows[departure.workflow].transitions[step].cue else { return nil }
    let revealing = history.events[departure.event]
    let later = history.events.indices.compactMap { number -> LaterOccurrence? in
      let entry = history.events[number]
      guard entry.wasDone, cues.contains(entry.event), entry.children & (1 << UInt64(departure.child)) != 0 else {
        return nil
      }
      let days = history.times.days(from: revealing.time, to: entry.time)
      guard days.least > 0 else { return nil }
      return LaterOccurrence(event: number, days: Span.Distance(least: days.least, most: days.most))
    }
    return later.min { ($0.days.least, $0.days.most, $0.event) < ($1.days.least, $1.days.most, $1.event) }
  }

  /// The entries that a broken check or invariant asked for besides its own event: what the record says was not done,
  /// and the latest of what it read from.
  func askedOf(_ judgement: Judgement) -> [Int] {
    guard judgement.verdict == .broken, let require = procedure.rules[judgement.rule].form.requirement else { return [] }
    var asked: Set<EventIndex> = []
    var read: Set<EventIndex> = []
    require.visit { part in
      switch part {
      case .occurrences(let events, _): asked.formUnion(events)
      case .call(.latest, let arguments):
        if case .occurrences(let events, _)? = arguments.first { read.formUnion(events) }
      default: break
      }
    }
    let bit: UInt64 = 1 << UInt64(judgement.child)
    let before = history.events.indices.filter { number in
      let entry = history.events[number]
      return entry.children & bit != 0 && number != judgement.openingEvent
        && history.times.spans[entry.time].latest <= judgement.opened.latest
    }
    let denied = asked.compactMap { event in
      before.last { !history.events[$0].wasDone && history.events[$0].event == event }
    }
    let latest = read.compactMap { event in
      before.filter { history.events[$0].wasDone && history.events[$0].event == event }
        .max { (history.times.nominal[history.events[$0].time], $0) < (history.times.nominal[history.events[$1].time], $1) }
    }
    return denied + latest
  }
}

extension RuleForm {
  /// What a check or an invariant requires.
  fileprivate var requirement: Expression? {
    switch self {
    case .check(let check): check.require.expression
    case .invariant(let invariant): invariant.require.expression
    case .deadline, .cadence: nil
    }
  }
}
