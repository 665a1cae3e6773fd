import CivilTime
import Conditions
import Procedures

extension ReferenceRun {
  /// How a rule's form says its length, and how the days are counted.
  func form(of rule: RuleIndex) -> RuleForm { procedure.rules[rule].form }

  func isSlotted(_ rule: RuleIndex) -> Bool {
    if case .cadence(let cadence) = form(of: rule) { cadence.grid == .fixedFromEntry } else { false }
  }

  func counting(of rule: RuleIndex) -> Counting {
    switch form(of: rule) {
    case .deadline(let deadline): deadline.counting
    case .cadence(let cadence): cadence.counting
    case .check, .invariant: .exclusive
    }
  }

  /// The length that a clock opened on this day has; `nil` where it is not known.
  func length(of clock: ReferenceClock, on day: Day) -> DurationRange? {
    let limit: LimitLength?
    switch form(of: clock.rule) {
    case .deadline(let deadline):
      switch deadline.limit {
      case .within(let length), .ahead(let length, _): limit = length
      }
    case .cadence(let cadence): limit = clock.isFirst ? cadence.first ?? cadence.every : cadence.every
    case .invariant(let invariant): limit = invariant.longerThan
    case .check: limit = nil
    }
    return limit.flatMap { duration(of: $0, on: day, workedOut: clock.length) }
  }

  func duration(of limit: LimitLength, on day: Day, workedOut: Value) -> DurationRange? {
    let value: Value
    switch limit {
    case .literal(let period): return DurationRange(period)
    case .parameter(let parameter): value = procedure.parameters[parameter].value(on: day) ?? .unknown
    case .expression: value = workedOut
    }
    if case .duration(let range) = value { return range }
    return nil
  }

  /// Every due moment that a dating of the opening allows; an extension that may have come in time gives two.
  func dues(of clock: ReferenceClock, _ dating: ReferenceDating, isRunning: Bool = false) -> [ReferenceDue] {
    var standing = originalDues(of: clock, dating).map { (due: $0, used: 0) }
    for extending in clock.extensions {
      let when = range(of: extending.time, root: root(of: clock.opening), dating)
      standing = standing.flatMap { due, used -> [(due: ReferenceDue, used: Int)] in
        guard used < mostExtensions(of: clock.rule) else { return [(due, used)] }
        guard let least = due.least else { return [(due, used)] }
        if let most = due.most, when.least > most { return [(due, used)] }
        let lengthened = (due: lengthen(due, extending.end), used: used + 1)
        return when.most <= least ? [lengthened] : [lengthened, (due, used)]
      }
    }
    return standing.map(\.due)
  }

  private func mostExtensions(of rule: RuleIndex) -> Int {
    if case .deadline(let deadline) = form(of: rule) { deadline.extended?.atMost ?? .max } else { 0 }
  }

  private func lengthen(_ due: ReferenceDue, _ end: ReferenceExtension.End) -> ReferenceDue {
    switch end {
    case .to(let date):
      return ReferenceDue(leastMinute: ReferenceDue.endOf(date.earliest), mostMinute: ReferenceDue.endOf(date.latest))
    case .by(let length):
      guard let least = due.leastMinute else { return due }
      return ReferenceDue(
        leastMinute: minute(least, plus: length.least),
        mostMinute: length.most.flatMap { most in due.mostMinute.flatMap { minute($0, plus: most) } })
    }
  }

  private func minute(_ minute: Int, plus period: Period) -> Int? {
    if period.unit == .hour { return minute + period.count * 60 }
    return calendar.due(after: ReferenceDue.day(minute), within: period, counting: .exclusive).map(ReferenceDue.endOf)
  }

