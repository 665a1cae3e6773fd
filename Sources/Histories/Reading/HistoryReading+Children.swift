import Conditions
import Diagnostics
import Procedures

extension HistoryReading {
  private static let childKeys = ["known", "born", "until", "starts in"]
  private static let mostChildren = 64

  /// The names under `children`, so that entries may speak of them.
  mutating func nameChildren(_ node: PlacedNode?, of root: PlacedNode) {
    guard let node else { return report(ShapeProblem.missingKey("children", of: "A history"), at: root.place) }
    guard let entries = entries(of: node, as: "`children`") else { return }
    if entries.isEmpty { report(ShapeProblem.noChildren, at: node.place) }
    if entries.count > Self.mostChildren { report(ShapeProblem.tooManyChildren, at: node.place) }
    for entry in entries.prefix(Self.mostChildren) {
      if !WhenParser.isName(entry.key) || entry.key == "world" {
        report(ShapeProblem.badName(what: "A child's name"), at: entry.keyPlace)
      }
      children.append(entry.key)
      childPlaces.append(entry.keyPlace)
    }
  }

  /// What is said of each child.
  mutating func childRecords(_ node: PlacedNode?) -> [ChildRecord] {
    let entries = node?.entries ?? []
    return entries.prefix(Self.mostChildren).compactMap { entry in
      guard let own = self.entries(of: entry.value, as: "What is said of a child") else { return nil }
      checkKeys(of: own, known: Self.childKeys)
      return ChildRecord(
        name: entry.key, known: entry.value["known"].flatMap { moment(of: $0, key: "known") },
        born: entry.value["born"].flatMap { moment(of: $0, key: "born") },
        until: entry.value["until"].flatMap { moment(of: $0, key: "until") },
        startsIn: entry.value["starts in"].map { startingStates($0) } ?? [])
    }
  }

  private mutating func startingStates(_ node: PlacedNode) -> [StateReference] {
    guard let entries = entries(of: node, as: "`starts in`") else { return [] }
    var states: [StateReference] = []
    for entry in entries {
      guard let workflow = procedure.workflows.firstIndex(where: { $0.name == entry.key }) else {
        let known = procedure.workflows.map(\.name)
        report(NameProblem.unknownWorkflow(entry.key, known: known), at: entry.keyPlace)
        continue
      }
      for item in entry.value.list ?? [entry.value] {
        guard let state = startingState(item, of: procedure.workflows[workflow]) else { continue }
        states.append(StateReference(workflow: workflow, state: state))
      }
    }
    return states
  }

  /// A state by its path, or by the end of its path where that is only one state's.
  private mutating func startingState(_ node: PlacedNode, of workflow: Workflow) -> StateIndex? {
    guard let name = text(of: node, as: "A state in `starts in`") else { return nil }
    let whole = workflow.states.indices.filter { workflow.states[$0].path == name }
    let ends = workflow.states.indices.filter { workflow.states[$0].path.hasSuffix("." + name) }
    let found = whole.isEmpty ? ends : whole
    guard let state = found.first else {
      let known = workflow.states.map(\.path)
      report(NameProblem.unknownState(name, workflow: workflow.name, known: known), at: node.place)
      return nil
    }
    guard found.count == 1 else {
      report(NameProblem.ambiguousState(name, paths: found.map { workflow.states[$0].path }), at: node.place)
      return nil
    }
    if case .history = workflow.states[state].kind {
      report(NameProblem.historyState(name), at: node.place)
      return nil
    }
    return state
  }
}
