public import CivilTime
import Conditions
public import Procedures
import Replay

/// Looks for examples under one procedure: made-up cases that are replayed to see what they come to.
///
/// What it finds is certain, for the replay says it. That it finds nothing proves nothing.
public final class Explorer {
  public let procedure: Procedure
  /// The day before the first event of every example.
  public let start: Day
  let planner: EventPlanner
  let maps: [WorkflowMap]
  /// By workflow: the rules whose clocks are about it.
  let clocksAbout: [[RuleIndex]]
  private let worker: ReplayWorker
  /// How many examples were replayed.
  public private(set) var replays = 0

  /// - Parameter start: the day before the first event; `nil` is the first Monday on which the newest version of every rule
  ///   and parameter applies.
  public init(_ procedure: Procedure, start: Day? = nil) {
    self.procedure = procedure
    self.start = start ?? procedure.newestDay
    planner = EventPlanner(procedure)
    maps = procedure.workflows.map(WorkflowMap.init)
    clocksAbout = procedure.workflows.indices.map(procedure.clocks)
    worker = Replayer(procedure).worker()
  }

  func situation(_ example: Example, keepingReached: Bool = false) -> Situation {
    replays += 1
    return Situation(example, under: procedure, by: worker, keepingReached: keepingReached)
  }

  /// What may be planned before the event of that number, or after the last.
  func moves(in situation: Situation, before index: Int? = nil, for clock: Judgement? = nil) -> Moves {
    Moves(
      planner: planner, maps: maps,
      surroundings: PlanningContext(
        situation, before: index ?? situation.example.events.count, for: clock, of: procedure))
  }
}

extension Procedure {
  /// The first Monday on which the newest version of every rule and parameter applies.
  public var newestDay: Day {
    let parameterDates = parameters.flatMap(\.values).compactMap(\.from)
    let newest = (parameterDates + rules.compactMap(\.inForce.from)).max() ?? Day(year: 2020, month: 1, day: 1)
    var day = newest ?? Day(number: 0)
    while day.weekday != .monday { day = day.adding(days: 1) }
    return day
  }
}
