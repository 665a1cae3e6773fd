extension DifferenceNetwork {
  /// A loop of bounds that cannot all hold.
  ///
  /// Added up around the loop the bounds say that a day lies before itself: each link starts at the node where the one
  /// before it ended, the last ends where the first began, and the sum of their `most` is below zero.
  public struct Contradiction: Error, Hashable, Sendable {
    /// The links in the order of the loop, beginning at the origin where it passes it, else at its lowest node.
    public let links: [Link]

    /// What one statement says about two nodes: x[to] − x[from] is at most `most` days.
    public struct Link: Hashable, Sendable {
      public let from: Int
      public let to: Int
      /// **Unit**: days. Below zero `to` comes before `from`, by that many days at least.
      public let most: Int
      /// The caller's label of the statement. Where it was required from this `from` to this `to` the link is its hi,
      /// otherwise its lo.
      public let label: Int
    }

    /// The labels of the statements along the loop.
    public var labels: [Int] {
      links.map(\.label)
    }

    /// By how many days the statements miss one another; at least 1.
    public var excess: Int {
      -links.reduce(0) { $0 + $1.most }
    }

    init(loop: [Int], of network: DifferenceNetwork) {
      let first = loop.indices.min { network.bounds[loop[$0]].from < network.bounds[loop[$1]].from } ?? 0
      links = (loop[first...] + loop[..<first]).map { index in
        let bound = network.bounds[index]
        return Link(from: bound.from - 1, to: bound.to - 1, most: bound.most, label: bound.label)
      }
    }
  }
}
