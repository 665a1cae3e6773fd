import CivilTime

/// A network in the plainest form, solved by the plainest means, to compare the real one with.
struct ReferenceNetwork: CustomStringConvertible {
  struct Statement {
    let from: Int
    let to: Int
    let lo: Int?
    let hi: Int?
    let label: Int
  }

  var nodeCount: Int
  var statements: [Statement] = []

  var description: String {
    statements.map { "\($0.label): x\($0.to) - x\($0.from) in \($0.lo as Int?)...\($0.hi as Int?)" }.joined(separator: "; ")
  }

  mutating func require(_ from: Int, _ to: Int, _ lo: Int?, _ hi: Int?) {
    statements.append(Statement(from: from, to: to, lo: lo, hi: hi, label: 100 + statements.count))
  }

  /// The network under test with the same statements.
  var network: DifferenceNetwork {
    var network = DifferenceNetwork()
    for _ in 0..<nodeCount { network.addNode() }
    for statement in statements {
      network.require(
        from: statement.from, to: statement.to, days: (statement.lo, statement.hi), label: statement.label)
    }
    return network
  }

  /// Whether a dating keeps every statement.
  func holds(_ dating: [Int]) -> Bool {
    statements.allSatisfy { statement in
      let difference = value(statement.to, in: dating) - value(statement.from, in: dating)
      return difference >= statement.lo ?? .min && difference <= statement.hi ?? .max
    }
  }

  private func value(_ node: Int, in dating: [Int]) -> Int {
    node == DifferenceNetwork.origin ? 0 : dating[node]
  }

  /// Every dating of days from `days` that keeps every statement.
  func datings(within days: ClosedRange<Int>) -> [[Int]] {
    var found: [[Int]] = []
    var dating = [Int](repeating: days.lowerBound, count: nodeCount)
    func choose(_ node: Int) {
      guard node < nodeCount else {
        if holds(dating) { found.append(dating) }
        return
      }
      for day in days {
        dating[node] = day
        choose(node + 1)
      }
    }
    choose(0)
    return found
  }

  /// The upper bound of every difference by closing triangles, or `nil` where the statements contradict one another.
  ///
  /// Rows and columns are nodes counted from 1, with the origin as 0; `nil` is unbounded.
  func closure() -> [[Int?]]? {
    var most = direct()
    for middle in most.indices {
      for from in most.indices {
        for to in most.indices {
          guard let first = most[from][middle], let second = most[middle][to] else { continue }
          if let current = most[from][to], current <= first + second { continue }
          most[from][to] = first + second
        }
      }
    }
    return most.indices.allSatisfy { most[$0][$0] == 0 } ? most : nil
  }

  /// How many links the shortest contradictory loop has.
  func shortestLoop() -> Int? {
    let direct = direct(withSelf: false)
    var walks = direct
    for length in 1...nodeCount + 1 {
      if walks.indices.contains(where: { (walks[$0][$0] ?? 0) < 0 }) { return length }
      var longer = walks.map { $0.map { _ in Int?.none } }
      for from in walks.indices {
        for middle in walks.indices {
          for to in walks.indices {
            guard let first = walks[from][middle], let second = direct[middle][to] else { continue }
            longer[from][to] = min(longer[from][to] ?? .max, first + second)
          }
        }
      }
      walks = longer
    }
    return nil
  }

  private func direct(withSelf: Bool = true) -> [[Int?]] {
    var most = [[Int?]](repeating: [Int?](repeating: nil, count: nodeCount + 1), count: nodeCount + 1)
    if withSelf {
      for node in most.indices { most[node][node] = 0 }
    }
    for statement in statements {
      let (from, to) = (statement.from + 1, statement.to + 1)
      if let hi = statement.hi { most[from][to] = min(most[from][to] ?? .max, hi) }
      if let lo = statement.lo { most[to][from] = min(most[to][from] ?? .max, -lo) }
    }
    return most
  }
}
