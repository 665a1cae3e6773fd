import Testing

@testable import CivilTime

@Suite struct LoopSearchTests {
  /// A long loop from 0 through 3 to 9 that is contradictory, and beside it a short one between 1 and 2.
  static let graph = BoundGraph(
    vertexCount: 10,
    edges: [(0, 3, -1)].map(edge) + (3..<9).map { edge($0, $0 + 1, 0) } + [edge(9, 0, 0)]
      + [edge(0, 1, 5), edge(1, 0, 5), edge(1, 2, 0), edge(2, 1, -20)])

  static func edge(_ from: Int, _ to: Int, _ most: Int) -> BoundGraph.Edge {
    BoundGraph.Edge(from: from, to: to, most: most, bound: from * 10 + to)
  }

  /// The places of the long loop's edges, from 0.
  static var long: [Int] {
    [3, 34, 45, 56, 67, 78, 89, 90].compactMap { bound in graph.edges.firstIndex { $0.bound == bound } }
  }

  @Test func `A walk that passes a loop on its way gives that loop alone`() {
    var search = LoopSearch(graph: Self.graph, budget: 1_000)
    #expect(search.shortest(from: Self.long) == [12, 21])
  }

  @Test func `Without a budget the loop stays as it was found`() {
    var search = LoopSearch(graph: Self.graph, budget: 0)
    #expect(search.shortest(from: Self.long) == [3, 34, 45, 56, 67, 78, 89, 90])
  }
}
