/// The tightest upper bounds of x[j] − x[i] between days of which at least one may not be exact.
///
/// Two days tied only through the origin lie at most as far apart as the latest of one and the earliest of the other.
/// Only bounds between two inexact days can say more, so only those are followed. Up to 400 inexact days the answers
/// are put into a table once; beyond that each row is worked out when it is asked for.
struct UncertainDifferences: Sendable {
  private static let largestTable = 400

  private let limits: [DifferenceNetwork.Limits]
  /// The vertices that are not exact, in the order in which they are swept.
  private let vertices: [Int]
  /// The place of each vertex among those that are not exact, or −1.
  private let places: [Int]
  private let forwards: BoundGraph
  private let backwards: BoundGraph
  /// Row by row the bounds between all places; empty where there are too many.
  private var table: [Int] = []

  init(limits: [DifferenceNetwork.Limits], order: SweepOrder, bounds: [DifferenceNetwork.Bound]) {
    self.limits = limits
    vertices = order.vertices.filter { !limits[$0].isExact }
    var places = [Int](repeating: -1, count: limits.count)
    for (place, vertex) in vertices.enumerated() { places[vertex] = place }
    let edges = bounds.indices.compactMap { index -> BoundGraph.Edge? in
      let (from, to) = (places[bounds[index].from], places[bounds[index].to])
      guard from >= 0, to >= 0, from != to else { return nil }
      return BoundGraph.Edge(from: from, to: to, most: bounds[index].most, bound: index)
    }
    self.places = places
    forwards = BoundGraph(vertexCount: vertices.count, edges: edges)
    backwards = BoundGraph(vertexCount: vertices.count, edges: edges.map(\.reversed))
    if vertices.count <= Self.largestTable {
      table = vertices.indices.flatMap { row(from: $0) }
    }
  }

  /// The most that x[to] − x[from] can be, or ``BoundGraph/unbounded``.
  func most(from: Int, to: Int) -> Int {
    if from == to { return 0 }
    guard !limits[from].isExact, !limits[to].isExact else { return throughOrigin(from: from, to: to) }
    guard table.isEmpty else { return table[places[from] * vertices.count + places[to]] }
    return row(from: places[from])[places[to]]
  }

  /// The most that x[to] − x[from] can be for every vertex `to`.
  func most(from: Int) -> [Int] {
    guard table.isEmpty, !limits[from].isExact else { return limits.indices.map { most(from: from, to: $0) } }
    let row = row(from: places[from])
    return limits.indices.map { places[$0] < 0 ? throughOrigin(from: from, to: $0) : row[places[$0]] }
  }

  /// The most that x[to] − x[from] can be for every vertex `from`.
  func most(to: Int) -> [Int] {
    guard table.isEmpty, !limits[to].isExact else { return limits.indices.map { most(from: $0, to: to) } }
    let column = column(to: places[to])
    return limits.indices.map { places[$0] < 0 ? throughOrigin(from: $0, to: to) : column[places[$0]] }
  }

  /// The bounds from one place to all places.
  private func row(from place: Int) -> [Int] {
    let others = vertices.map { throughOrigin(from: vertices[place], to: $0) }
    var relaxation = Relaxation(from: place, others: others)
    relaxation.settle(over: forwards)
    return relaxation.distances
  }

  /// The bounds from all places to one.
  private func column(to place: Int) -> [Int] {
    let others = vertices.map { throughOrigin(from: $0, to: vertices[place]) }
    var relaxation = Relaxation(from: place, others: others)
    relaxation.settle(over: backwards)
    return relaxation.distances
  }

  /// The most that x[to] − x[from] can be by what is known of each day alone.
  private func throughOrigin(from: Int, to: Int) -> Int {
    let (latest, earliest) = (limits[to].latest, limits[from].earliest)
    return latest < BoundGraph.unbounded && earliest > -BoundGraph.unbounded ? latest - earliest : BoundGraph.unbounded
  }
}
