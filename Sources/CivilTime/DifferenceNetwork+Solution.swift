extension DifferenceNetwork {
  /// All that follows from the bounds of a network without contradiction.
  public struct Solution: Sendable {
    /// One dating of all nodes that keeps every bound: the middle of each span rounded down, or, where some node has no
    /// latest day, the earliest day of each.
    ///
    /// **Unknown**: `nil` where some node has no earliest day, as without any anchor.
    public let nominal: [Day]?

    private let limits: [Limits]
    private let differences: UncertainDifferences

    init(limits: [Limits], order: SweepOrder, bounds: [Bound]) {
      self.limits = limits
      nominal = Self.nominal(limits)
      differences = UncertainDifferences(limits: limits, order: order, bounds: bounds)
    }

    /// The days on which a node can lie; `nil` where it has no earliest or no latest day.
    public func span(of node: Int) -> Span? {
      guard let earliest = earliest(of: node), let latest = latest(of: node) else { return nil }
      return Span(earliest: earliest, latest: latest)
    }

    /// The first day on which a node can lie; `nil` where nothing bounds it.
    public func earliest(of node: Int) -> Day? {
      let number = limits[node + 1].earliest
      return number > -BoundGraph.unbounded ? Day(number: Int32(clamping: number)) : nil
    }

    /// The last day on which a node can lie; `nil` where nothing bounds it.
    public func latest(of node: Int) -> Day? {
      let number = limits[node + 1].latest
      return number < BoundGraph.unbounded ? Day(number: Int32(clamping: number)) : nil
    }

    /// The tightest bounds of x[j] − x[i], in days; a side is `nil` where nothing bounds it.
    ///
    /// - Complexity: O(1) where either day is exact or at most 400 are not; else as ``row(from:)``.
    public func difference(from i: Int, to j: Int) -> (lo: Int?, hi: Int?) {
      Self.sides(
        most: differences.most(from: i + 1, to: j + 1), mostBackwards: differences.most(from: j + 1, to: i + 1))
    }

    /// The tightest bounds of x[j] − x[i] for every node j, in days.
    ///
    /// - Complexity: O(nodes); where the day of i and those of more than 400 others are not exact it also follows, once
    ///   each way, the bounds that tighten something.
    public func row(from i: Int) -> [(lo: Int?, hi: Int?)] {
      let (forwards, backwards) = (differences.most(from: i + 1), differences.most(to: i + 1))
      return limits.indices.dropFirst().map { Self.sides(most: forwards[$0], mostBackwards: backwards[$0]) }
    }

    private static func sides(most: Int, mostBackwards: Int) -> (lo: Int?, hi: Int?) {
      (mostBackwards < BoundGraph.unbounded ? -mostBackwards : nil, most < BoundGraph.unbounded ? most : nil)
    }

    /// The middles of all spans where every node has one, else the earliest days.
    ///
    /// Both the earliest days and the latest days keep every bound, so what lies halfway between them does. Rounding
    /// down keeps them too: if the sum of one pair is at most that of another plus 2w, so are the halves within w.
    private static func nominal(_ limits: [Limits]) -> [Day]? {
      guard limits.allSatisfy({ $0.earliest > -BoundGraph.unbounded }) else { return nil }
      let hasMiddles = limits.allSatisfy { $0.latest < BoundGraph.unbounded }
      return limits.dropFirst().map { limit in
        Day(number: Int32(clamping: hasMiddles ? (limit.earliest + limit.latest) >> 1 : limit.earliest))
      }
    }
  }
}
