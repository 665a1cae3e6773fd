import Procedures
import Replay

/// How many judgements of each rule ended in each way.
struct VerdictTally: Sendable {
  private let names: [String]
  private var counts: [[Int]]

  init(_ procedure: Procedure) {
    names = procedure.rules.map(\.fullName)
    counts = Array(repeating: Array(repeating: 0, count: Verdict.allCases.count), count: names.count)
  }

  mutating func add(_ replay: CaseReplay) {
    for judgement in replay.judgements { counts[judgement.rule][Int(judgement.verdict.rawValue)] += 1 }
  }

  /// By the name of the rule and the word of the verdict; what never came is left out.
  var byRule: [String: [String: Int]] {
    var found: [String: [String: Int]] = [:]
    for (rule, row) in counts.enumerated() {
      for verdict in Verdict.allCases where row[Int(verdict.rawValue)] > 0 {
        found[names[rule], default: [:]][verdict.word] = row[Int(verdict.rawValue)]
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
