import CivilTime

extension BoundMaker {
  func between(_ point: TimePoint, _ earliest: Day?, _ latest: Day?) -> TimeBound {
    TimeBound(
      from: TimeBound.origin, to: point, least: earliest.map { Int($0.number) }, most: latest.map { Int($0.number) })
  }

  func notBefore(_ reference: TimeReference, _ point: TimePoint, _ days: Int) -> TimeBound {
    switch reference {
    case .dates(let span): between(point, span.earliest.adding(days: days), nil)
    case .point(let other): TimeBound(from: other, to: point, least: days, most: nil)
    }
  }

  func notAfter(_ reference: TimeReference, _ point: TimePoint, _ days: Int) -> TimeBound {
    switch reference {
    case .dates(let span): between(point, nil, span.latest.adding(days: days))
    case .point(let other): TimeBound(from: other, to: point, least: nil, most: days)
    }
  }

  func exactly(
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
  func bounded(
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
  func edge(
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
  func both(
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
