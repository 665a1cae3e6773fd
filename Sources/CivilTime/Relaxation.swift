/// Shortest distances in a graph of bounds, found by sweeping to and fro over the vertices that changed.
///
/// **Source**: Yen, "An algorithm for finding shortest routes from all source nodes", Quarterly of Applied Mathematics
/// 27 (1970): alternating sweeps settle every stretch of a path that runs one way in one go.
struct Relaxation {
  /// The least known upper bound of each vertex over its start.
  private(set) var distances: [Int]
  /// The edge that last lowered each vertex, or −1.
  private var reasons: [Int]
  /// Whether a vertex was lowered since its edges were last followed.
  private var isPending: [Bool]
  private var pendingCount: Int
  /// All pending vertices lie in low...high.
  private var low: Int
  private var high: Int

  /// Starts with every vertex at zero, so that only bounds below zero lower anything.
  init(vertexCount: Int) {
    distances = [Int](repeating: 0, count: vertexCount)
    reasons = [Int](repeating: -1, count: vertexCount)
    isPending = [Bool](repeating: true, count: vertexCount)
    pendingCount = vertexCount
    low = 0
    high = vertexCount - 1
  }

  /// Starts from one vertex at zero, with distances of the others that are already at rest among themselves.
  init(from source: Int, others: [Int]) {
    distances = others
    reasons = [Int](repeating: -1, count: others.count)
    isPending = [Bool](repeating: false, count: others.count)
    distances[source] = 0
    isPending[source] = true
    pendingCount = 1
    low = source
    high = source
  }

  /// Lowers until nothing changes; only for bounds that are known not to contradict one another.
  mutating func settle(over graph: BoundGraph) {
    while pendingCount > 0 {
      sweep(over: graph, step: 1)
      sweep(over: graph, step: -1)
    }
  }

  /// Lowers until nothing changes, or gives a vertex on a loop that would lower itself for ever.
  mutating func settleOrFindLoop(over graph: BoundGraph) -> Int? {
    while pendingCount > 0 {
      sweep(over: graph, step: 1)
      sweep(over: graph, step: -1)
      if pendingCount > 0, let vertex = vertexOnLoop(over: graph) { return vertex }
    }
    return nil
  }

  /// The edges of the loop that a vertex lies on, in the order in which they are walked.
  func loop(of vertex: Int, over graph: BoundGraph) -> [Int] {
    var places: [Int] = []
    var current = vertex
    repeat {
      places.append(reasons[current])
      current = graph.edges[reasons[current]].from
    } while current != vertex
    return places.reversed()
  }

  /// Follows the edges of all pending vertices one way, with those that become pending further on that way.
  private mutating func sweep(over graph: BoundGraph, step: Int) {
    var vertex = step > 0 ? low : high
    var (lowBehind, highBehind) = (graph.vertexCount, -1)
    while vertex >= low, vertex <= high {
      if isPending[vertex] {
        isPending[vertex] = false
        pendingCount -= 1
        for place in graph.edges(leaving: vertex) {
          guard let target = lower(by: place, of: graph) else { continue }
          if (target - vertex) * step > 0 {
            low = min(low, target)
            high = max(high, target)
          } else {
            lowBehind = min(lowBehind, target)
            highBehind = max(highBehind, target)
          }
        }
      }
      vertex += step
    }
    (low, high) = (lowBehind, highBehind)
  }

  /// Lowers the end of an edge where the edge allows less, and gives that vertex if it has become pending by it.
  private mutating func lower(by place: Int, of graph: BoundGraph) -> Int? {
    let edge = graph.edges[place]
    let distance = distances[edge.from] + edge.most
    guard distance < distances[edge.to] else { return nil }
    distances[edge.to] = distance
    reasons[edge.to] = place
    guard !isPending[edge.to] else { return nil }
    isPending[edge.to] = true
    pendingCount += 1
    return edge.to
  }

  /// A vertex whose reasons lead back to itself, if there is one; the sum of such a loop is always below zero.
  private func vertexOnLoop(over graph: BoundGraph) -> Int? {
    var walks = [Int](repeating: -1, count: graph.vertexCount)
    for start in 0..<graph.vertexCount where walks[start] < 0 {
      var vertex = start
      while walks[vertex] < 0 {
        walks[vertex] = start
        guard reasons[vertex] >= 0 else { break }
        vertex = graph.edges[reasons[vertex]].from
        if walks[vertex] == start { return vertex }
      }
    }
    return nil
  }
}
