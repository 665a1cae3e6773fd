/// Makes small random procedures.
struct RandomProcedureMaker {
  var random: RandomSource
  var procedure = RandomProcedure()
  /// By workflow: the names of the states that a transition or rule may name.
  var states: [[String]] = []
  static let events = ["a", "b", "c", "d", "e", "f"]

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  static func make(seed: UInt64) -> RandomProcedure {
    var maker = RandomProcedureMaker(seed: seed)
    let count = maker.random.pick([1, 1, 1, 2, 2, 3])
    for index in 0..<count { maker.addStates(of: index) }
    let rules = maker.random.number(0...6)
    for index in 0..<rules { maker.addRule(index) }
    for index in 0..<count { maker.addTransitions(of: index) }
    return maker.procedure
  }

  // MARK: States

  private var ownStates: [String] = []
  private var historyStates: [String] = []
  private var completable: [String] = []

  private mutating func addStates(of index: Int) {
    ownStates = []
    var workflow = RandomProcedure.RandomWorkflow(name: "w\(index)", states: [])
    let count = random.number(2...5)
    for number in 0..<count {
      var state = topState("s\(number)", isStart: number == 0, isLast: number == count - 1)
      if number == 0 { state.keys.append("start: true") }
      workflow.states.append(state)
    }
    if random.percent(15) { workflow.signals = ["g"] }
    procedure.workflows.append(workflow)
    states.append(ownStates)
  }

  private mutating func topState(_ name: String, isStart: Bool, isLast: Bool) -> RandomState {
    ownStates.append(name)
    if !isStart, isLast, random.percent(45) { return RandomState(name: name, keys: ["end: true"]) }
    if isStart { return RandomState(name: name) }
    switch random.number(0...99) {
    case 0..<20: return compound(name, ["a", "b", "c"].prefix(random.number(2...3)).map { name + $0 })
    case 20..<32:
      return RandomState(
        name: name, keys: ["parallel: true"],
        states: ["p", "q"].map { region in
          ownStates.append(name + region)
          return compound(name + region, [name + region + "a", name + region + "b"])
        })
    default: return RandomState(name: name)
    }
  }

  private mutating func compound(_ name: String, _ inner: [String]) -> RandomState {
    var state = RandomState(name: name, keys: ["start: \(inner[0])"])
    for (number, child) in inner.enumerated() {
      ownStates.append(child)
      let isEnd = number == inner.count - 1 && random.percent(30)
      state.states.append(RandomState(name: child, keys: isEnd ? ["end: true"] : []))
    }
    if random.percent(25) {
      let depth = random.pick(["shallow", "deep"])
      state.states.append(RandomState(name: name + "h", keys: ["history: \(depth)", "otherwise: \(inner[0])"]))
    }
    return state
  }

  // MARK: Transitions

  private mutating func addTransitions(of index: Int) {
    let workflow = procedure.workflows[index]
    let all = flatten(workflow.states)
    let sources = all.filter { state in !state.keys.contains { $0.hasPrefix("history") || $0.hasPrefix("end") } }
    var used: [String: Int] = [:]
    for state in all where state.name != "s0" && !state.keys.contains(where: { $0.hasPrefix("history") }) {
      add(from: random.pick(sources).name, to: state.name, index, &used)
    }
    for _ in 0..<random.number(0...4) {
      add(from: random.pick(sources).name, to: random.pick(all).name, index, &used)
    }
    if random.percent(15) { addSpecial(index, all, sources) }
    if !workflow.signals.isEmpty { addSignals(index, all, sources) }
  }

  private func flatten(_ states: [RandomState]) -> [RandomState] { states.flatMap { [$0] + flatten($0.states) } }

  private mutating func add(from: String, to: String, _ index: Int, _ used: inout [String: Int]) {
    let event = random.pick(Self.events)
    let already = used[from + event, default: 0]
    var keys = ["on: \(event)", "from: \(from)"]
    if !random.percent(6) { keys.append("to: \(to)") }
    // Two on one event from one state must exclude one another.
    if already > 0 || (["a", "d"].contains(event) && random.percent(30)) {
      guard ["a", "d"].contains(event), already < 3 else { return }
      keys.append("when: 'this.kind = \"\(["x", "y", "z"][already])\"'")
      used[from + event] = already + 1
    } else {
      if random.percent(25) { keys.append("when: '\(condition(on: event, in: index, at: .event))'") }
      used[from + event] = 3
    }
    if random.percent(20) { keys.append("optional: true") }
    if random.percent(12) { keys.append("leaves: true") }
    if !procedure.workflows[index].signals.isEmpty, random.percent(25) { keys.append("do: [{raise: g}]") }
    procedure.workflows[index].transitions.append("{\(keys.joined(separator: ", "))}")
  }

  /// A transition on completion, or one that is taken by itself.
  ///
  /// A completion leads to no end or history of the same state, and what is taken by itself to a later state, so that
  /// every machine comes to rest.
  private mutating func addSpecial(_ index: Int, _ all: [RandomState], _ sources: [RandomState]) {
    if let whole = all.first(where: { state in state.states.contains { $0.keys.contains("end: true") } }), random.percent(70) {
      let inside = flatten(whole.states).filter { state in state.keys.contains { $0.hasPrefix("end") || $0.hasPrefix("history") }
      }
      let to = random.pick(all.filter { state in !inside.contains { $0.name == state.name } })
      procedure.workflows[index].transitions.append("{completed: \(whole.name), from: \(whole.name), to: \(to.name)}")
    } else {
      let tops = procedure.workflows[index].states
      let place = random.number(0...tops.count - 1)
      let from = random.pick(flatten([tops[place]])).name
      let later = flatten(Array(tops[(place + 1)...])).map(\.name)
      guard !later.isEmpty, sources.contains(where: { $0.name == from }) else { return }
      procedure.workflows[index].transitions.append(
        "{from: \(from), to: \(random.pick(later)), when: '\(general(in: index, at: .always))'}"
      )
    }
  }

  /// A transition on the workflow's own signal, and a top state that raises or sends it: never one that the transition
  /// touches, so that every machine comes to rest.
  private mutating func addSignals(_ index: Int, _ all: [RandomState], _ sources: [RandomState]) {
    let (from, to) = (random.pick(sources).name, random.pick(all).name)
    procedure.workflows[index].transitions.append("{signal: g, from: \(from), to: \(to)}")
    let place = random.number(0...procedure.workflows[index].states.count - 1)
    let state = procedure.workflows[index].states[place]
    let isTouched = flatten([state]).contains { $0.name == from || $0.name == to }
    if state.keys.contains("end: true") || isTouched { return }
    let action = random.pick(["{raise: g}", "{send: g, after: \(random.pick(["10 days", "5 working days", "1 month"]))}"])
    procedure.workflows[index].states[place].keys.append("\(random.pick(["on entry", "on exit"])): [\(action)]")
  }
}
