import Histories
import Procedures
import Replay

/// Goes through cases on one thread for what was breached, and counts the verdicts of each rule.
///
/// The structure is `@unchecked Sendable`: the worker stays on the thread that made it.
struct BreachSearch: @unchecked Sendable {
  private let worker: ReplayWorker
  private(set) var tallies: RuleTallies
  private(set) var counts = ReplayCounts()
  private(set) var cases = 0
  private(set) var events = 0

  init(_ procedure: Procedure) {
    worker = Replayer(procedure).worker(judging: .rulesAlone)
    tallies = RuleTallies(ruleCount: procedure.rules.count)
  }

  mutating func search(_ history: CaseHistory) {
    counts.add(worker.breaches(history, addingTo: &tallies).counts)
    cases += 1
    events += history.events.count
  }
}

extension RuleTallies {
  /// By the name of the rule and the word of the verdict; what never came is left out.
  func byRule(of procedure: Procedure) -> [String: [String: Int]] {
    var found: [String: [String: Int]] = [:]
    for (rule, model) in procedure.rules.enumerated() {
      for verdict in Verdict.allCases where self[rule, verdict] > 0 {
        found[model.fullName, default: [:]][verdict.word] = self[rule, verdict]
      }
    }
    return found
  }
}

extension Verdict {
  /// As the scripts of the peers write it.
  var word: String {
    switch self {
    case .met: "met"
    case .late: "late"
    case .missed: "missed"
    case .lapsed: "lapsed"
    case .running: "running"
    case .notRecorded: "not_recorded"
    case .held: "held"
    case .broken: "broken"
    }
  }
}
