/// Whole numbers for things so that no span between two is shorter than it must be, and the weighted sum of all is least.
///
/// Layers and columns of a chart are both found so. It is the network simplex: a tree of spans that are as short as they may
/// be, of which one is exchanged for another as long as moving a part of the tree makes the sum smaller.
struct ShortestSpans {
  /// `to` is at least so much greater than `from`, which may be less than nothing.
  struct Span {
    let from: Int
    let to: Int
    let atLeast: Int
    let weight: Int
  }

  private let count: Int
  private let spans: [Span]
  private var values: [Int]
  /// The spans of the tree.
  private var isTree: [Bool]

  /// - Parameter spans: without a circle, and connecting everything.
  /// - Complexity: as many exchanges as there are spans at most, each in proportion to things and spans.
  static func values(count: Int, spans: [Span]) -> [Int] {
    var search = ShortestSpans(count: count, spans: spans)
    search.tighten()
    search.exchange()
    return search.values
  }

  private init(count: Int, spans: [Span]) {
    self.count = count
    self.spans = spans
    values = [Int](repeating: 0, count: count)
    isTree = [Bool](repeating: false, count: spans.count)
    // As far to the front as the spans let everything be.
    for _ in 0..<count {
      var isStill = true
      for span in spans where values[span.to] < values[span.from] + span.atLeast {
        values[span.to] = values[span.from] + span.atLeast
        isStill = false
      }
      if isStill { break }
    }
  }

  private func slack(_ span: Span) -> Int { values[span.to] - values[span.from] - span.atLeast }
}

// MARK: - The first tree

extension ShortestSpans {
  /// Moves things together until a tree of shortest spans holds all of them.
  private mutating func tighten() {
    guard count > 0 else { return }
    var held = [Bool](repeating: false, count: count)
    held[0] = true
    while let number = nearest(to: held) {
      let span = spans[number]
      let shift = held[span.from] ? slack(span) : -slack(span)
      for thing in 0..<count where held[thing] { values[thing] += shift }
      isTree[number] = true
      held[span.from] = true
      held[span.to] = true
    }
  }

  /// The span with the least slack that leads out of what is held.
  private func nearest(to held: [Bool]) -> Int? {
    spans.indices.filter { held[spans[$0].from] != held[spans[$0].to] }.min { (slack(spans[$0]), $0) < (slack(spans[$1]), $1) }
  }
}

// MARK: - Exchanges

extension ShortestSpans {
  private mutating func exchange() {
    for _ in 0..<(4 * spans.count + 100) {
      guard let (leaving, part, isForward) = moving() else { return }
      let entering = spans.indices.filter { number in
        let (from, to) = (part[spans[number].from], part[spans[number].to])
        return isForward ? from && !to : !from && to
      }.min { (slack(spans[$0]), $0) < (slack(spans[$1]), $1) }
      guard let entering else { return }
      let shift = isForward ? slack(spans[entering]) : -slack(spans[entering])
      for thing in 0..<count where part[thing] { values[thing] += shift }
      isTree[leaving] = false
      isTree[entering] = true
    }
  }

  /// A span of the tree, the part that hangs on it, and which way to move that part so that the sum gets smaller.
  private func moving() -> (span: Int, part: [Bool], isForward: Bool)? {
    let (order, above) = walk()
    var pull = [Int](repeating: 0, count: count)
    for span in spans {
      pull[span.to] += span.weight
      pull[span.from] -= span.weight
    }
    for thing in order.reversed() {
      guard let number = above[thing] else { continue }
      let span = spans[number]
      let isForward = span.to == thing
      if isForward ? pull[thing] < 0 : pull[thing] > 0 { return (number, part(below: thing, order, above), isForward) }
      pull[isForward ? span.from : span.to] += pull[thing]
    }
    return nil
  }

  /// The things in the order in which the tree is walked, and the span by which each was reached.
  private func walk() -> (order: [Int], above: [Int?]) {
    var beside = [[Int]](repeating: [], count: count)
    for number in spans.indices where isTree[number] {
      beside[spans[number].from].append(number)
      beside[spans[number].to].append(number)
    }
    var (order, above) = ([0], [Int?](repeating: nil, count: count))
    var place = 0
    while place < order.count {
      let thing = order[place]
      place += 1
      for number in beside[thing] where number != above[thing] {
        let other = spans[number].from == thing ? spans[number].to : spans[number].from
        above[other] = number
        order.append(other)
      }
    }
    return (order, above)
  }

  private func part(below root: Int, _ order: [Int], _ above: [Int?]) -> [Bool] {
    var part = [Bool](repeating: false, count: count)
    part[root] = true
    for thing in order where thing != root {
      guard let number = above[thing] else { continue }
      let other = spans[number].from == thing ? spans[number].to : spans[number].from
      if part[other] { part[thing] = true }
    }
    return part
  }
}
