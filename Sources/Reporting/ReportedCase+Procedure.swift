import CivilTime
import Histories
import Procedures
import Replay

extension ReportedCase {
  /// A procedure with no case under it, so that its rules can be told in the words that reports use.
  convenience init(rulesOf procedure: Procedure, origin: ProcedureOrigin = .builtIn) {
    let history = CaseHistory(
      name: "", title: "", procedure: procedure.name, profile: procedure.profile, children: [], events: [],
      attributes: [], completeness: [], observedUntil: 0, times: CaseTimes(exact: [Day(number: 0)]))
    self.init(
      procedure: procedure, history: history, words: HistoryWords(),
      replay: CaseReplay(caseName: "", findings: [], judgements: [], departures: [], stays: []), origin: origin)
  }
}
