public import Conditions
import Procedures
public import Replay

/// A rule, or all that can be found of a workflow.
public enum FindingScope: Sendable, Hashable {
  case rule(RuleIndex)
  case workflow(WorkflowIndex)
  /// Steps of a workflow that were passed over.
  case missedTransitions(of: WorkflowIndex)
  /// Events of a workflow that came out of order.
  case outOfOrder(of: WorkflowIndex)
}

extension FindingScope {
  /// The word that stands for everything of a workflow: `core_group.*`.
  static let all = "*"

  func takes(_ found: Found, in judged: JudgedCase) -> Bool {
    switch (self, found) {
    case (.rule(let rule), .judgement(let judgement, _)): judgement.rule == rule
    case (.workflow(let workflow), .judgement(let judgement, _)): judged.procedure.rules[judgement.rule].workflow == workflow
    case (.workflow(let workflow), .departure(let departure, _)): departure.workflow == workflow
    case (.missedTransitions(let workflow), .departure(let departure, _)):
      departure.workflow == workflow && departure.kind == .jumped
    case (.outOfOrder(let workflow), .departure(let departure, _)):
      departure.workflow == workflow && departure.kind == .outOfOrder
    case (.rule, .departure), (.missedTransitions, .judgement), (.outOfOrder, .judgement): false
    }
  }

  /// The scope as a file writes it.
  public func name(in judged: JudgedCase) -> String {
    switch self {
    case .rule(let rule): judged.procedure.rules[rule].fullName
    case .workflow(let workflow): "\(judged.procedure.workflows[workflow].name).\(FindingScope.all)"
    case .missedTransitions(let workflow):
      "\(judged.procedure.workflows[workflow].name).\(WorkflowBreach.missedTransition)"
    case .outOfOrder(let workflow): "\(judged.procedure.workflows[workflow].name).\(WorkflowBreach.outOfOrder)"
    }
  }
}
