import CivilTime
import SeededNumbers
import Testing

/// The network compared with plain references on thousands of small random ones.
@Suite struct DifferenceNetworkRandomTests {
  static let origin = DifferenceNetwork.origin

  /// Up to four nodes, each within the days 0 to 4, and a few statements between them.
  static func bounded(_ generator: inout SeededNumbers) -> ReferenceNetwork {
    var reference = ReferenceNetwork(nodeCount: Int.random(in: 1...4, using: &generator))
    for node in 0..<reference.nodeCount {
      let lo = Int.random(in: 0...2, using: &generator)
      reference.require(origin, node, lo, Int.random(in: lo...4, using: &generator))
    }
    addStatements(to: &reference, count: 0...6, generator: &generator)
    return reference
  }

  /// Up to six nodes, of which some have no date or only one side of one.
  static func open(_ generator: inout SeededNumbers) -> ReferenceNetwork {
    var reference = ReferenceNetwork(nodeCount: Int.random(in: 1...6, using: &generator))
    for node in 0..<reference.nodeCount {
      let lo = Int.random(in: -5...5, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: reference.require(origin, node, lo, nil)
      case 1: reference.require(origin, node, nil, lo)
      case 2: reference.require(origin, node, lo, lo + Int.random(in: 0...4, using: &generator))
      default: break
      }
    }
    addStatements(to: &reference, count: 0...9, generator: &generator)
    return reference
  }

  static func addStatements(
    to reference: inout ReferenceNetwork, count: ClosedRange<Int>, generator: inout SeededNumbers
  ) {
    for _ in 0..<Int.random(in: count, using: &generator) {
      let from = Int.random(in: 0..<reference.nodeCount, using: &generator)
      let to = Int.random(in: 0..<reference.nodeCount, using: &generator)
      let lo = Int.random(in: -4...3, using: &generator)
      let hi = lo + Int.random(in: 0...4, using: &generator)
      let sides = Int.random(in: 0..<3, using: &generator)
      // A statement of a day about itself is kept now and then.
      guard from != to || Int.random(in: 0..<8, using: &generator) == 0 else { continue }
      reference.require(from, to, sides == 0 ? nil : lo, sides == 1 ? nil : hi)
    }
  }

  /// Why a contradiction is not one of the reference, or `nil` if it is.
  static func fault(in contradiction: DifferenceNetwork.Contradiction, of reference: ReferenceNetwork) -> String? {
    let links = contradiction.links
    for (link, next) in zip(links, links.dropFirst() + links.prefix(1)) where link.to != next.from {
      return "broken at \(link)"
    }
    for link in links {
      let isStated = reference.statements.contains { statement in
        statement.label == link.label
          && ((statement.from == link.from && statement.to == link.to && statement.hi == link.most)
            || (statement.from == link.to && statement.to == link.from && statement.lo == -link.most))
      }
      if !isStated { return "nobody stated \(link)" }
    }
    if links.reduce(0, { $0 + $1.most }) >= 0 { return "not contradictory: \(links)" }
    if Set(links.map(\.from)).count != links.count { return "passes a node twice: \(links)" }
    if links.first?.from != links.map(\.from).min() { return "does not begin at its lowest node: \(links)" }
    if links.count != reference.shortestLoop() { return "not the shortest: \(links)" }
    return nil
  }

