extension Expression {
  /// Whether nothing but the states of one workflow decides the condition.
  public func asksOnly(forStatesOf workflow: WorkflowIndex) -> Bool {
    switch self {
    case .constant(.truth): true
    case .state(let state): state.workflow == workflow
    case .not(let inner): inner.asksOnly(forStatesOf: workflow)
    case .and(let a, let b), .or(let a, let b):
      a.asksOnly(forStatesOf: workflow) && b.asksOnly(forStatesOf: workflow)
    default: false
    }
  }
}
