/// Makes state machines at random: nested, parallel, with history, conditions and actions of every kind.
struct RandomChart {
  /// What the machines may hold.
  enum Range {
    case all
    /// What the workflow language can say: one start, no choice among actions, nothing taken back, delays of hours.
    case sayable
  }

  static let events = ["a", "a.b", "a.b.c", "b", "c", "ab"]
  private static let descriptors = [
    "a", "a.*", "a.b", "b", "b.", "c", "*", "error", "error.execution", "done.state", "done", "ab",
  ]

  private var random: RandomSource
  private var count = 0
  private(set) var root = ChartState("", .scxml, in: nil, order: 0)
  private var states: [ChartState] = []
  private let range: Range

  init(seed: UInt64, range: Range = .all) {
    random = RandomSource(seed: seed)
    self.range = range
    for _ in 0..<random.number(1...3) { grow(in: root, depth: 0) }
    if random.percent(20) { add(.final, in: root) }
    states = Array(root.all.dropFirst())
    if range == .all, random.percent(40) {
      root.initial = ChartTransition(source: root, targets: targets(inside: root, mayRemember: false))
    }
    for state in states { fill(state) }
  }

  // MARK: - States

  @discardableResult private mutating func add(_ kind: ChartState.Kind, in parent: ChartState) -> ChartState {
    count += 1
    return ChartState(random.percent(10) ? "s\(count).x" : "s\(count)", kind, in: parent, order: count)
  }

  private mutating func grow(in parent: ChartState, depth: Int) {
    let isLeaf = depth >= 3 || count > 16 || random.percent(40)
    let kind: ChartState.Kind = !isLeaf && random.percent(45) ? .parallel : .state
    let state = add(kind, in: parent)
    if isLeaf { return }
    if random.percent(30) { add(.history(isDeep: random.percent(50)), in: state) }
    for _ in 0..<random.number(kind == .parallel ? 2...3 : 1...3) { grow(in: state, depth: depth + 1) }
    if kind == .state, random.percent(35) { add(.final, in: state) }
    if random.percent(15) { add(.history(isDeep: random.percent(50)), in: state) }
  }

  /// A state somewhere inside another, or several in different regions of a parallel state.
  private mutating func targets(inside outer: ChartState, mayRemember: Bool = true, isAlone: Bool = false) -> [ChartState] {
    let inside = outer.all.dropFirst().filter { mayRemember || !$0.isHistory }
    let first = random.pick(Array(inside))
    var targets = [first]
    if !isAlone, random.percent(35) {
      let beside = inside.filter { other in targets.allSatisfy { Self.areTogether($0, other) } }
      if !beside.isEmpty { targets.append(random.pick(Array(beside))) }
    }
    return targets
  }

  private static func areTogether(_ a: ChartState, _ b: ChartState) -> Bool {
    func above(_ state: ChartState) -> [ChartState] { state.parent.map { [$0] + above($0) } ?? [] }
    guard a !== b, !above(a).contains(where: { $0 === b }), !above(b).contains(where: { $0 === a }),
      let common = above(a).first(where: { outer in above(b).contains { $0 === outer } })
    else { return false }
    return common.kind == .parallel && !(a.isHistory && a.parent === common) && !(b.isHistory && b.parent === common)
  }

  // MARK: - What happens in them

  private mutating func fill(_ state: ChartState) {
    if state.isHistory, let parent = state.parent {
      var start = ChartTransition(source: state, targets: targets(inside: parent, mayRemember: false))
      let later = parent.children.filter { $0.isHistory && $0.order > state.order }
      if range == .all {
        if !later.isEmpty, random.percent(30) { start.targets = [random.pick(later)] }
        start.content = actions()
      }
      state.initial = start
      return
    }
    state.onEntry = [[.log("in \(state.identifier)")]]
    state.onExit = [[.log("out \(state.identifier)")]]
    if random.percent(20) { state.onEntry.append(actions()) }
    if random.percent(20), range == .all || state.kind != .final { state.onExit.append(actions()) }
    if state.kind == .final { return }
    if state.kind == .state, state.children.contains(where: { !$0.isHistory }), random.percent(50) {
      state.initial =
        range == .all
        ? ChartTransition(source: state, targets: targets(inside: state), content: actions())
        : ChartTransition(source: state, targets: targets(inside: state, mayRemember: false, isAlone: true))
    }
    for _ in 0..<random.number(0...3) { state.transitions.append(transition(from: state)) }
  }

  private mutating func transition(from source: ChartState) -> ChartTransition {
    count += 1
    var transition = ChartTransition(number: count, source: source)
    let isEventless = random.percent(4)
    if !isEventless {
      for _ in 0..<random.number(1...2) {
        let done = "done.state.\(random.pick(states).identifier)"
        transition.events.append(random.percent(20) ? done : random.pick(Self.descriptors))
      }
    }
    if isEventless || random.percent(25) { transition.condition = condition(depth: 0) }
    if isEventless || random.percent(85) {
      let outer = random.percent(40) && source.children.contains { !$0.isHistory } ? source : root
      transition.targets = targets(inside: outer)
    }
    transition.isInternal = random.percent(30)
    if random.percent(40) { transition.content = actions() }
    return transition
  }

  private mutating func condition(depth: Int) -> ChartCondition {
    if depth < 2, random.percent(40) {
      switch random.number(0...2) {
      case 0: return .not(condition(depth: depth + 1))
      case 1: return .and(condition(depth: depth + 1), condition(depth: depth + 1))
      default: return .or(condition(depth: depth + 1), condition(depth: depth + 1))
      }
    }
    return .isIn(random.pick(states).identifier)
  }

  private mutating func actions() -> [ChartAction] {
    (0..<random.number(0...2)).map { _ in action(depth: 0) }
  }

  private mutating func action(depth: Int) -> ChartAction {
    if range == .sayable { return sayableAction() }
    switch random.number(0...11) {
    case 0, 1: return .raise(random.pick(Self.events))
    case 4:
      let identifier = random.percent(50) ? "i\(random.number(0...1))" : nil
      return .send(random.pick(Self.events), delay: random.pick([0, 10, 20, 1500, 1500]), identifier: identifier)
    case 6: return .cancel("i\(random.number(0...1))")
    case 2 where depth < 2, 3 where depth < 2:
      return .choose(
        condition(depth: 1), then: [action(depth: depth + 1)],
        otherwise: random.percent(50) ? [action(depth: depth + 1)] : [])
    case 9 where random.percent(40): return .failingSend
    default:
      count += 1
      return .log("here \(count)")
    }
  }
  private mutating func sayableAction() -> ChartAction {
    switch random.number(0...5) {
    case 0: return .raise(random.pick(Self.events))
    case 1, 2: return .send(random.pick(Self.events), delay: random.pick([0, 1, 2, 24, 24]) * 3_600_000, identifier: nil)
    default:
      count += 1
      return .log("here \(count)")
    }
  }
}
