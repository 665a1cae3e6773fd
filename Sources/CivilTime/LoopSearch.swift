/// The search for a contradictory loop of fewer bounds than the one that was found first.
///
/// Through one vertex after another, first those of the loop found, it tries walks of one edge, two edges and so on.
/// It stops when its budget is spent, so that a vast contradictory history still gets its answer at once.
struct LoopSearch {
  let graph: BoundGraph
  /// How many more edges may be followed.
  private var budget: Int
  /// The least sum of a walk to each vertex so far, and the place of that walk among the walks now being made longer.
  private var sums: [Int]
  private var slots: [Int]

  init(graph: BoundGraph, budget: Int) {
    self.graph = graph
    self.budget = budget
    sums = [Int](repeating: BoundGraph.unbounded, count: graph.vertexCount)
    slots = [Int](repeating: -1, count: graph.vertexCount)
  }

  /// One step of a walk, with the walk before it.
  private struct Step {
    let vertex: Int
    let sum: Int
    /// The place in the graph's edges; −1 at the start.
    let edge: Int
    /// The place of the step before it; −1 at the start.
    let previous: Int
  }

  /// The shortest loop found, never longer than the one given, as indices of bounds in the order they are walked.
  mutating func shortest(from found: [Int]) -> [Int] {
    var best = found
    let onLoop = Set(found.map { graph.edges[$0].from })
    let starts = onLoop.sorted() + (0..<graph.vertexCount).filter { !onLoop.contains($0) }
    for start in starts where budget > 0 && best.count > 1 {
      if let loop = loop(through: start, shorterThan: best.count) { best = simple(loop) }
    }
    return best.map { graph.edges[$0].bound }
  }

  /// The walk of fewest edges from a vertex back to itself whose sum is below zero.
  private mutating func loop(through start: Int, shorterThan length: Int) -> [Int]? {
    var steps = [Step(vertex: start, sum: 0, edge: -1, previous: -1)]
    var frontier = 0..<1
    var touched = [start]
    sums[start] = 0
    defer {
      for vertex in touched {
        sums[vertex] = BoundGraph.unbounded
        slots[vertex] = -1
      }
    }
    for _ in 1..<length {
      for place in frontier {
        let step = steps[place]
        for edgePlace in graph.edges(leaving: step.vertex) {
          budget -= 1
          let edge = graph.edges[edgePlace]
          let sum = step.sum + edge.most
          if edge.to == start, sum < 0 { return walk(to: place, of: steps) + [edgePlace] }
          guard sum < sums[edge.to] else { continue }
          if sums[edge.to] == BoundGraph.unbounded { touched.append(edge.to) }
          sums[edge.to] = sum
          let longer = Step(vertex: edge.to, sum: sum, edge: edgePlace, previous: place)
          if slots[edge.to] >= frontier.upperBound {
            steps[slots[edge.to]] = longer
          } else {
            slots[edge.to] = steps.count
            steps.append(longer)
          }
        }
      }
      if budget <= 0 { break }
      frontier = frontier.upperBound..<steps.count
    }
    return nil
  }

  /// The edges of a walk from its start.
  private func walk(to place: Int, of steps: [Step]) -> [Int] {
    var edges: [Int] = []
    var current = steps[place]
    while current.previous >= 0 {
      edges.append(current.edge)
      current = steps[current.previous]
    }
    return edges.reversed()
  }

  /// A loop that passes no vertex twice, cut out of one that may: of two parts one has a sum below zero.
  private func simple(_ loop: [Int]) -> [Int] {
    var firstAt: [Int: Int] = [:]
    for (index, place) in loop.enumerated() {
      guard let first = firstAt.updateValue(index, forKey: graph.edges[place].from) else { continue }
      let inner = Array(loop[first..<index])
      let isContradictory = inner.reduce(0) { $0 + graph.edges[$1].most } < 0
      return simple(isContradictory ? inner : Array(loop[..<first] + loop[index...]))
    }
    return loop
  }
}
