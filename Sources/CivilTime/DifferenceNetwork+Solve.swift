extension DifferenceNetwork {
  /// What follows from all bounds together, or why they cannot all be.
  ///
  /// The answer depends on nothing but the nodes and bounds and their order.
  /// - Complexity: O(bounds · turns), with the turns that the longest chain of reasoning takes against the order of the
  ///   nodes: few for a history told in order, however long.
  public func solve() -> Result<Solution, Contradiction> {
    let order = SweepOrder(vertexCount: nodeCount + 1, bounds: bounds)
    let edges = bounds.indices.map { index in
      let bound = bounds[index]
      return BoundGraph.Edge(
        from: order.positions[bound.from], to: order.positions[bound.to], most: bound.most, bound: index)
    }
    let graph = BoundGraph(vertexCount: nodeCount + 1, edges: edges)

    // 1. Some dating exists exactly if lowering every vertex from zero comes to rest.
    var potential = Relaxation(vertexCount: nodeCount + 1)
    if let vertex = potential.settleOrFindLoop(over: graph) {
      let found = potential.loop(of: vertex, over: graph)
      return .failure(Contradiction(loop: shortest(found, in: graph), of: self))
    }

    // 2. The latest day is the shortest way from the origin, the earliest minus the shortest way back to it.
    let unknown = [Int](repeating: BoundGraph.unbounded, count: nodeCount + 1)
    var forwards = Relaxation(from: 0, others: unknown)
    forwards.settle(over: graph)
    let reversed = BoundGraph(vertexCount: nodeCount + 1, edges: edges.map(\.reversed))
    var backwards = Relaxation(from: 0, others: unknown)
    backwards.settle(over: reversed)

    // 3. Differences need further work only between days that are not exact.
    let limits = order.positions.map { position in
      Limits(earliest: -backwards.distances[position], latest: forwards.distances[position])
    }
    return .success(Solution(limits: limits, order: order, bounds: bounds))
  }

  /// The shortest contradictory loop that a bounded search finds, as indices of bounds.
  private func shortest(_ found: [Int], in graph: BoundGraph) -> [Int] {
    var search = LoopSearch(graph: graph, budget: 4_000_000)
    return search.shortest(from: found)
  }
}

extension DifferenceNetwork {
  /// The earliest and latest day number of a vertex.
  struct Limits: Sendable {
    /// Minus ``BoundGraph/unbounded`` where nothing bounds it.
    let earliest: Int
    /// ``BoundGraph/unbounded`` where nothing bounds it.
    let latest: Int

    var isExact: Bool { earliest == latest }
  }
}
