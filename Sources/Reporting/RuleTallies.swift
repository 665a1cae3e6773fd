import Conditions
import Histories
import Procedures
import Replay

/// How the judgements of a case fall to its rules.
struct RuleTallies {
  private let tallies: [Tally]
  /// The deadlines and cadences that had something to judge, in the order of the procedure.
  let clocks: [RuleIndex]
  /// The checks and invariants that had something to judge.
  let conditions: [RuleIndex]
  /// The rules that had nothing to judge.
  let unused: [RuleIndex]

  init(_ reported: ReportedCase, _ selection: FindingSelection) {
    var tallies = Array(repeating: Tally(), count: reported.procedure.rules.count)
    for judgement in reported.judgements(selection) { tallies[judgement.rule].count(judgement.verdict) }
    self.init(reported.procedure, tallies, selection)
  }

  /// - Parameter tallies: one for each rule of the procedure.
  init(_ procedure: Procedure, _ tallies: [Tally], _ selection: FindingSelection) {
    let rules = procedure.rules
    let chosen = rules.indices.filter { selection.takes(workflow: procedure.workflows[rules[$0].workflow].name) }
    let used = chosen.filter { tallies[$0].total > 0 }
    self.tallies = tallies
    clocks = used.filter { rules[$0].form.isClock }
    conditions = used.filter { !rules[$0].form.isClock }
    unused = chosen.filter { tallies[$0].total == 0 }
  }

  /// How many rules were asked about.
  var all: Int { clocks.count + conditions.count + unused.count }

  subscript(rule: RuleIndex) -> Tally { tallies[rule] }
}

extension RuleForm {
  /// The form as it is called in a report.
  var inWords: String {
    switch self {
    case .deadline: "deadline"
    case .cadence: "cadence"
    case .check: "check"
    case .invariant: "standing condition"
    }
  }
}

extension Tally {
  mutating func add(_ other: Tally) {
    for verdict in Verdict.allCases {
      count(verdict, times: other[verdict])
    }
  }
}
