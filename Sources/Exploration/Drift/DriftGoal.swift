import Conditions
import Procedures
import Replay

/// To rest in certain states while no clock of certain rules is open and no invariant is broken.
struct DriftGoal: Goal {
  let states: [StateReference]
  /// The rules whose clocks keep a stay from being a drift hole.
  let clocks: Set<RuleIndex>
  private let nearness: Nearness

  init(_ states: [StateReference], clocks: Set<RuleIndex>, maps: [WorkflowMap]) {
    self.states = states
    self.clocks = clocks
    nearness = Nearness(maps: maps)
  }

  /// Whether nothing but broken invariants keeps a situation from the goal.
  func isBrokenOnly(_ situation: Situation) -> Bool {
    states.allSatisfy(situation.active.contains) && !situation.open.contains { clocks.contains($0.rule) }
      && !situation.broken.isEmpty
  }

  func distance(of situation: Situation, by explorer: Explorer) -> Int {
    let distance = states.reduce(0) { $0 + nearness.steps(to: $1, from: situation.active) }
    let open = situation.open.count { clocks.contains($0.rule) }
    return distance * 2 + open + situation.broken.count
  }

  func moves(in situation: Situation, by explorer: Explorer) -> [Move] {
    let end = situation.example.events.count
    let plain = explorer.moves(in: situation)
    let missing = states.filter { !situation.active.contains($0) }
    let watching = situation.open.filter { clocks.contains($0.rule) }
    let closing = watching.flatMap {
      explorer.moves(in: situation, for: $0).closing(explorer.procedure.rules[$0.rule])
    }
    return (missing.flatMap { plain.toward($0) } + closing).map { .insert($0, at: end) }
      + watching.flatMap { restatements(of: $0, in: situation, by: explorer) }
  }

  /// The event that opened a clock, stated so that it opens none.
  private func restatements(of clock: Judgement, in situation: Situation, by explorer: Explorer) -> [Move] {
    guard let event = clock.openingEvent else { return [] }
    return explorer.moves(in: situation, before: event).restated(
      situation.example.events[event], notOpening: explorer.procedure.rules[clock.rule]
    ).map { .replace($0, at: event) }
  }
}
