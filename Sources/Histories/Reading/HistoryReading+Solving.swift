import CivilTime
import Diagnostics

extension HistoryReading {
  /// The days of all time points, or `nil` where they contradict one another or are not bounded.
  mutating func solveTimes(of events: [EventDraft], at place: Place) -> CaseTimes? {
    // A statement that could not be read leaves its event unbounded, which is not a fault of its own.
    let isWhole = !diagnostics.hasErrors
    switch TimeSolver(times).solve() {
    case .contradiction(let contradiction):
      let told = ContradictionInWords(contradiction, claims: times.claims, identifiers: identifiers)
      report(
        TimeProblem.contradiction(statements: told.statements, days: told.days, order: told.restsOnOrder),
        at: told.place ?? place)
      return nil
    case .exact(let days):
      let spans = days.map { Span($0) }
      return isWhole && areInCalendar(spans, events) ? CaseTimes(exact: days) : nil
    case .solved(let solution):
      guard isWhole, areBounded(solution, events, at: place) else { return nil }
      let spans = (0..<times.pointCount).compactMap { solution.span(of: $0) }
      guard areInCalendar(spans, events), let nominal = solution.nominal else { return nil }
      let isExact = spans.allSatisfy(\.isExact)
      return isExact
        ? CaseTimes(exact: spans.map(\.earliest)) : CaseTimes(spans: spans, nominal: nominal, network: solution)
    }
  }

  private mutating func areBounded(
    _ solution: DifferenceNetwork.Solution, _ events: [EventDraft], at place: Place
  ) -> Bool {
    let early = events.indices.filter { solution.earliest(of: $0) == nil }
    let late = events.indices.filter { solution.latest(of: $0) == nil }
    if early.count == events.count, late.count == events.count {
      report(TimeProblem.noAnchor, at: place)
      return false
    }
    for (side, unbounded) in [(HistorySide.early, early), (.late, late)] {
      guard let first = unbounded.first else { continue }
      let others = unbounded.dropFirst().map { identifiers[$0] }
      report(TimeProblem.unbounded(identifiers[first], side, others: others), at: events[first].place)
    }
    guard early.isEmpty, late.isEmpty else { return false }
    var isBounded = true
    for point in events.count..<times.pointCount {
      let isEarly = solution.earliest(of: point) == nil
      guard isEarly || solution.latest(of: point) == nil else { continue }
      isBounded = false
      guard let origin = origin(of: point) else { continue }
      report(TimeProblem.unboundedDate(key: origin.key, isEarly ? .early : .late), at: origin.place)
    }
    return isBounded
  }

  private mutating func areInCalendar(_ spans: [Span], _ events: [EventDraft]) -> Bool {
    let years = WhenParser.years
    var areInside = true
    for (point, span) in spans.enumerated() {
      guard !years.contains(span.earliest.year) || !years.contains(span.latest.year) else { continue }
      areInside = false
      let origin = origin(of: point)
      let name = point < events.count ? quoted(identifiers[point]) : "`\(origin?.key ?? "when")`"
      report(TimeProblem.outsideCalendar(name), at: origin?.place ?? events[min(point, events.count - 1)].place)
    }
    return areInside
  }

  /// The first statement about a point.
  private func origin(of point: TimePoint) -> TimeClaimOrigin? {
    times.claims.first { $0.point == point }?.origin
  }
}

extension TimeClaimOrigin {
  /// The key under which the statement stands.
  fileprivate var key: String {
    switch self {
    case .attribute(_, let name, _, _): name
    case .child(let key, _, _), .key(let key, _, _): key
    case .when, .notDone, .fileOrder, .fileOrderByTime: "when"
    case .observed: "observed until"
    }
  }
}
