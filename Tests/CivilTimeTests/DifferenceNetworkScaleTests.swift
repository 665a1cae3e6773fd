import CivilTime
import SeededNumbers
import Testing

/// Long histories, which must cost little more than reading them.
@Suite struct DifferenceNetworkScaleTests {
  static let length = 100_000

  /// A history of one event a day, each known to within ten days and not later than the next.
  static func history(_ nodes: [Int]) -> DifferenceNetwork {
    var network = DifferenceNetwork()
    for _ in nodes { network.addNode() }
    for (place, node) in nodes.enumerated() {
      let day = Day(number: Int32(place))
      network.require(node, earliest: day, latest: day.adding(days: 10), label: node)
    }
    for (earlier, later) in zip(nodes, nodes.dropFirst()) {
      network.require(from: earlier, to: later, days: (0, nil), label: earlier)
    }
    return network
  }

  @Test(.timeLimit(.minutes(1)))
  func `A chain of a hundred thousand events in order is solved`() throws {
    let solution = try Self.history(Array(0..<Self.length)).solve().get()
    #expect(solution.span(of: 50_000) == Span(earliest: Day(number: 50_000), latest: Day(number: 50_010)))
    #expect(solution.difference(from: 50_000, to: 50_004) == (lo: 0, hi: 14))
    #expect(solution.difference(from: 50_000, to: 50_020) == (lo: 10, hi: 30))
    #expect(solution.nominal?.last == Day(number: Int32(Self.length + 4)))
  }

  @Test(.timeLimit(.minutes(1)))
  func `A chain told in any order is solved`() throws {
    var generator = SeededNumbers(seed: 7)
    let nodes = Array(0..<Self.length).shuffled(using: &generator)
    let solution = try Self.history(nodes).solve().get()
    #expect(solution.span(of: nodes[50_000]) == Span(earliest: Day(number: 50_000), latest: Day(number: 50_010)))
    #expect(solution.difference(from: nodes[50_000], to: nodes[50_004]) == (lo: 0, hi: 14))
  }

  @Test(.timeLimit(.minutes(1)))
  func `Knowledge of the last event reaches the first, and of the first the last`() throws {
    var network = DifferenceNetwork()
    for node in 0..<Self.length {
      network.addNode()
      if node > 0 { network.require(from: node - 1, to: node, days: (1, nil), label: node) }
    }
    network.require(0, earliest: Day(number: 0), latest: nil, label: -1)
    network.require(Self.length - 1, earliest: nil, latest: Day(number: Int32(Self.length)), label: -2)
    let solution = try network.solve().get()
    #expect(solution.span(of: 0) == Span(earliest: Day(number: 0), latest: Day(number: 1)))
    #expect(solution.span(of: 99_999) == Span(earliest: Day(number: 99_999), latest: Day(number: 100_000)))
  }

  @Test(.timeLimit(.minutes(1)))
  func `A contradiction that needs every event of a long chain is found, with all of them`() {
    var network = Self.history(Array(0..<Self.length))
    network.require(Self.length - 1, earliest: nil, latest: Day(number: 60_000), label: -1)
    guard case .failure(let short) = network.solve() else {
      Issue.record("solved")
      return
    }
    // Its own date says enough.
    #expect(short.labels == [-1, Self.length - 1])

    var bare = DifferenceNetwork()
    for node in 0..<Self.length {
      bare.addNode()
      if node > 0 { bare.require(from: node - 1, to: node, days: (1, nil), label: node) }
    }
    bare.require(from: 0, to: Self.length - 1, days: (nil, Self.length - 2), label: 0)
    guard case .failure(let long) = bare.solve() else {
      Issue.record("solved")
      return
    }
    #expect(long.links.count == Self.length)
    #expect(long.excess == 1)
  }

  @Test func `More inexact events than fit a table still have the tightest differences`() throws {
    var generator = SeededNumbers(seed: 5)
    var reference = ReferenceNetwork(nodeCount: 500)
    for node in 0..<reference.nodeCount {
      // Every tenth is exact.
      let slack = node % 10 == 5 ? 0 : Int.random(in: 4...30, using: &generator)
      reference.require(-1, node, 3 * node - slack, 3 * node + slack)
      guard node > 0 else { continue }
      let other = Int.random(in: max(0, node - 20)..<node, using: &generator)
      let distance = 3 * (node - other)
      reference.require(other, node, distance - 2, distance + Int.random(in: 0...9, using: &generator))
    }
    let solution = try reference.network.solve().get()
    #expect((0..<reference.nodeCount).count { solution.span(of: $0)?.isExact == false } > 400)
    for node in [0, 17, 300, 305, 499] {
      let row = solution.row(from: node)
      let (forwards, backwards) = (Self.distances(from: node, in: reference), Self.distances(from: node, in: reference, sign: -1))
      for other in 0..<reference.nodeCount {
        let expected: (lo: Int?, hi: Int?) = (-backwards[other + 1], forwards[other + 1])
        try #require(row[other] == expected, "\(node) to \(other)")
      }
      for other in [0, 1, 18, 295, 299, 498] {
        let expected: (lo: Int?, hi: Int?) = (-backwards[other + 1], forwards[other + 1])
        #expect(solution.difference(from: node, to: other) == expected, "\(node) to \(other)")
      }
    }
  }

  /// The upper bounds of x[j] − x[node], or of x[node] − x[j] for a negative sign, by trying all statements until none helps.
  static func distances(from node: Int, in reference: ReferenceNetwork, sign: Int = 1) -> [Int] {
    var distances = [Int](repeating: .max / 2, count: reference.nodeCount + 1)
    distances[node + 1] = 0
    var isSettled = false
    while !isSettled {
      isSettled = true
      func lower(_ from: Int, _ to: Int, _ most: Int) {
        let (start, end) = sign > 0 ? (from + 1, to + 1) : (to + 1, from + 1)
        guard distances[start] + most < distances[end] else { return }
        distances[end] = distances[start] + most
        isSettled = false
      }
      for statement in reference.statements {
        if let hi = statement.hi { lower(statement.from, statement.to, hi) }
        if let lo = statement.lo { lower(statement.to, statement.from, -lo) }
      }
    }
    return distances
  }
}
