import Diagnostics

extension NameProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .unknownEvent(let name, let known):
      Diagnostic(
        .unknownHistoryEvent, "The vocabulary has no event \(quoted(name)).", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name an event of the procedure's vocabulary."))
    case .unknownAttribute(let name, let event, let known):
      Diagnostic(
        .unknownHistoryAttribute, "The event \(quoted(event)) has no attribute \(quoted(name)).", at: place,
        mend: Suggestion.mend(
          for: name, among: known,
          otherwise: known.isEmpty ? "The event has no attributes." : "The keys are \(listed(known))."))
    case .unknownChild:
      Diagnostic(
        .unknownChild, "This child is not among the history's `children`.", at: place,
        mend: "Use a name from `children`, or add the child there.")
    case .unknownReference(let name, let known):
      Diagnostic(
        .unknownEventReference, "No event of the history has the identifier \(quoted(name)).", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name the `id` of an event of this history."))
    case .unknownRole(let attribute, let known, let nearest):
      Diagnostic(
        .unknownHistoryRole, "The value of \"\(attribute)\" names no role of the vocabulary.", at: place,
        mend: nearest.map { "Did you mean \"\($0)\"?" } ?? "The roles are \(listed(known)).")
    case .unknownWorkflow(let name, let known):
      Diagnostic(
        .unknownHistoryState, "The procedure has no workflow \(quoted(name)).", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "The workflows are \(listed(known))."))
    case .unknownState(let name, let workflow, let known):
      Diagnostic(
        .unknownHistoryState, "The workflow \(quoted(workflow)) has no state \(quoted(name)).", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "The states are \(listed(known))."))
    case .ambiguousState(let name, let paths):
      Diagnostic(
        .unknownHistoryState, "The name \(quoted(name)) could be several states: \(listed(paths)).", at: place,
        mend: "Write the whole path.")
    case .historyState(let name):
      Diagnostic(
        .unknownHistoryState, "A child cannot be in \(quoted(name)), which only remembers a state.", at: place,
        mend: "Name the state itself.")
    }
  }
}
