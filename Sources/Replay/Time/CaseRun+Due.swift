import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// The length of a limit on a day; `nil` where it is not known or has no value yet.
  func duration(_ length: LimitLength, on day: Day) -> DurationRange? {
    switch length {
    case .literal(let period): return DurationRange(period)
    case .parameter(let parameter):
      guard case .duration(let range)? = procedure.parameters[parameter].value(on: day) else { return nil }
      return range
    case .expression(let condition):
      guard case .duration(let range) = condition.evaluate(in: self) else { return nil }
      return range
    }
  }

  /// The length of a clock that opened on a day.
  func length(of clock: Clock, openedOn day: Day) -> DurationRange? {
    if let length = clock.extras?.length { return length }
    let rule = tables.rules[clock.rule]
    if let fixed = clock.isFirst ? rule.fixedFirstLength : rule.fixedLength { return DurationRange(fixed) }
    guard let length = clock.isFirst ? rule.firstLength : rule.length else { return nil }
    if case .expression = length { return nil }
    return duration(length, on: day)
  }

  /// The last day on time of a clock that opened on a day, before any extension.
  ///
  /// **Unknown:** a length without a value, or without an upper end, is never due: its latest due date is `Day.latest`.
  func due(of clock: Clock, openedOn opened: Day) -> DayRange {
    let rule = tables.rules[clock.rule]
    guard let length = length(of: clock, openedOn: opened) else { return DayRange(.latest) }
    if rule.isAhead { return dueAhead(of: clock, rule, length, openedOn: opened) }
    let least = limit(after: opened, length.least, rule.counting)
    guard let most = length.most else { return DayRange(least, .latest) }
    if most == length.least { return DayRange(least) }
    return DayRange(least, max(least, limit(after: opened, most, rule.counting)))
  }

  func limit(after day: Day, _ period: Period, _ counting: Counting) -> Day {
    calendar.due(after: day, within: period, counting: counting) ?? .latest
  }

  private func dueAhead(of clock: Clock, _ rule: CompiledRule, _ length: DurationRange, openedOn opened: Day) -> DayRange {
    guard let date = clock.extras?.date else { return DayRange(.latest) }
    let least = calendar.before(date.earliest, by: length.most ?? length.least) ?? date.earliest
    let most = calendar.before(date.latest, by: length.least) ?? date.latest
    guard let orWithin = rule.orWithin, let late = duration(orWithin, on: opened) else { return DayRange(least, most) }
    func settled(_ due: Day) -> Day { due < opened ? limit(after: opened, late.least, rule.counting) : due }
    let first = settled(least)
    let second = settled(most)
    return DayRange(min(first, second), max(first, second))
  }

  /// The due date under the nominal dating, with the extensions that then count.
  func dueNominal(of clock: Clock) -> Day {
    let opened = nominal(clock.opening)
    var range = due(of: clock, openedOn: opened)
    for applied in clock.extensions where nominal(applied.time) <= range.most {
      range = extended(range, by: applied, tables.rules[clock.rule].counting)
    }
    return range.most
  }

  func extended(_ due: DayRange, by applied: AppliedExtension, _ counting: Counting) -> DayRange {
    switch applied.end {
    case .by(let length):
      DayRange(
        limit(after: due.least, length.least, .exclusive),
        length.most.map { limit(after: due.most, $0, .exclusive) } ?? .latest)
    case .to(let date): DayRange(date.earliest, date.latest)
    }
  }
}
