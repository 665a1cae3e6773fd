import CivilTime

/// Bounds on the days from one time point to another, as one claim sets them.
struct TimeBound: Equatable {
  /// The network's origin stands for 1970-01-01.
  static let origin = DifferenceNetwork.origin

  let from: TimePoint
  let to: TimePoint
  /// **Ends**: both belong to it; `nil` is open.
  let least: Int?
  let most: Int?

  func holds(from a: Day, to b: Day) -> Bool {
    let days = b.days(since: a)
    return (least.map { $0 <= days } ?? true) && (most.map { days <= $0 } ?? true)
  }
}

/// What a claim means in days, given the days that are already known exactly.
struct BoundMaker {
  private let known: (TimePoint) -> Day?
  private let runs: RunsOfDays

  init(runs: RunsOfDays, known: @escaping (TimePoint) -> Day?) {
    self.known = known
    self.runs = runs
  }

  func bounds(of claim: TimeClaim) -> [TimeBound] {
    switch claim.meaning {
    case .day(let form): dayBounds(of: form, on: claim.point)
    case .first(let form): firstBounds(of: form, on: claim.point)
    case .last(let form): lastBounds(of: form, on: claim.point)
    case .notBefore(let other, let days): [TimeBound(from: other, to: claim.point, least: days, most: nil)]
    }
  }

  private func dayBounds(of form: WhenForm<TimeReference>, on point: TimePoint) -> [TimeBound] {
    switch form {
    case .within(let span): [between(point, span.earliest, span.latest)]
    case .between(let a, let b): [notBefore(a, point, 0), notAfter(b, point, 0)]
    case .near(let reference, let days): [notBefore(reference, point, -days), notAfter(reference, point, days)]
    case .bounded(let side, let reference, let sameDay): [bounded(side, reference, sameDay, point)]
    case .apart(let length, let side, let reference):
      [edge(.first, length, side, reference, point), edge(.last, length, side, reference, point)].compactMap { $0 }
    }
  }

  private func firstBounds(of form: WhenForm<TimeReference>, on point: TimePoint) -> [TimeBound] {
    switch form {
    case .within(let span): [between(point, span.earliest, span.earliest)]
    case .between(let a, _): exactly(a, .first, point, 0)
    case .near(let reference, let days): exactly(reference, .first, point, -days)
    case .bounded(_, let reference, let sameDay):
      switch sameDay {
      case .included: exactly(reference, .first, point, 0)
      case .excluded: exactly(reference, .last, point, reference.isDates ? 1 : 0)
      }
    case .apart(let length, let side, let reference):
      both(edges: side == .after ? .first : .last, length, side, reference, point)
    }
  }

  private func lastBounds(of form: WhenForm<TimeReference>, on point: TimePoint) -> [TimeBound] {
    switch form {
    case .within(let span): [between(point, span.latest, span.latest)]
    case .between(_, let b): exactly(b, .last, point, 0)
    case .near(let reference, let days): exactly(reference, .last, point, days)
    case .bounded: []
    case .apart(let length, let side, let reference):
      both(edges: side == .after ? .last : .first, length, side, reference, point)
    }
  }
}

/// The nearer or the farther end of a length, or the first or last day of dates.
enum EdgeOfStretch {
  case first
  case last
}

extension TimeReference {
  var isDates: Bool {
    if case .dates = self { true } else { false }
  }
}

extension BoundMaker {
  private func between(_ point: TimePoint, _ earliest: Day?, _ latest: Day?) -> TimeBound {
    TimeBound(
      from: TimeBound.origin, to: point, least: earliest.map { Int($0.number) }, most: latest.map { Int($0.number) })
  }

  private func notBefore(_ reference: TimeReference, _ point: TimePoint, _ days: Int) -> TimeBound {
    switch reference {
    case .dates(let span): between(point, span.earliest.adding(days: days), nil)
    case .point(let other): TimeBound(from: other, to: point, least: days, most: nil)
    }
  }

  private func notAfter(_ reference: TimeReference, _ point: TimePoint, _ days: Int) -> TimeBound {
    switch reference {
    case .dates(let span): between(point, nil, span.latest.adding(days: days))
    case .point(let other): TimeBound(from: other, to: point, least: nil, most: days)
    }
  }

  private func exactly(
    _ reference: TimeReference, _ edge: EdgeOfStretch, _ point: TimePoint, _ days: Int
  ) -> [TimeBound] {
    switch reference {
    case .dates(let span):
      let day = (edge == .first ? span.earliest : span.latest).adding(days: days)
      return [between(point, day, day)]
    case .point(let other): return [TimeBound(from: other, to: point, least: days, most: days)]
    }
  }

  /// "After" written dates is later than the last of them, "on or after" not earlier than the first.
  ///
  /// An event's own day belongs to both: file order tells events of one day apart. Where it stands the other way round
  /// from what is said, the reader asks for a day between them by a claim of its own.
  private func bounded(
    _ side: WhenSide, _ reference: TimeReference, _ sameDay: SameDay, _ point: TimePoint
  ) -> TimeBound {
    switch (reference, side, sameDay) {
    case (.dates(let span), .after, .excluded): between(point, span.latest.adding(days: 1), nil)
    case (.dates(let span), .before, .excluded): between(point, nil, span.earliest.adding(days: -1))
    case (_, .after, _): notBefore(reference, point, 0)
    case (_, .before, _): notAfter(reference, point, 0)
    }
  }
}

extension BoundMaker {
  /// One side of a length: its shortest (`first`) or its longest (`last`) end; `nil` where that end is open.
  private func edge(
    _ edge: EdgeOfStretch, _ length: SoftLength, _ side: WhenSide, _ reference: TimeReference, _ point: TimePoint
  ) -> TimeBound? {
    // The shortest length after dates begins at the first of them, the longest before them too.
    let start = (edge == .first) == (side == .after) ? EdgeOfStretch.first : .last
    let edges = edges(of: length, side, from: reference, at: start)
    let days: Int
    switch edge {
    case .first: days = edges.low.shortest
    case .last:
      guard let high = edges.high else { return nil }
      days = high.longest
    }
    let signed = side == .after ? days : -days
    return start == .first ? notBefore(reference, point, signed) : notAfter(reference, point, signed)
  }

  /// Both sides of one end of a length; nothing where that end is open.
  private func both(
    edges edge: EdgeOfStretch, _ length: SoftLength, _ side: WhenSide, _ reference: TimeReference, _ point: TimePoint
  ) -> [TimeBound] {
    let start = (edge == .first) == (side == .after) ? EdgeOfStretch.first : .last
    let edges = edges(of: length, side, from: reference, at: start)
    guard let run = edge == .first ? edges.low : edges.high else { return [] }
    if case .dates = reference {
      // From dates a stretch is counted from their outermost day.
      let days = start == .first ? run.shortest : run.longest
      return exactly(reference, start, point, side == .after ? days : -days)
    }
    return side == .after
      ? [notBefore(reference, point, run.shortest), notAfter(reference, point, run.longest)]
      : [notBefore(reference, point, -run.longest), notAfter(reference, point, -run.shortest)]
  }

  private func edges(
    of length: SoftLength, _ side: WhenSide, from reference: TimeReference, at start: EdgeOfStretch
  ) -> (low: DayRun, high: DayRun?) {
    let day: Day? =
      switch reference {
      case .dates(let span): start == .first ? span.earliest : span.latest
      case .point(let point): known(point)
      }
    return length.edges { count in runs.run(of: Period(count, length.unit), side, day) }
  }
}
