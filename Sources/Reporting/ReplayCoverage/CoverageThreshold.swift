public import Replay

/// How much must be reached at least.
public struct CoverageThreshold: Sendable, Hashable {
  public let measure: CoverageCounts.Measure
  public let percent: Int

  public init(_ measure: CoverageCounts.Measure, percent: Int) {
    self.measure = measure
    self.percent = percent
  }

  public func isReached(by counts: CoverageCounts) -> Bool { counts.reaches(percent, of: measure) }

  /// "at least 90% of states".
  var text: String { "at least \(percent)% of \(measure.inWords)" }

  /// "39 of 176 states, 22%".
  func found(in counts: CoverageCounts) -> String {
    let (part, whole) = (counts.reached(measure), counts.whole(measure))
    return "\(part) of \(whole), \(counts.percent(measure).map { "\($0)%" } ?? "nothing to reach")"
  }
}

extension CoverageCounts {
  /// Rounded down, so that 100% is all; `nil` of nothing.
  func percent(_ measure: Measure) -> Int? {
    whole(measure) == 0 ? nil : reached(measure) * 100 / whole(measure)
  }
}

extension CoverageCounts.Measure {
  var inWords: String {
    switch self {
    case .states: "states"
    case .transitions: "transitions"
    case .rules: "rules judged"
    case .kept: "rules kept"
    case .broken: "rules broken"
    }
  }
}
