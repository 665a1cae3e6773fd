public import Conditions

extension Procedure {
  /// The shortest name by which a condition can ask for a state: `placement.family_arrangement`.
  public func name(of reference: StateReference) -> String {
    let workflow = workflows[reference.workflow]
    let parts = workflow.states[reference.state].path.split(separator: ".")
    for count in 1...parts.count {
      let ending = parts.suffix(count).joined(separator: ".")
      let fitting = workflow.states.filter { $0.path == ending || $0.path.hasSuffix("." + ending) }
      if fitting.count == 1 { return "\(workflow.name).\(ending)" }
    }
    return "\(workflow.name).\(workflow.states[reference.state].path)"
  }
}
