import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

extension ExpectationReading {
  /// `workflow.rule`, `workflow.*`, `workflow.missed_transition` or `workflow.out_of_order`.
  mutating func scope(_ node: PlacedNode) -> FindingScope? {
    guard let name = node.scalar else { return nil }
    let procedure = judged.procedure
    if let rule = procedure.rules.firstIndex(where: { $0.fullName == name }) { return .rule(rule) }
    for (index, workflow) in procedure.workflows.enumerated() where name.hasPrefix("\(workflow.name).") {
      switch name.dropFirst(workflow.name.count + 1) {
      case FindingScope.all: return .workflow(index)
      case WorkflowBreach.missedTransition: return .missedTransitions(of: index)
      case WorkflowBreach.outOfOrder: return .outOfOrder(of: index)
      default: break
      }
    }
    let known = procedure.rules.map(\.fullName) + procedure.workflows.map { "\($0.name).\(FindingScope.all)" }
    report(.unknownRule(name, known: known), at: node.place)
    return nil
  }

  mutating func workflow(_ node: PlacedNode) -> WorkflowIndex? {
    guard let name = node.scalar else { return nil }
    let known = judged.procedure.workflows.map(\.name)
    if let index = known.firstIndex(of: name) { return index }
    report(.unknownWorkflow(name, known: known), at: node.place)
    return nil
  }

  mutating func state(_ node: PlacedNode) -> StateReference? {
    guard let name = node.scalar else { return nil }
    var known: [String] = []
    for (index, workflow) in judged.procedure.workflows.enumerated() {
      for (number, state) in workflow.states.enumerated() {
        let full = "\(workflow.name).\(state.path)"
        if full == name { return StateReference(workflow: index, state: number) }
        known.append(full)
      }
    }
    report(.unknownState(name, known: known), at: node.place)
    return nil
  }

  mutating func event(_ node: PlacedNode) -> Int? {
    guard let name = node.scalar else { return nil }
    let known = judged.history.events.map(\.identifier)
    if let index = known.firstIndex(of: name) { return index }
    report(.unknownEvent(name, known: known), at: node.place)
    return nil
  }

  func span(_ text: String) -> Span? { Span(text: text) }
}
