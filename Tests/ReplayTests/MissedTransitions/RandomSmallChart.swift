import Conditions
import Procedures

/// A small chart made at random: states within states, regions, memories, ends, and what follows by itself.
struct RandomSmallChart {
  private var random: RandomSource
  private var nodes: [SmallChart.Node] = []
  private var arrows: [SmallChart.Arrow] = []
  /// The event whose word guards ask for.
  private let wordedEvent: EventIndex
  private let eventCount: Int

  static func make(seed: UInt64) -> SmallChart {
    var maker = RandomSmallChart(seed: seed)
    return SmallChart(nodes: maker.nodes, arrows: maker.makeArrows())
  }

  private init(seed: UInt64) {
    random = RandomSource(seed: seed)
    eventCount = random.number(2...3)
    wordedEvent = random.number(0...eventCount - 1)
    for top in 0..<random.number(2...4) { addTop(isFirst: top == 0) }
  }

  // MARK: States

  private mutating func addTop(isFirst: Bool) {
    if !isFirst, random.percent(20) {
      add(.end, in: nil)
    } else if nodes.count < 4, random.percent(60) {
      if random.percent(60) { addCompound(in: nil) } else { addParallel() }
    } else {
      add(.atomic, in: nil)
    }
  }

  private mutating func add(_ kind: State.Kind, in parent: StateIndex?) {
    nodes.append(SmallChart.Node(name: "s\(nodes.count)", kind: kind, parent: parent))
  }

  private mutating func addCompound(in parent: StateIndex?) {
    let own = nodes.count
    add(.compound(start: [own + 1]), in: parent)
    add(.atomic, in: own)
    add(random.percent(30) ? .end : .atomic, in: own)
    if random.percent(40) {
      add(.history(depth: random.percent(50) ? .deep : .shallow, otherwise: [own + 1]), in: own)
    }
  }

  private mutating func addParallel() {
    let own = nodes.count
    add(.parallel, in: nil)
    addCompound(in: own)
    if random.percent(70) { addCompound(in: own) } else { add(.atomic, in: own) }
  }

  // MARK: Transitions

  private mutating func makeArrows() -> [SmallChart.Arrow] {
    for _ in 0..<random.number(3...6) {
      let arrow = random.percent(12) ? following() : heard()
      if let arrow, !arrows.contains(where: { overlaps($0, arrow) }) { arrows.append(arrow) }
    }
    return arrows
  }

  private var proper: [StateIndex] {
    nodes.indices.filter { index in
      switch nodes[index].kind {
      case .atomic, .compound, .parallel: true
      case .end, .history: false
      }
    }
  }

  private mutating func heard() -> SmallChart.Arrow? {
    var events = [random.number(0...eventCount - 1)]
    if random.percent(10) { events = Set(events + [random.number(0...eventCount - 1)]).sorted() }
    var arrow = SmallChart.Arrow(
      cue: .events(events), from: random.pick(proper),
      to: random.percent(10) ? [] : [random.number(0...nodes.count - 1)], isOptional: random.percent(30),
      leaves: random.percent(10))
    if events == [wordedEvent], random.percent(60) {
      arrow.condition = .word(random.number(0...1))
    } else if random.percent(20) {
      arrow.condition = place()
    }
    return arrow
  }

  /// A transition without an event, always to a later state at the top, so that the machine comes to rest.
  private mutating func following() -> SmallChart.Arrow? {
    let from = random.pick(proper)
    let later = nodes.indices.filter { nodes[$0].parent == nil && $0 > from }
    guard !later.isEmpty else { return nil }
    if case .compound = nodes[from].kind, random.percent(60) {
      return SmallChart.Arrow(cue: .completion(of: from), from: from, to: [random.pick(later)])
    }
    return SmallChart.Arrow(cue: .always, from: from, to: [random.pick(later)], condition: place())
  }

  private mutating func place() -> SmallCondition {
    let state = random.pick(proper)
    return random.percent(50) ? .isIn(state) : .isNotIn(state)
  }

  /// Whether two transitions from one state could both be taken, which a procedure may not leave to the order of lines.
  private func overlaps(_ a: SmallChart.Arrow, _ b: SmallChart.Arrow) -> Bool {
    guard a.from == b.from else { return false }
    switch (a.cue, b.cue) {
    case (.events(let some), .events(let others)):
      if Set(some).isDisjoint(with: others) { return false }
      if case .word(let one) = a.condition, case .word(let other) = b.condition { return one == other }
      return true
    case (.events, _), (_, .events): return false
    default: return true
    }
  }
}
