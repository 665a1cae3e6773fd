import Conditions
import Procedures

/// A step as a sequence flow of BPMN, which may not lead through the edge of a sub-process.
///
/// Both ends are those states beside one another in or as which the step's own stand: where the step leaves a state further
/// inside, or leads to one, its words say so.
struct BPMNFlow: Hashable {
  let from: StateIndex
  let to: StateIndex
  let isOptional: Bool
  var labels: [String]

  /// The flows of a workflow in the order of its steps.
  static func flows(of drawn: DrawnWorkflow) -> [BPMNFlow] {
    drawn.steps.flatMap { step in step.to.flatMap { target in flows(of: step, to: target, drawn) } }
      .reduce(into: []) { flows, flow in
        let alike = flows.firstIndex { $0.from == flow.from && $0.to == flow.to && $0.isOptional == flow.isOptional }
        guard let alike else { return flows.append(flow) }
        for label in flow.labels where !flows[alike].labels.contains(label) { flows[alike].labels.append(label) }
      }
  }

  private static func flows(of step: DrawnStep, to target: StateIndex, _ drawn: DrawnWorkflow) -> [BPMNFlow] {
    let (states, nesting) = (drawn.workflow.states, StateNesting(of: drawn.workflow))
    // What leads from a state into itself leads from each state in it.
    let sources =
      nesting.isInside(target, step.from)
      ? states[step.from].children.filter { states[$0].kind != .end && !states[$0].isHistory && !nesting.isInside(target, $0) }
      : [step.from]
    return sources.map { source in
      let (from, to) = lifted(source, target, nesting)
      let place = from == source ? "" : " (in \(drawn.boxes[source].title))"
      let goal = to == target || to == from ? "" : " (to \(drawn.boxes[target].title))"
      return BPMNFlow(from: from, to: to, isOptional: step.isOptional, labels: step.labels.map { $0 + place + goal })
    }
  }

  /// The two states beside one another that hold these, or the outer one twice where one is in the other.
  private static func lifted(_ from: StateIndex, _ to: StateIndex, _ nesting: StateNesting) -> (StateIndex, StateIndex) {
    let (out, into) = (([from] + nesting.around(from)), ([to] + nesting.around(to)))
    if let shared = out.first(where: into.contains) {
      let (below, above) = (out.prefix { $0 != shared }, into.prefix { $0 != shared })
      return (below.last ?? shared, above.last ?? below.last.map { _ in shared } ?? shared)
    }
    return (out.last ?? from, into.last ?? to)
  }
}
