public import CivilTime
public import Histories
public import Procedures

/// Replays case histories under one procedure.
///
/// Making one compiles the procedure to tables; replaying many cases with it costs that once.
public struct Replayer: Sendable {
  public let procedure: Procedure

  public init(_ procedure: Procedure) {
    self.procedure = procedure
  }

  /// Replays one case.
  ///
  /// - Parameter asOf: observation ends on this day, with what had happened by then; `nil` replays the whole record.
  public func replay(_ history: CaseHistory, asOf: Day? = nil) -> CaseReplay {
    CaseReplay(caseName: history.name, findings: [], judgements: [], departures: [], stays: [])
  }
}