  private func originalDues(of clock: ReferenceClock, _ dating: ReferenceDating) -> [ReferenceDue] {
    guard clock.date != .unknown, let length = length(of: clock, on: dating.day) else { return [.never] }
    if case .deadline(let deadline) = form(of: clock.rule), case .ahead(_, let other) = deadline.limit {
      return duesAhead(of: clock, dating, length, other)
    }
    if clock.isPart, clock.isFirst, case .cadence(let cadence) = form(of: clock.rule), cadence.first != nil {
      var first = clock
      first.isPart = false
      var later = first
      later.isFirst = false
      return [laterOf(originalDues(of: first, dating)[0], originalDues(of: later, dating)[0])]
    }
    if length.least.unit == .hour { return [dueInHours(clock, dating.day, length)] }
    return [due(after: dating.day, length, counting(of: clock.rule))]
  }

  private func laterOf(_ a: ReferenceDue, _ b: ReferenceDue) -> ReferenceDue {
    guard let first = a.leastMinute, let second = b.leastMinute else { return .never }
    return ReferenceDue(
      leastMinute: max(first, second), mostMinute: a.mostMinute.flatMap { one in b.mostMinute.map { max(one, $0) } })
  }

  private func due(after day: Day, _ length: DurationRange, _ counting: Counting) -> ReferenceDue {
    let least = calendar.due(after: day, within: length.least, counting: counting)
    let most = length.most.flatMap { calendar.due(after: day, within: $0, counting: counting) }
    return ReferenceDue(leastMinute: least.map(ReferenceDue.endOf), mostMinute: least == nil ? nil : most.map(ReferenceDue.endOf))
  }

  /// An hour limit runs from the time of day at which it opened, which may be any where none is recorded.
  private func dueInHours(_ clock: ReferenceClock, _ day: Day, _ length: DurationRange) -> ReferenceDue {
    guard length.least.count >= 0 else { return .never }
    let midnight = Int(day.number) * 1440
    return ReferenceDue(
      leastMinute: midnight + (clock.minute ?? 0) + length.least.count * 60,
      mostMinute: length.most.map { midnight + (clock.minute ?? 1439) + $0.count * 60 })
  }

  /// That long before the date, or, where that is already past, within the other limit of the day it became known.
  private func duesAhead(
    of clock: ReferenceClock, _ dating: ReferenceDating, _ length: DurationRange, _ other: LimitLength?
  ) -> [ReferenceDue] {
    guard case .date(let date) = clock.date, let span = Span(earliest: date.earliest, latest: date.latest) else {
      return [.never]
    }
    return days(span).flatMap { day -> [ReferenceDue] in
      guard let most = calendar.before(day, by: length.least) else { return [.never] }
      let least = length.most.map { calendar.before(day, by: $0) ?? most } ?? most
      return days(ReferenceDays(least: least, most: most).span).map { due in
        if let other, due < dating.day, let length = duration(of: other, on: dating.day, workedOut: clock.otherLength) {
          return self.due(after: dating.day, length, counting(of: clock.rule))
        }
        return ReferenceDue(leastMinute: ReferenceDue.endOf(due), mostMinute: ReferenceDue.endOf(due))
      }
    }
  }

  /// The due date in the nominal dating; `nil` where it never comes.
  func nominalDue(of clock: ReferenceClock) -> Day? {
    let opened = nominal(clock.opening)
    return nominalDue(of: clock, ReferenceDating(rootDay: opened, day: opened))
  }

  func nominalDue(of clock: ReferenceClock, _ dating: ReferenceDating) -> Day? {
    var plain = clock
    plain.extensions = []
    // Of a due date that is not known exactly the latest counts.
    let dues = originalDues(of: plain, dating).map(\.mostMinute)
    let latest = dues.contains(nil) ? nil : dues.compactMap(\.self).max()
    var due = ReferenceDue(leastMinute: latest, mostMinute: latest)
    for extending in clock.extensions.prefix(mostExtensions(of: clock.rule)) {
      if let most = due.most, nominal(extending.time) > most { continue }
      due = lengthen(due, extending.end)
    }
    return due.most
  }
}