  @Test func `Spans, differences, contradictions and the nominal dating equal trying out every dating`() throws {
    var generator = SeededNumbers(seed: 2_026_11_20)
    var (solved, contradictory) = (0, 0)
    for _ in 0..<4_000 {
      let reference = Self.bounded(&generator)
      let datings = reference.datings(within: 0...4)
      switch reference.network.solve() {
      case .failure(let contradiction):
        contradictory += 1
        try #require(datings.isEmpty, "\(reference)")
        let fault = Self.fault(in: contradiction, of: reference)
        try #require(fault == nil, "\(fault ?? "") in \(reference)")
      case .success(let solution):
        solved += 1
        try #require(!datings.isEmpty, "\(reference)")
        let nominal = try #require(solution.nominal).map { Int($0.number) }
        var middles: [Int] = []
        for node in 0..<reference.nodeCount {
          let values = datings.map { $0[node] }
          let (lo, hi) = (try #require(values.min()), try #require(values.max()))
          middles.append((lo + hi) / 2)
          let span = Span(earliest: Day(number: Int32(lo)), latest: Day(number: Int32(hi)))
          try #require(solution.span(of: node) == span, "node \(node) of \(reference)")
          let row = solution.row(from: node)
          for other in 0..<reference.nodeCount {
            let differences = datings.map { $0[other] - $0[node] }
            let expected = (lo: differences.min(), hi: differences.max())
            try #require(solution.difference(from: node, to: other) == expected, "\(node) to \(other) of \(reference)")
            try #require(row[other] == expected)
          }
        }
        try #require(nominal == middles && reference.holds(middles), "\(reference)")
      }
    }
    // The seed must keep trying both.
    #expect(solved > 1_000 && contradictory > 1_000)
  }

  @Test func `Networks with open ends equal closing their triangles`() throws {
    var generator = SeededNumbers(seed: 31)
    var (solved, contradictory, withNominal) = (0, 0, 0)
    for _ in 0..<3_000 {
      let reference = Self.open(&generator)
      let closure = reference.closure()
      switch reference.network.solve() {
      case .failure(let contradiction):
        contradictory += 1
        try #require(closure == nil, "\(reference)")
        let fault = Self.fault(in: contradiction, of: reference)
        try #require(fault == nil, "\(fault ?? "") in \(reference)")
      case .success(let solution):
        solved += 1
        let most = try #require(closure, "\(reference)")
        for node in -1..<reference.nodeCount {
          try #require(solution.latest(of: node).map { Int($0.number) } == most[0][node + 1], "\(reference)")
          try #require(solution.earliest(of: node).map { -Int($0.number) } == most[node + 1][0], "\(reference)")
          let row = solution.row(from: node)
          for other in -1..<reference.nodeCount {
            let expected = (lo: most[other + 1][node + 1].map { -$0 }, hi: most[node + 1][other + 1])
            try #require(solution.difference(from: node, to: other) == expected, "\(node) to \(other) of \(reference)")
            if other >= 0 { try #require(row[other] == expected) }
          }
        }
        let isAnchored = most.allSatisfy { $0[0] != nil }
        try #require((solution.nominal != nil) == isAnchored, "\(reference)")
        if let nominal = solution.nominal {
          withNominal += 1
          let hasMiddles = most[0].allSatisfy { $0 != nil }
          let expected = most.indices.dropFirst().map { vertex in
            let earliest = -(most[vertex][0] ?? 0)
            return hasMiddles ? (earliest + (most[0][vertex] ?? 0)) >> 1 : earliest
          }
          try #require(nominal.map { Int($0.number) } == expected && reference.holds(expected), "\(reference)")
        }
      }
    }
    #expect(solved > 500 && contradictory > 500 && withNominal > 100)
  }

  @Test func `The loop told is the shortest there is, in larger networks with several`() throws {
    var generator = SeededNumbers(seed: 12)
    var lengths: [Int: Int] = [:]
    for _ in 0..<600 {
      var reference = ReferenceNetwork(nodeCount: Int.random(in: 8...24, using: &generator))
      for node in 1..<reference.nodeCount {
        reference.require(node - 1, node, Int.random(in: 0...3, using: &generator), nil)
        let other = Int.random(in: 0..<node, using: &generator)
        reference.require(other, node, nil, (node - other) * Int.random(in: 1...4, using: &generator))
      }
      guard case .failure(let contradiction) = reference.network.solve() else { continue }
      let fault = Self.fault(in: contradiction, of: reference)
      try #require(fault == nil, "\(fault ?? "") in \(reference)")
      lengths[contradiction.links.count, default: 0] += 1
    }
    // The seed must keep trying short loops and long ones.
    #expect(lengths.count >= 5 && lengths.values.reduce(0, +) > 300, "\(lengths)")
  }
}
