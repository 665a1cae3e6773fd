import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// A second replay, slow and obvious, written from the description of what a replay means and not from the fast one.
///
/// Nothing is compiled, numbered or remembered: states are sets, every verdict walks every dating day by day, and every
/// condition is evaluated anew each time.
struct ReferenceInterpreter {
  let procedure: Procedure

  init(_ procedure: Procedure) { self.procedure = procedure }

  func replay(_ history: CaseHistory, asOf: Day? = nil) -> ReferenceResult {
    let run = ReferenceRun(procedure, history, asOf: asOf)
    run.run()
    return run.result()
  }
}

/// What a replay says, as far as two replays are compared.
struct ReferenceResult {
  var judgements: [Judgement]
  var departures: [Departure]
  var stays: [Stay]
  var transitions: [TakenTransition]
}

/// One machine of one child.
struct ReferenceMachine {
  var configuration: ReferenceConfiguration
  var episode = 1
  /// How many events of the child had been followed when the episode began.
  var episodeStart = 0
  var episodeTime: ReferenceTime?
  /// The last event that moved it.
  var lastEvent: Int?
  /// Whether the way here hangs on something not recorded.
  var isUncertain = false
  var isUntouched = true
}

/// Where one child stands.
struct ReferenceChild {
  let known: ReferenceTime
  var machines: [ReferenceMachine]
  var isJudged = false
  var hasEnded = false
  /// The events followed so far, in working order.
  var followed: [Int] = []
  var stretches: [ReferenceStretchKey: ReferenceStretch] = [:]
  /// The cadences whose `while` held after the last step.
  var during: Set<RuleIndex> = []
}

/// What happened in a moment, to say what began or ended a stretch.
struct ReferenceCause {
  let child: Int?
  let time: ReferenceTime
  let event: Int?
}
