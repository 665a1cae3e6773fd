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
      guard case .duration(let range) = value(of: condition) else { return nil }
      return range
    }
  }

  /// The length of a clock that opened on a day.
  func length(of clock: Clock, openedOn day: Day) -> DurationRange? {
    if let length = clock.extras?.length { return length }
    let figures = tables.figures[clock.rule]
    if let fixed = clock.isFirst ? figures.fixedFirstLength : figures.fixedLength { return DurationRange(fixed) }
    let rule = tables.rules[clock.rule]
    guard let length = clock.isFirst ? rule.firstLength : rule.length else { return nil }
    if case .expression = length { return nil }
    return duration(length, on: day)
  }

  /// The last day on time of a clock that opened on a day, before any extension.
  ///
  /// **Unknown:** a length without a value, or without an upper end, is never due: its latest due date is `Day.latest`.
  func due(of clock: Clock, openedOn opened: Day) -> DayRange {
    let figures = tables.figures[clock.rule]
    if clock.isPlain, !clock.mayBeFirst, !figures.isAhead, figures.unit != .hour,
      let fixed = clock.isFirst ? figures.fixedFirstLength : figures.fixedLength
    {
      return DayRange(limit(after: opened, fixed, figures.counting))
    }
    let rule = tables.rules[clock.rule]
    guard let length = length(of: clock, openedOn: opened) else { return DayRange(.latest) }
    if rule.isAhead { return dueAhead(of: clock, rule, length, openedOn: opened) }
    if figures.unit == .hour, length.least.unit == .hour { return dueInHours(of: clock, length, openedOn: opened) }
    var least = limit(after: opened, length.least, rule.counting)
    if clock.mayBeFirst, let first = firstLength(of: rule, on: opened) {
      // Whether the step had been taken before is not recorded: the later of the two limits is the one that holds.
      least = max(least, limit(after: opened, first, rule.counting))
    }
    guard let most = length.most else { return DayRange(least, .latest) }
    if most == length.least { return DayRange(least) }
    return DayRange(least, max(least, limit(after: opened, most, rule.counting)))
  }

  /// Hours run from the time of day, or from any where none is given.
  private func dueInHours(of clock: Clock, _ length: DurationRange, openedOn opened: Day) -> DayRange {
    guard length.least.count >= 0 else { return DayRange(.latest) }
    let least = opened.adding(days: (max(0, clock.minute) + length.least.count * 60) / 1440)
    guard let most = length.most else { return DayRange(least, .latest) }
    return DayRange(least, opened.adding(days: ((clock.minute < 0 ? 1439 : clock.minute) + most.count * 60) / 1440))
  }

  private func firstLength(of rule: CompiledRule, on day: Day) -> Period? {
    guard let length = rule.firstLength else { return nil }
    if case .expression = length { return nil }
    return duration(length, on: day)?.most
  }

  func limit(after day: Day, _ period: Period, _ counting: Counting) -> Day {
    calendar.due(after: day, within: period, counting: counting) ?? .latest
  }

  private func dueAhead(of clock: Clock, _ rule: CompiledRule, _ length: DurationRange, openedOn opened: Day) -> DayRange {
    guard let date = clock.extras?.date else { return DayRange(.latest) }
    let least = calendar.before(date.earliest, by: length.most ?? length.least) ?? date.earliest
    let most = calendar.before(date.latest, by: length.least) ?? date.latest
    guard let orWithin = rule.orWithin, let late = duration(orWithin, on: opened) else { return DayRange(least, most) }
    return dues(of: clock, date, length, late, openedOn: opened).reduce(DayRange(.latest, .earliest)) { range, due in
      DayRange(min(range.least, due.least), max(range.most, due.most))
    }
  }

  /// Each due date that may stand, as a range: one for each day that an uncertain date may be which it is counted from.
  func alternativeDues(of clock: Clock, openedOn opened: Day) -> [DayRange] {
    guard tables.figures[clock.rule].isAhead, let date = clock.extras?.date,
      let length = length(of: clock, openedOn: opened)
    else { return [due(of: clock, openedOn: opened)] }
    let late = tables.rules[clock.rule].orWithin.flatMap { duration($0, on: opened) }
    if late == nil, date.earliest == date.latest { return [due(of: clock, openedOn: opened)] }
    return dues(of: clock, date, length, late, openedOn: opened)
  }

  /// Too late for the one limit, the other holds; and days that lie between two due dates need not be one.
  private func dues(
    of clock: Clock, _ date: DateValue, _ length: DurationRange, _ late: DurationRange?, openedOn opened: Day
  ) -> [DayRange] {
    var dues: [DayRange] = []
    var day = date.earliest
    while day <= date.latest {
      let most = calendar.before(day, by: length.least) ?? day
      var due = calendar.before(day, by: length.most ?? length.least) ?? most
      while due <= most {
        let settled = settled(due, late, tables.rules[clock.rule].counting, openedOn: opened)
        if dues.last != settled { dues.append(settled) }
        due = due.adding(days: 1)
      }
      day = day.adding(days: 1)
    }
    return dues
  }

  private func settled(_ due: Day, _ late: DurationRange?, _ counting: Counting, openedOn opened: Day) -> DayRange {
    guard let late, due < opened else { return DayRange(due) }
    return DayRange(
      limit(after: opened, late.least, counting), late.most.map { limit(after: opened, $0, counting) } ?? .latest)
  }

  /// The due date under the nominal dating, with the extensions that then count.
  func dueNominal(of clock: Clock) -> Day {
    let opened = nominal(clock.opening)
    return lengthenedDue(of: clock, openedOn: opened).most
  }

  /// The due date of a clock that opened on a day, with the extensions that count under the nominal dating.
  func lengthenedDue(of clock: Clock, openedOn opened: Day) -> DayRange {
    var range = due(of: clock, openedOn: opened)
    for applied in clock.extensions where nominal(applied.time) <= range.most {
      range = extended(range, by: applied, tables.figures[clock.rule].counting)
    }
    return range
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
