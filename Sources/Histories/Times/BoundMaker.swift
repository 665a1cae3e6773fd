import CivilTime

/// What a claim means in days, given the days that are already known exactly.
struct BoundMaker {
  let known: (TimePoint) -> Day?
  let runs: RunsOfDays

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
