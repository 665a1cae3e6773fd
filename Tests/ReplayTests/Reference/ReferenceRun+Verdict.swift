import CivilTime
import Conditions
import Procedures
import Replay

/// Everything that the datings of one clock and its ending allow.
struct ReferenceOutcomes {
  var verdicts: Set<Verdict> = []
  /// **Unit**: whole units of the rule.
  var leastLate: Int?
  var mostLate: Int?
  var leastDue: Day?
  var mostDue: Day?
  var isNeverDue = false
  let unit: Period.Unit
  /// Whether a length or date that some dating needs is not known.
  var isLengthUnknown = false

  /// The worst that some dating allows.
  var worst: Verdict {
    [.missed, .late, .running, .lapsed, .met].first { verdicts.contains($0) } ?? .met
  }

  var certainty: Certainty { verdicts.count == 1 ? .certain : .possible }

  var due: Span? {
    guard !isNeverDue, let leastDue, let mostDue else { return nil }
    return Span(earliest: leastDue, latest: mostDue)
  }

  mutating func note(late: Int?) {
    guard let late else { return }
    leastLate = min(leastLate ?? late, late)
    mostLate = max(mostLate ?? late, late)
  }
}

extension ReferenceRun {
  /// Walks every dating of the opening, and for each the closing's days; `nil` if the rule is in force on none.
  func weigh(_ clock: ReferenceClock, _ ending: ReferenceEnding) -> ReferenceOutcomes? {
    let datings = datings(of: clock.opening)
    let judged = datings.filter { procedure.rules[clock.rule].inForce.contains($0.day) }
    if judged.isEmpty { return nil }
    var outcomes = ReferenceOutcomes(unit: unit(of: clock))
    if judged.count < datings.count { outcomes.verdicts.insert(.lapsed) }
    for dating in judged {
      if length(of: clock, on: dating.day) == nil { outcomes.isLengthUnknown = true }
      if clock.date == .unknown { outcomes.isLengthUnknown = true }
      for due in dues(of: clock, dating) { weigh(clock, ending, dating, due, &outcomes) }
    }
    return outcomes
  }

  /// The unit in which a rule tells lateness: that of its length as written, of a parameter's first value, else days.
  private func unit(of clock: ReferenceClock) -> Period.Unit {
    let limit: LimitLength?
    switch form(of: clock.rule) {
    case .deadline(let deadline):
      switch deadline.limit {
      case .within(let length), .ahead(let length, _): limit = length
      }
    case .cadence(let cadence): limit = cadence.every
    case .invariant(let invariant): limit = invariant.longerThan
    case .check: limit = nil
    }
    switch limit {
    case .literal(let period)?: return period.unit
    case .parameter(let parameter)?:
      if case .duration(let range)? = procedure.parameters[parameter].values.first?.value { return range.least.unit }
      return .day
    case .expression?, nil: return .day
    }
  }

  private func weigh(
    _ clock: ReferenceClock, _ ending: ReferenceEnding, _ dating: ReferenceDating, _ due: ReferenceDue,
    _ outcomes: inout ReferenceOutcomes
  ) {
    var range = range(of: ending.time, root: root(of: clock.opening), dating)
    if ending.time == clock.opening { range = ReferenceDays(least: dating.day, most: dating.day) }
    if ending.isLastDayIn {
      range = ReferenceDays(least: range.least.adding(days: 1), most: range.most.adding(days: 1))
    }
    if case .date(let cut, _) = observationEnd {
      range = ReferenceDays(least: min(range.least, cut), most: min(range.most, cut))
    }
    if let last = ending.last {
      let latest = self.range(of: last, root: root(of: clock.opening), dating)
      range = ReferenceDays(least: min(range.least, latest.least), most: min(range.most, latest.most))
    }
    let isEndOfDay = ending.kind == .observationEnded
    let first = Int(range.least.number) * 1440 + (isEndOfDay ? 1439 : ending.minute ?? 0)
    let last = Int(range.most.number) * 1440 + (isEndOfDay ? 1439 : ending.minute ?? 1439)
    let (inTime, overrun): (Verdict, Verdict) =
      switch ending.kind {
      case .fulfilled: (.met, .late)
      case .observationEnded: (.running, .missed)
      default: (.lapsed, .missed)
      }
    guard let least = due.leastMinute, let leastDay = due.least else {
      outcomes.isNeverDue = true
      outcomes.verdicts.insert(inTime)
      return
    }
    outcomes.leastDue = min(outcomes.leastDue ?? leastDay, leastDay)
    if let most = due.most {
      outcomes.mostDue = max(outcomes.mostDue ?? most, most)
    } else {
      outcomes.isNeverDue = true
    }
    if first <= due.mostMinute ?? .max { outcomes.verdicts.insert(inTime) }
    guard last > least else { return }
    outcomes.verdicts.insert(overrun)
    if outcomes.unit == .hour {
      outcomes.note(late: (last - least + 59) / 60)
      outcomes.note(late: (max(first - (due.mostMinute ?? last - 1), 1) + 59) / 60)
    } else {
      noteDays(range, due, outcomes.unit, &outcomes)
    }
  }

  /// Every due day, with the first and the last ending day after it: lateness only grows from one to the other.
  private func noteDays(
    _ range: ReferenceDays, _ due: ReferenceDue, _ unit: Period.Unit, _ outcomes: inout ReferenceOutcomes
  ) {
    guard let first = due.least else { return }
    for dueDay in days(ReferenceDays(least: first, most: max(first, due.most ?? range.most)).span) {
      for ended in [max(range.least, dueDay.adding(days: 1)), range.most] where ended > dueDay && ended <= range.most {
        outcomes.note(late: calendar.lateness(from: dueDay, to: ended, in: unit))
      }
    }
  }
}
