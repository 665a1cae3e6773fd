/// An order of the vertices in which chains of bounds run on or back, so that few sweeps settle them.
///
/// From each vertex in turn the order goes on to its lowest neighbour not yet visited, to the end, and then back to the
/// neighbours left over. A history told in order keeps its order; a chain told in any other is straightened.
struct SweepOrder {
  /// The place of each vertex in the order; the origin has 0.
  let positions: [Int]
  /// The vertices in order.
  let vertices: [Int]

  init(vertexCount: Int, bounds: [DifferenceNetwork.Bound]) {
    let neighbours = Neighbours(vertexCount: vertexCount, bounds: bounds)
    var positions = [Int](repeating: -1, count: vertexCount)
    var cursors = neighbours.starts
    var path: [Int] = []
    var vertices = [0]
    positions[0] = 0
    for root in 1..<max(1, vertexCount) where positions[root] < 0 {
      positions[root] = vertices.count
      vertices.append(root)
      path.append(root)
      while let vertex = path.last {
        guard cursors[vertex] < neighbours.starts[vertex + 1] else {
          path.removeLast()
          continue
        }
        let neighbour = neighbours.list[cursors[vertex]]
        cursors[vertex] += 1
        guard positions[neighbour] < 0 else { continue }
        positions[neighbour] = vertices.count
        vertices.append(neighbour)
        path.append(neighbour)
      }
    }
    self.positions = positions
    self.vertices = vertices
  }

  /// The neighbours of each vertex but the origin, in ascending order, without the origin.
  private struct Neighbours {
    let starts: [Int]
    let list: [Int]

    init(vertexCount: Int, bounds: [DifferenceNetwork.Bound]) {
      let inner = bounds.filter { $0.from != 0 && $0.to != 0 }
      let ends = inner.map { (vertex: $0.from, neighbour: $0.to) } + inner.map { (vertex: $0.to, neighbour: $0.from) }
      // Two counting sorts: by neighbour, then stably by vertex.
      let byNeighbour = Self.sorted(ends, count: vertexCount) { $0.neighbour }
      let byVertex = Self.sorted(byNeighbour.pairs, count: vertexCount) { $0.vertex }
      starts = byVertex.starts
      list = byVertex.pairs.map(\.neighbour)
    }

    private typealias Pair = (vertex: Int, neighbour: Int)

    private static func sorted(
      _ pairs: [Pair], count: Int, by key: (Pair) -> Int
    ) -> (starts: [Int], pairs: [Pair]) {
      var starts = [Int](repeating: 0, count: count + 1)
      for pair in pairs { starts[key(pair) + 1] += 1 }
      for index in 0..<count { starts[index + 1] += starts[index] }
      var free = starts
      var result = pairs
      for pair in pairs {
        result[free[key(pair)]] = pair
        free[key(pair)] += 1
      }
      return (starts, result)
    }
  }
}
