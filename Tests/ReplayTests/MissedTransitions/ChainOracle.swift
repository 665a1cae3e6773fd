import CivilTime
import Conditions
import Procedures
import Replay

/// Steps that the record does not show, one after another.
struct Chain {
  var transitions: [Int] = []
  var steps: [ReferenceStep] = []
  /// How many of the transitions the procedure requires.
  var required = 0
  var end: ReferenceConfiguration
}

/// The answer that `Replay.docc` promises for every sequence of events on a small chart, found by trying everything.
///
/// Where no transition is enabled for an event, every chain of unrecorded steps is written out that never comes twice to one
/// configuration: leaving out a loop leaves a chain to the same place that costs no more and is shorter. Of those after
/// which the event may be followed, the one that the rules of preference put first explains the event. Only what one step
/// does is asked of the reference interpreter; no search of it or of the replay is used.
final class ChainOracle {
  let small: SmallChart
  private let chart: ReferenceChart
  private let alphabet: [ToldEvent]
  /// Every chain from a configuration, once they were written out.
  private var written: [ReferenceConfiguration: [Chain]] = [:]

  init(_ small: SmallChart) {
    self.small = small
    alphabet = small.alphabet
    chart = ReferenceChart(index: 0, workflow: small.workflow)
  }

  /// What is promised of every sequence of the length, in the order of their events in the alphabet.
  func records(ofLength length: Int) -> [(sequence: [ToldEvent], record: ToldRecord)] {
    var found: [(sequence: [ToldEvent], record: ToldRecord)] = []
    extend([], OracleMachine(beginning: chart.begin(guards(word: nil))), to: length, &found)
    return found
  }

  private func extend(
    _ sequence: [ToldEvent], _ machine: OracleMachine, to length: Int,
    _ found: inout [(sequence: [ToldEvent], record: ToldRecord)]
  ) {
    if sequence.count == length {
      found.append((sequence, machine.record))
      return
    }
    for told in alphabet {
      var next = machine
      follow(told, number: sequence.count, &next)
      extend(sequence + [told], next, to: length, &found)
    }
  }

  // MARK: One event

  private func follow(_ told: ToldEvent, number: Int, _ machine: inout OracleMachine) {
    if !machine.configuration.isFinished {
      switch answer(to: told, in: machine.configuration) {
      case .taken(let step, let isCertain): return machine.take(step, with: number, isCertain: isCertain)
      case .undecided: return machine.depart(.undecided, at: number)
      case .refused: return explain(told, number, from: nil, &machine)
      }
    }
    // After the end, the event begins the next episode if its start would accept it.
    let start = chart.begin(guards(word: told.word))
    switch answer(to: told, in: start.configuration) {
    case .taken(let step, let isCertain):
      machine.beginAgain(start, at: number, since: nil)
      machine.take(step, with: number, isCertain: isCertain)
    case .undecided: machine.depart(.undecided, at: number)
    case .refused: explain(told, number, from: start, &machine)
    }
  }

  /// No transition is enabled: the event is explained by the steps that must have been passed over, or it is out of order.
  ///
  /// - Parameter start: entering the start of the next episode, where the steps belong to that.
  private func explain(_ told: ToldEvent, _ number: Int, from start: ReferenceStep?, _ machine: inout OracleMachine) {
    let configuration = machine.configuration
    guard let chain = cheapest(before: told, from: start?.configuration ?? configuration) else {
      // An event that leads nowhere from anywhere has no place in the order of steps.
      if leadsSomewhere(told.event) { machine.depart(.outOfOrder, at: number) }
      return
    }
    guard case .taken(let step, let isCertain) = answer(to: told, in: chain.end) else {
      return machine.depart(.undecided, at: number)
    }
    if let start { machine.beginAgain(start, at: number, since: machine.lastEvent ?? 0) }
    let jumped = chain.transitions.filter { !small.arrows[$0].isOptional }
    if !jumped.isEmpty {
      let shown = jumped.filter(isShownNotDone)
      let mayHaveComeOtherwise =
        !shown.isEmpty
        && fitting(told, from: start?.configuration ?? configuration).contains { !$0.transitions.contains(where: isShownNotDone) }
      machine.jump(jumped, at: number, shownNotDone: shown, isCertain: isCertain && !mayHaveComeOtherwise)
    }
    machine.passOver(chain.steps, at: number)
    machine.take(step, with: number, isCertain: isCertain)
  }

  private func leadsSomewhere(_ event: EventIndex) -> Bool {
    small.arrows.contains { !$0.to.isEmpty && $0.hears(event) }
  }

  /// Whether the record is complete for every event that takes the transition.
  private func isShownNotDone(_ transition: Int) -> Bool {
    small.arrows[transition].cue == .events([ToldSequences.completeEvent])
  }

  // MARK: Chains

  /// Fewest steps that are not required, then fewest that are, then document order.
  private func cheapest(before told: ToldEvent, from start: ReferenceConfiguration) -> Chain? {
    fitting(told, from: start).min { a, b in
      let (freely, otherFreely) = (a.transitions.count - a.required, b.transitions.count - b.required)
      if freely != otherFreely { return freely < otherFreely }
      if a.required != b.required { return a.required < b.required }
      return a.transitions.lexicographicallyPrecedes(b.transitions)
    }
  }

  /// The chains after which an event may be followed.
  private func fitting(_ told: ToldEvent, from start: ReferenceConfiguration) -> [Chain] {
    chains(from: start).filter { chain in
      if case .refused = answer(to: told, in: chain.end) { false } else { true }
    }
  }

  private func chains(from start: ReferenceConfiguration) -> [Chain] {
    if let known = written[start] { return known }
    var chains: [Chain] = []
    writeOut(Chain(end: start), [start], &chains)
    written[start] = chains
    return chains
  }

  /// Adds every chain that goes on from one without coming again to where it has been.
  private func writeOut(_ chain: Chain, _ visited: Set<ReferenceConfiguration>, _ chains: inout [Chain]) {
    if chain.end.isFinished { return }
    for (index, arrow) in small.arrows.enumerated() {
      guard case .events = arrow.cue, !arrow.to.isEmpty, chain.end.active.contains(arrow.from),
        truth(of: arrow.condition, word: nil, chain.end.active) != .no
      else { continue }
      let step = chart.take([index], from: chain.end) { [self] transition, active in
        truth(of: small.arrows[transition].condition, word: nil, active) == .no ? .no : .yes
      }
      if visited.contains(step.configuration) { continue }
      let longer = Chain(
        transitions: chain.transitions + [index], steps: chain.steps + [step],
        required: chain.required + (arrow.isOptional ? 0 : 1), end: step.configuration)
      chains.append(longer)
      writeOut(longer, visited.union([step.configuration]), &chains)
    }
  }

  // MARK: One step

  private func answer(to told: ToldEvent, in configuration: ReferenceConfiguration) -> ReferenceChart.Answer {
    chart.offer(told.event, to: configuration, guards(word: told.word))
  }

  private func guards(word: Int?) -> ReferenceChart.Guard {
    { [self] transition, active in truth(of: small.arrows[transition].condition, word: word, active) }
  }

  private func truth(of condition: SmallCondition, word: Int?, _ active: Set<StateIndex>) -> Truth {
    switch condition {
    case .none: .yes
    case .word(let asked): word.map { Truth($0 == asked) } ?? .unknown
    case .isIn(let state): Truth(active.contains(state))
    case .isNotIn(let state): Truth(!active.contains(state))
    }
  }
}

extension SmallChart.Arrow {
  func hears(_ event: EventIndex) -> Bool { if case .events(let events) = cue { events.contains(event) } else { false } }
}
