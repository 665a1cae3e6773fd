public import CivilTime
public import Histories
public import Procedures

/// Replays case histories under one procedure.
public struct Replayer: Sendable {
  public let procedure: Procedure

  public init(_ procedure: Procedure) {
    self.procedure = procedure
  }

  /// Replays one case.
  ///
  /// For many cases make one `worker()` for each core and replay with that: it keeps what it has compiled.
  /// - Parameter asOf: observation ends on this day, with what had happened by then; `nil` replays the whole record.
  public func replay(_ history: CaseHistory, asOf: Day? = nil) -> CaseReplay {
    worker().replay(history, asOf: asOf)
  }

  /// A replayer for one thread, which compiles the procedure once.
  public func worker() -> ReplayWorker { ReplayWorker(procedure) }
}

/// Replays cases one after another on one thread.
public final class ReplayWorker {
  private let tables: ReplayTables

  init(_ procedure: Procedure) { tables = ReplayTables(procedure) }

  /// Replays one case and tells all that was found.
  public func replay(_ history: CaseHistory, asOf: Day? = nil) -> CaseReplay {
    let run = CaseRun(tables, history, asOf: asOf)
    run.run()
    return run.result()
  }
}
