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
  /// Clocks that nothing has ended, overdue or not.
  let open: [Judgement]
  /// Invariants broken when observation ends.
  let broken: [Judgement]
  /// Checks that broke, invariants broken for a while, and clocks met late or not at all.
  let breaches: [Judgement]
  let departures: [Departure]

  init(_ example: Example, under procedure: Procedure, by worker: ReplayWorker) {
    self.example = example
    let replay = worker.replay(example.history(named: "example", of: procedure))
    active = Set(replay.stays.filter { $0.left == nil }.map(\.state))
    let judgements = replay.judgements
    departures = replay.departures
    // A clock whose length is known to be none is never due, so it watches nobody.
    open = judgements.filter {
      procedure.rules[$0.rule].form.isClock && $0.ending == .observationEnded && !($0.due == nil && $0.missing.isEmpty)
    }
    let untrue = judgements.filter { $0.verdict.isBreach }
    broken = untrue.filter { !procedure.rules[$0.rule].form.isClock && $0.ending == .observationEnded }
    breaches = untrue.filter { $0.ending != .observationEnded }
  }
}
