/// What must be told of a sequence of events, found by trying every sequence of steps that the record may leave out.
///
/// Nothing of the replay or of the reference interpreter is used. A machine is where its leaves are, one for each region.
struct MissedTransitionOracle {
  /// One event that the machine did not simply follow.
  struct Told: Equatable, CustomStringConvertible {
    enum Kind: Equatable { case jumped, outOfOrder }

    let kind: Kind
    let event: Int
    /// The arrows of required steps, in order.
    let jumped: [Int]
    let shownNotDone: [Int]

    var description: String { "\(kind) at \(event): \(jumped), not done \(shownNotDone)" }
  }

  /// An arrow taken or passed over, with the event that did or showed it.
  struct Step: Equatable {
    let arrow: Int
    let event: Int
    let isPassedOver: Bool
  }

  private let chart: SmallChart
  private let boxes: [SmallChart.Box]
  /// More steps than there are places to be come back to one of them, and cost more.
  private static let mostSteps = 3

  init(_ chart: SmallChart) {
    self.chart = chart
    boxes = chart.boxes
  }

  func answer(to events: [Int], isComplete: Bool) -> (told: [Told], steps: [Step], leaves: [Int]) {
    var (told, steps): ([Told], [Step]) = ([], [])
    var leaves = start
    var sinceMoved = 0
    for (number, event) in events.enumerated() where chart.arrows.contains(where: { $0.event == event }) {
      let from = isOver(leaves) ? start : leaves
      guard let way = cheapestWay(to: event, from: from) else {
        told.append(Told(kind: .outOfOrder, event: number, jumped: [], shownNotDone: []))
        continue
      }
      let jumped = way.filter { !chart.arrows[$0].isOptional }
      let between = events[sinceMoved..<number]
      if !jumped.isEmpty {
        let shown = jumped.filter { isComplete && !between.contains(chart.arrows[$0].event) }
        told.append(Told(kind: .jumped, event: number, jumped: jumped, shownNotDone: shown))
      }
      let before = way.reduce(from) { taking($1, $0) }
      let own = followed(event, before)
      steps += way.map { Step(arrow: $0, event: number, isPassedOver: true) }
      steps += own.map { Step(arrow: $0, event: number, isPassedOver: false) }
      leaves = own.reduce(before) { taking($1, $0) }
      sinceMoved = number + 1
    }
    return (told, steps, leaves)
  }

  /// Of all sequences of arrows after which the event can be followed: fewest required, then fewest, then document order.
  private func cheapestWay(to event: Int, from leaves: [Int]) -> [Int]? {
    var ways: [[Int]] = []
    func go(_ way: [Int], _ leaves: [Int]) {
      if !followed(event, leaves).isEmpty { ways.append(way) }
      guard way.count < MissedTransitionOracle.mostSteps, !isOver(leaves) else { return }
      for arrow in chart.arrows.indices where isActive(chart.arrows[arrow].from, leaves) {
        go(way + [arrow], taking(arrow, leaves))
      }
    }
    go([], leaves)
    return ways.min { a, b in
      let (costA, costB) = (cost(a), cost(b))
      return costA != costB ? costA < costB : a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }
  }

  private func cost(_ way: [Int]) -> Int { way.count { !chart.arrows[$0].isOptional } }

  // MARK: - The machine

  private var start: [Int] { entering(0) }

  private func isOver(_ leaves: [Int]) -> Bool { chart.shape == .ending && leaves == [2] }

  private func isActive(_ state: Int, _ leaves: [Int]) -> Bool {
    leaves.contains { leaf in isInside(leaf, state) }
  }

  private func isInside(_ state: Int, _ outer: Int) -> Bool {
    state == outer || boxes[state].parent.map { isInside($0, outer) } ?? false
  }

  /// The leaves that are entered with a state: of side by side regions all, else that of the first inside.
  private func entering(_ state: Int) -> [Int] {
    let children = boxes[state].children
    if children.isEmpty { return [state] }
    return chart.shape == .sideBySide && state == 0 ? children.flatMap(entering) : entering(children[0])
  }

  /// The arrows that an event takes: of each leaf that of the innermost state around it.
  private func followed(_ event: Int, _ leaves: [Int]) -> [Int] {
    guard !isOver(leaves) else { return [] }
    var taken: [Int] = []
    for leaf in leaves {
      var state: Int? = leaf
      while let here = state {
        if let arrow = chart.arrows.firstIndex(where: { $0.event == event && $0.from == here }) {
          if !taken.contains(arrow) { taken.append(arrow) }
          break
        }
        state = boxes[here].parent
      }
    }
    return taken.sorted()
  }

  /// The leaves after an arrow, which moves only the region it lies in.
  private func taking(_ arrow: Int, _ leaves: [Int]) -> [Int] {
    guard chart.shape == .sideBySide else { return entering(chart.arrows[arrow].to) }
    return leaves.map { boxes[$0].parent == boxes[chart.arrows[arrow].from].parent ? chart.arrows[arrow].to : $0 }
  }
}
