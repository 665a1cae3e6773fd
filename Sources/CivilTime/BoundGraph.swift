/// Bounds as a graph in flat storage: an edge for every bound, grouped by the vertex it leaves.
struct BoundGraph: Sendable {
  /// The distance of a vertex that nothing bounds.
  static let unbounded = Int.max / 4

  /// x[to] − x[from] is at most `most`.
  struct Edge: Sendable {
    let from: Int
    let to: Int
    let most: Int
    /// Which of the network's bounds it is.
    let bound: Int

    /// The same edge walked from its end.
    var reversed: Edge { Edge(from: to, to: from, most: most, bound: bound) }
  }

  let vertexCount: Int
  /// Where the edges of each vertex begin in ``edges``; one entry more than vertices.
  let starts: [Int]
  /// The edges by the vertex they leave, those of one vertex in the order in which they were given.
  let edges: [Edge]

  init(vertexCount: Int, edges: [Edge]) {
    var starts = [Int](repeating: 0, count: vertexCount + 1)
    for edge in edges { starts[edge.from + 1] += 1 }
    for vertex in 0..<vertexCount { starts[vertex + 1] += starts[vertex] }
    var free = starts
    var grouped = edges
    for edge in edges {
      grouped[free[edge.from]] = edge
      free[edge.from] += 1
    }
    self.vertexCount = vertexCount
    self.starts = starts
    self.edges = grouped
  }

  /// The places in ``edges`` of the edges that leave a vertex.
  func edges(leaving vertex: Int) -> Range<Int> {
    starts[vertex]..<starts[vertex + 1]
  }
}
