import Conditions
import Procedures

/// What a finding says of its rule whatever the case.
struct RuleTelling {
  let name: String
  let workflow: WorkflowIndex
  let finds: FindingKind
  /// The words that its `each` may stand for; none without.
  let words: [String]
  /// How much a breach of it weighs that is not overrun far.
  let severity: Severity
  /// Whether its limit is a figure that no source gives.
  let isOwnFigure: Bool

  init(_ rule: Rule, _ length: LimitLength?, in procedure: Procedure) {
    name = rule.fullName
    workflow = rule.workflow
    finds = rule.finds
    words = rule.each?.choice.members ?? []
    // That a child is in a state that the law does not know is grave whoever says so.
    severity = rule.finds == .unlawfulState ? .high : procedure.severity(of: rule.citation)
    isOwnFigure = length.map(procedure.isOwnFigure) ?? false
  }
}

extension Procedure {
  /// How much weighs what a source says.
  func severity(of citation: Citation) -> Severity {
    switch sources[citation.source].force {
    case .act, .regulations, .practiceDirection: .high
    case .statutoryGuidance, .practiceGuidance, .local, .review: .medium
    case .dataStandard, .ours: .low
    }
  }

  /// Whether a length is a figure that no source gives.
  fileprivate func isOwnFigure(_ length: LimitLength) -> Bool {
    guard case .parameter(let parameter) = length, let citation = parameters[parameter].citation else { return false }
    return sources[citation.source].force == .ours
  }
}
