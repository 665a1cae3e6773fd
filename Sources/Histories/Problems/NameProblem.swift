/// A name in a history that stands for nothing.
enum NameProblem: HistoryProblem {
  case unknownEvent(String, known: [String])
  case unknownAttribute(String, event: String, known: [String])
  case unknownChild
  case unknownReference(String, known: [String])
  case unknownRole(attribute: String, known: [String], nearest: String?)
  case unknownWorkflow(String, known: [String])
  case unknownState(String, workflow: String, known: [String])
  case ambiguousState(String, paths: [String])
  case historyState(String)
}
