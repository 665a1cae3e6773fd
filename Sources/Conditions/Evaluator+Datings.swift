import CivilTime

/// A date that was moved by lengths which are not a fixed number of days.
private struct MovedDate {
  let base: DateValue
  /// The moves in the order in which they are made.
  let moves: [(length: DurationRange, direction: Direction)]
}

extension Evaluator {
  /// The longest span that is walked day by day, some fifty years.
  private var longestWalk: Int { 20_000 }

  /// Goes through the days of one date, with the first and last day that each leaves to another; false once the visit
  /// gives up.
  ///
  /// Where the two do not depend on one another, or the span is too long to be walked, only the two ends are visited,
  /// each with all days of the other.
  func forEachDating(_ a: DateValue, _ b: DateValue, _ visit: (Day, Day, Day) -> Bool) -> Bool {
    let length = a.latest.days(since: a.earliest)
    guard length > 0, let first = a.timePoint, let second = b.timePoint, length <= longestWalk else {
      return visit(a.earliest, b.earliest, b.latest) && (length == 0 || visit(a.latest, b.earliest, b.latest))
    }
    let apart: (least: Int?, most: Int?) =
      first == second ? (b.offset - a.offset, b.offset - a.offset) : context.days(from: a, to: b)
    for offset in 0...length {
      let day = a.earliest.adding(days: offset)
      let earliest = apart.least.map { max(b.earliest, day.adding(days: $0)) } ?? b.earliest
      let latest = apart.most.map { min(b.latest, day.adding(days: $0)) } ?? b.latest
      if earliest <= latest, !visit(day, earliest, latest) { return false }
    }
    return true
  }

  /// Compares two dates, at least one of which was moved by months or working days, under every dating of what they
  /// were before; `nil` where that decides nothing.
  mutating func walk(_ comparison: Comparison, _ left: Expression, _ right: Expression) -> Outcomes? {
    guard let a = movedDate(left), let b = movedDate(right), !(a.moves.isEmpty && b.moves.isEmpty),
      a.base.timePoint != nil, b.base.timePoint != nil, a.base.latest.days(since: a.base.earliest) <= longestWalk
    else { return nil }
    var result: Outcomes?
    let isKnown = forEachDating(a.base, b.base) { day, earliest, latest in
      guard let first = span(from: day, to: day, a.moves), let second = span(from: earliest, to: latest, b.moves) else {
        return false
      }
      let one = comparison.outcomes(first, second)
      result = result?.union(one) ?? one
      return result?.isDecided == true
    }
    return isKnown ? result : nil
  }

  private mutating func movedDate(_ expression: Expression) -> MovedDate? {
    switch expression {
    case .arithmetic(let operation, let left, let right):
      if case .duration(let range) = value(of: right) {
        return movedDate(left, by: range, operation == .add ? .later : .earlier)
      }
      guard case .duration(let range) = value(of: left) else { return nil }
      return movedDate(right, by: range, .later)
    case .call(.addWorkingDays, let arguments):
      guard case .number(let range) = value(of: arguments[1]), let least = range.least?.whole,
        let most = range.most?.whole
      else { return nil }
      let length = DurationRange(least: Period(least, .workingDay), most: Period(most, .workingDay))
      return movedDate(arguments[0], by: length, .later)
    default: return movedDate(unmoved: expression)
    }
  }

  private mutating func movedDate(unmoved expression: Expression) -> MovedDate? {
    guard case .date(let date) = value(of: expression) else { return nil }
    return MovedDate(base: date, moves: [])
  }

  private mutating func movedDate(
    _ date: Expression, by length: DurationRange, _ direction: Direction
  ) -> MovedDate? {
    movedDate(date).map { MovedDate(base: $0.base, moves: $0.moves + [(length, direction)]) }
  }

  /// The first and the last day that moving the days of a span gives.
  private func span(
    from earliest: Day, to latest: Day, _ moves: [(length: DurationRange, direction: Direction)]
  ) -> (least: Day?, most: Day?)? {
    var (first, last) = (earliest, latest)
    for (length, direction) in moves {
      let (near, far) = direction == .later ? (length.least, length.most) : (length.most, length.least)
      guard let one = moved(first, by: near, direction, .earliest), let other = moved(last, by: far, direction, .latest)
      else { return nil }
      (first, last) = (one, other)
    }
    return (first, last)
  }
}
