public import Histories
public import Procedures

/// A case as one procedure, with its profile, judged it.
public struct JudgedCase: Sendable {
  public let procedure: Procedure
  public let history: CaseHistory
  public let replay: CaseReplay

  public init(procedure: Procedure, history: CaseHistory, replay: CaseReplay) {
    self.procedure = procedure
    self.history = history
    self.replay = replay
  }
}
