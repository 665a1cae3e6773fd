/// The order in the layers: everything stands near the middle of what it is joined to, as long as that leaves fewer lines
/// crossing; then neighbours change places where it does.
extension LayerPlan {
  /// Puts everything in its layer, as it comes.
  mutating func spread() {
    for number in items.indices { layers[items[number].layer].append(number) }
  }

  /// Begins with the order in which everything comes, and where lines cross then, also with the opposite one.
  mutating func order(above: [Int], below: [Int]) {
    let joints = Joints(of: self)
    let opposite = layers.map { Array($0.reversed()) }
    let fewest = improve(joints, above: above, below: below)
    guard fewest > 0 else { return }
    let first = layers
    layers = opposite
    if improve(joints, above: above, below: below) >= fewest { layers = first }
  }

  /// Puts the layers in the best order that is found from the one they have, and tells how many lines cross.
  private mutating func improve(_ joints: Joints, above: [Int], below: [Int]) -> Int {
    fix(above, in: 0)
    fix(below, in: layers.count - 1)
    var (best, fewest) = (layers, joints.crossings(of: layers))
    for round in 0..<12 where fewest > 0 || round < 2 {
      let downward = round.isMultiple(of: 2)
      for layer in downward ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed() {
        sort(layer, by: downward ? joints.above : joints.below)
      }
      fix(above, in: 0)
      fix(below, in: layers.count - 1)
      swap(joints)
      let crossings = joints.crossings(of: layers)
      if crossings < fewest { (best, fewest) = (layers, crossings) }
    }
    layers = best
    return fewest
  }

  /// Puts the heading first, and the ports of lines that go on outside in the order that they have there.
  private mutating func fix(_ lines: [Int], in layer: Int) {
    guard layers.indices.contains(layer) else { return }
    let places = Dictionary(lines.enumerated().map { ($1, $0) }) { first, _ in first }
    func rank(_ item: Int) -> (Int, Int)? {
      switch items[item].role {
      case .heading: (0, 0)
      case .port(let link): places[links[link].line].map { (1, $0) }
      case .box, .label, .bend: nil
      }
    }
    let fixed = layers[layer].filter { rank($0) != nil }.sorted { (rank($0) ?? (2, 0)) < (rank($1) ?? (2, 0)) }
    layers[layer] = fixed + layers[layer].filter { rank($0) == nil }
  }

  private mutating func sort(_ layer: Int, by joints: [[Int]]) {
    var places: [Int: Int] = [:]
    for row in layers { for (place, item) in row.enumerated() { places[item] = place } }
    let row = layers[layer]
    // In thousandths of a place, so that no fraction is lost that matters.
    let middles = row.enumerated().map { place, item -> Int in
      let joined = joints[item].compactMap { places[$0] }
      return joined.isEmpty ? place * 1000 : joined.reduce(0, +) * 1000 / joined.count
    }
    layers[layer] = row.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }.map { row[$0] }
  }

  /// Lets neighbours change places as long as fewer lines cross.
  private mutating func swap(_ joints: Joints) {
    for _ in 0..<8 {
      var isBetter = false
      for layer in layers.indices {
        for place in layers[layer].indices.dropLast() where mayMove(layers[layer][place], layers[layer][place + 1]) {
          let before = joints.crossings(of: layers, around: layer)
          layers[layer].swapAt(place, place + 1)
          if joints.crossings(of: layers, around: layer) < before {
            isBetter = true
          } else {
            layers[layer].swapAt(place, place + 1)
          }
        }
      }
      if !isBetter { return }
    }
  }

  private func mayMove(_ first: Int, _ second: Int) -> Bool {
    func isFixed(_ item: Int) -> Bool {
      switch items[item].role {
      case .heading: true
      case .port(let link): links[link].goesOn
      case .box, .label, .bend: false
      }
    }
    return !isFixed(first) && !isFixed(second)
  }
}

/// What is joined to what in the next layer.
struct Joints {
  private(set) var above: [[Int]]
  private(set) var below: [[Int]]

  init(of plan: LayerPlan) {
    above = [[Int]](repeating: [], count: plan.items.count)
    below = above
    for link in plan.links {
      for (upper, lower) in zip(link.chain, link.chain.dropFirst()) {
        above[lower].append(upper)
        below[upper].append(lower)
      }
    }
  }

  func crossings(of layers: [[Int]]) -> Int {
    layers.indices.dropLast().reduce(0) { $0 + crossings(below: $1, of: layers) }
  }

  /// Those on both sides of a layer.
  func crossings(of layers: [[Int]], around layer: Int) -> Int {
    (layer > 0 ? crossings(below: layer - 1, of: layers) : 0)
      + (layer + 1 < layers.count ? crossings(below: layer, of: layers) : 0)
  }

  private func crossings(below layer: Int, of layers: [[Int]]) -> Int {
    let places = Dictionary(uniqueKeysWithValues: layers[layer + 1].enumerated().map { ($1, $0) })
    let joints = layers[layer].enumerated().flatMap { place, item in
      below[item].compactMap { places[$0] }.map { (place, $0) }
    }
    return joints.indices.reduce(0) { count, number in
      count
        + joints[(number + 1)...].count {
          ($0.0 - joints[number].0) * ($0.1 - joints[number].1) < 0
        }
    }
  }
}
