/// What is known of the days on which things happened: bounds on the days between any two of them.
///
/// A node stands for the unknown day of one event, the origin for a day that is known. Every statement about time
/// becomes a bound x[j] − x[i] in lo...hi on whole days, and ``solve()`` finds all that follows from them: the tightest
/// span of every node and of every difference, or a loop of statements that contradict one another.
/// **Source**: Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991), the simple
/// temporal problem.
public struct DifferenceNetwork: Sendable {
  /// The node that stands for 1970-01-01, the day with number 0.
  public static let origin = -1

  /// How many nodes have been added; they are numbered from 0.
  public private(set) var nodeCount = 0

  /// All bounds, in the order in which they were required.
  private(set) var bounds: [Bound] = []

  public init() {}

  /// One side of what was required: x[to] − x[from] is at most `most`.
  struct Bound: Sendable {
    /// **Unit**: vertices, which are nodes counted from 1, with the origin as 0.
    let from: Int
    let to: Int
    let most: Int
    let label: Int
  }

  /// Adds a node of which nothing is known yet, and gives its number.
  @discardableResult
  public mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  /// Requires that x[j] − x[i] lies in lo...hi; a side that is `nil` is open.
  ///
  /// **Unit**: days. **Ends**: both belong to it; a lo greater than its hi is a contradiction that ``solve()`` reports.
  /// The label is the caller's, to tell its statements apart in a contradiction.
  /// - Precondition: both nodes have been added, or are the origin.
  public mutating func require(from i: Int, to j: Int, days: (lo: Int?, hi: Int?), label: Int) {
    precondition(isNode(i) && isNode(j), "a bound between nodes that were not added")
    if let hi = days.hi {
      bounds.append(Bound(from: i + 1, to: j + 1, most: Self.bounded(hi), label: label))
    }
    if let lo = days.lo {
      bounds.append(Bound(from: j + 1, to: i + 1, most: -Self.bounded(lo), label: label))
    }
  }

  /// Requires that a node lies between two days; a side that is `nil` is open.
  ///
  /// **Ends**: both days belong to it.
  public mutating func require(_ node: Int, earliest: Day?, latest: Day?, label: Int) {
    let days = (lo: earliest.map { Int($0.number) }, hi: latest.map { Int($0.number) })
    require(from: Self.origin, to: node, days: days, label: label)
  }

  /// Requires that a node lies within a span.
  public mutating func require(_ node: Int, within span: Span, label: Int) {
    require(node, earliest: span.earliest, latest: span.latest, label: label)
  }

  private func isNode(_ node: Int) -> Bool {
    node >= Self.origin && node < nodeCount
  }

  /// A number of days no further from zero than twice what any two days lie apart, so that sums cannot overflow.
  private static func bounded(_ days: Int) -> Int {
    min(max(days, -1 << 33), 1 << 33)
  }
}
