/// How much was reached, of one workflow or of several together.
public struct CoverageCounts: Sendable, Hashable {
  /// What may be counted, by the word it goes by.
  public enum Measure: String, Sendable, CaseIterable {
    case states
    case transitions
    /// Rules under which anything was judged.
    case rules
    /// Rules that were met or held at least once.
    case kept
    /// Rules that were late, missed or broken at least once.
    case broken
  }

  private var parts: [Measure: Int] = [:]
  private var wholes: [Measure: Int] = [:]

  init() {}

  init(_ workflow: WorkflowCoverage) {
    let rules = workflow.rules
    parts = [
      .states: workflow.states.count(where: \.isReached), .transitions: workflow.transitions.count(where: \.isReached),
      .rules: rules.count(where: \.isReached), .kept: rules.count { $0.kept > 0 }, .broken: rules.count { $0.broken > 0 },
    ]
    wholes = [
      .states: workflow.states.count, .transitions: workflow.transitions.count, .rules: rules.count, .kept: rules.count,
      .broken: rules.count,
    ]
  }

  public func reached(_ measure: Measure) -> Int { parts[measure] ?? 0 }

  public func whole(_ measure: Measure) -> Int { wholes[measure] ?? 0 }

  public var isReached: Bool { parts.values.contains { $0 > 0 } }

  /// Whether at least so many percent were reached; of nothing always.
  public func reaches(_ percent: Int, of measure: Measure) -> Bool {
    reached(measure) * 100 >= percent * whole(measure)
  }

  static func + (a: CoverageCounts, b: CoverageCounts) -> CoverageCounts {
    var sum = CoverageCounts()
    sum.parts = a.parts.merging(b.parts, uniquingKeysWith: +)
    sum.wholes = a.wholes.merging(b.wholes, uniquingKeysWith: +)
    return sum
  }
}
