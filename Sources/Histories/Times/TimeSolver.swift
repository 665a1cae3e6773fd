import CivilTime

/// Finds the days of all time points from the claims about them.
struct TimeSolver {
  private let claims: TimeClaims
  private let runs = RunsOfDays()

  init(_ claims: TimeClaims) { self.claims = claims }

  enum Outcome {
    /// Every point has one exact day, and every claim holds on these days.
    case exact([Day])
    case solved(DifferenceNetwork.Solution)
    /// The links name claims by their place in the list.
    case contradiction(DifferenceNetwork.Contradiction)
  }

  func solve() -> Outcome {
    var known = exactDays()
    while true {
      // 1. A case with nothing but exact days needs no network unless its claims clash.
      let maker = BoundMaker(runs: runs) { known[$0] }
      let bounds = claims.claims.map(maker.bounds(of:))
      if let days = known.allOrNil(), bounds.joined().allSatisfy({ Self.holds($0, on: days) }) { return .exact(days) }
      switch network(of: bounds).solve() {
      case .failure(let contradiction): return .contradiction(contradiction)
      case .success(let solution):
        // 2. A day that turns out to be exact makes months and working days counted from it exact.
        let found = known.indices.filter { known[$0] == nil && solution.span(of: $0)?.isExact == true }
        for point in found { known[point] = solution.earliest(of: point) }
        let isTighter = !found.isEmpty && claims.claims.map(BoundMaker(runs: runs) { known[$0] }.bounds(of:)) != bounds
        if !isTighter { return .solved(solution) }
      }
    }
  }

  /// The days that follow from one statement after another: an exact date, or an exact length from an exact day.
  private func exactDays() -> [Day?] {
    var known = [Day?](repeating: nil, count: claims.pointCount)
    var waiting = [[Int]](repeating: [], count: claims.pointCount)
    var ready: [Int] = []
    for (index, claim) in claims.claims.enumerated() {
      let references = claim.meaning.references
      if references.isEmpty { ready.append(index) }
      for reference in references { waiting[reference].append(index) }
    }
    while let index = ready.popLast() {
      let claim = claims.claims[index]
      guard known[claim.point] == nil else { continue }
      let bounds = BoundMaker(runs: runs) { known[$0] }.bounds(of: claim)
      guard let day = Self.day(from: bounds, known: known) else { continue }
      known[claim.point] = day
      ready += waiting[claim.point]
    }
    return known
  }

  /// The one day that the bounds leave, all from the same known day.
  private static func day(from bounds: [TimeBound], known: [Day?]) -> Day? {
    guard let from = bounds.first?.from, bounds.allSatisfy({ $0.from == from }) else { return nil }
    let start = from == TimeBound.origin ? Day(number: 0) : known[from]
    guard let start, let least = bounds.compactMap(\.least).max(), let most = bounds.compactMap(\.most).min(),
      least == most
    else { return nil }
    return start.adding(days: least)
  }

  private static func holds(_ bound: TimeBound, on days: [Day]) -> Bool {
    bound.holds(from: bound.from == TimeBound.origin ? Day(number: 0) : days[bound.from], to: days[bound.to])
  }

  private func network(of bounds: [[TimeBound]]) -> DifferenceNetwork {
    var network = DifferenceNetwork()
    for _ in 0..<claims.pointCount { network.addNode() }
    for (label, group) in bounds.enumerated() {
      for bound in group {
        network.require(from: bound.from, to: bound.to, days: (lo: bound.least, hi: bound.most), label: label)
      }
    }
    return network
  }
}

extension TimeClaim.Meaning {
  /// The points that the claim counts from.
  fileprivate var references: [TimePoint] {
    switch self {
    case .notBefore(let point, _): [point]
    case .day(let form), .first(let form), .last(let form): form.references
    }
  }
}

extension [Day?] {
  fileprivate func allOrNil() -> [Day]? {
    let days = compactMap { $0 }
    return days.count == count ? days : nil
  }
}
