import Diagnostics

extension ProcedureDraft {
  /// Puts what a profile says in the place of what the procedure says.
  mutating func apply(_ node: PlacedNode) {
    if let extends = node[.extends], let base = extends.scalar, place != nil, base != name {
      diagnostics.append(
        Diagnostic(
          .profileExtendsUnknown, "The profile extends \"\(base)\", and the procedure is \"\(name)\".", at: extends.place,
          mend: "Write \"extends: \(name)\", or read it with the procedure it is for."))
    }
    profile = node.text(.profile)
    sources.add(node.entries(.sources), called: "source", isFromProfile: true, into: &diagnostics)
    for entry in node.entries(.parameters) { replaceParameter(entry) }
    for entry in node.entries(.rules) { replaceRule(entry) }
    for entry in node.entries(.transitions) { replaceTransition(entry) }
  }

  private mutating func replaceParameter(_ entry: PlacedNode.Entry) {
    if let index = parameters.firstIndex(where: { $0.name == entry.key }) {
      parameters[index] = Declaration(entry, isFromProfile: true, replaced: parameters[index].node)
    } else {
      parameters.append(Declaration(entry, isFromProfile: true))
    }
  }

  private mutating func replaceRule(_ entry: PlacedNode.Entry) {
    guard let (workflow, name) = target(of: entry, called: "rule") else { return }
    let index = rules.firstIndex { $0.workflow == workflow && $0.declaration.name == name }
    if entry.value.scalar == "off" {
      guard let index else {
        return tellNothing(entry, called: "rule", among: rules.map(fullName))
      }
      rulesTurnedOff.insert(entry.key)
      rules.remove(at: index)
      return
    }
    let named = PlacedNode.Entry(key: name, keyPlace: entry.keyPlace, value: entry.value)
    let rule = RuleDraft(workflow: workflow, declaration: Declaration(named, isFromProfile: true))
    if let index { rules[index] = rule } else { rules.append(rule) }
  }

  private mutating func replaceTransition(_ entry: PlacedNode.Entry) {
    guard let (workflow, name) = target(of: entry, called: "transition") else { return }
    let transitions = workflows[workflow].transitions
    let index = transitions.firstIndex { $0.name == name }
    let known = transitions.compactMap(\.name).map { "\(workflows[workflow].name).\($0)" }
    if entry.value.scalar == "off" {
      guard let index else { return tellNothing(entry, called: "transition", among: known) }
      workflows[workflow].transitions.remove(at: index)
    } else if let index {
      workflows[workflow].transitions[index] = TransitionDraft(name: name, node: entry.value)
    } else {
      diagnostics.append(
        Diagnostic(
          .unknownTransition, "No transition is named \"\(entry.key)\", so none is replaced.", at: entry.keyPlace,
          mend: Suggestion.mend(for: entry.key, among: known, otherwise: "Give the transition a \"name:\" in its workflow.")))
    }
  }

  /// The workflow and the name that `workflow.name` speaks of.
  private mutating func target(of entry: PlacedNode.Entry, called noun: String) -> (workflow: Int, name: String)? {
    let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      if !parts.contains("") {
        diagnostics.append(
          Diagnostic(
            .badName, "A profile names a \(noun) by workflow.\(noun), and this is \"\(entry.key)\".", at: entry.keyPlace,
            mend: "Write the name of its workflow and a dot before it."))
      }
      return nil
    }
    guard let workflow = workflows.firstIndex(where: { $0.name == parts[0] }) else {
      diagnostics.append(
        Diagnostic(
          .unknownWorkflow, "There is no workflow \"\(parts[0])\".", at: entry.keyPlace,
          mend: Suggestion.mend(for: parts[0], among: workflows.map(\.name))))
      return nil
    }
    return (workflow, parts[1])
  }

  private mutating func tellNothing(_ entry: PlacedNode.Entry, called noun: String, among known: [String]) {
    diagnostics.append(
      Diagnostic(
        .profileNothingToTurnOff, "There is no \(noun) \"\(entry.key)\" to turn off.", at: entry.keyPlace,
        mend: Suggestion.mend(for: entry.key, among: known, otherwise: "Write one that the procedure has, or delete it.")))
  }
}
