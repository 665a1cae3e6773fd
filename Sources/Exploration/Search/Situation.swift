import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// Where an example leaves the child: its states, the clocks still open, and what was broken on the way.
struct Situation {
  let example: Example
  /// The states in which the child is when observation ends.
  let active: Set<StateReference>
  /// The states in which the sibling is; empty where there is none.
  let besides: Set<StateReference>
  /// Clocks that nothing has ended, overdue or not.
  let open: [Judgement]
  /// Invariants broken when observation ends.
  let broken: [Judgement]
  /// Checks that broke, invariants broken for a while, and clocks met late or not at all.
  let breaches: [Judgement]
  let departures: [Departure]
  let replay: CaseReplay
  /// Everything that the example reaches; empty where it is not asked for.
  private(set) var reached: Set<PathTarget> = []

  init(_ example: Example, under procedure: Procedure, by worker: ReplayWorker, keepingReached: Bool = false) {
    self.example = example
    replay = worker.replay(example.history(named: "example", of: procedure))
    let stays = replay.stays.filter { $0.left == nil }
    active = Set(stays.filter { $0.child == 0 }.map(\.state))
    besides = Set(stays.filter { $0.child == 1 }.map(\.state))
    // What becomes of the sibling is only the background of the example.
    let judgements = replay.judgements.filter { $0.child == 0 }
    departures = replay.departures
    // A clock whose length is known to be none is never due, so it watches nobody.
    open = judgements.filter {
      procedure.rules[$0.rule].form.isClock && $0.ending == .observationEnded && !($0.due == nil && $0.missing.isEmpty)
    }
    let untrue = judgements.filter { $0.verdict.isBreach }
    broken = untrue.filter { !procedure.rules[$0.rule].form.isClock && $0.ending == .observationEnded }
    breaches = untrue.filter { $0.ending != .observationEnded }
    if keepingReached { reached = reached(under: procedure) }
  }
}
