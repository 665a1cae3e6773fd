import Diagnostics

extension Checker {
  func childFact(_ name: String) -> (fact: ChildFact, type: ConditionType)? {
    switch name {
    case "born": (.born, .date)
    case "known": (.known, .date)
    case "unborn": (.unborn, .truth)
    default: nil
    }
  }

  /// `child.born`, `child.known`.
  mutating func ownChild(_ path: [Syntax.Name]) -> Typed? {
    guard path.count > 1 else {
      report(.incompleteName("child", mend: "Write child.born or child.known."), at: path[0])
      return nil
    }
    guard let (fact, type) = childFact(path[1].text) else {
      let mend = Suggestion.mend(for: path[1].text, among: ["born", "known", "unborn"])
      report(.unknownMember(path[1].text, of: "the child", mend: mend ?? "Write a state by its own name."), at: path[1])
      return nil
    }
    return follow(Typed(expression: .fact(fact), type: type), path[2...], owner: nil)
  }

  /// `s.born`, `s.workflow.state` of a sibling.
  mutating func ofChild(_ child: Expression, _ members: ArraySlice<Syntax.Name>) -> Typed? {
    guard let first = members.first else { return nil }
    if let (fact, type) = childFact(first.text) {
      let typed = Typed(expression: .factOfChild(fact, child: child), type: type)
      return follow(typed, members.dropFirst(), owner: nil)
    }
    guard let workflow = scope.workflows.firstIndex(where: { $0.name == first.text }) else {
      let known = scope.workflows.map(\.name) + ["born", "known", "unborn"]
      report(.unknownMember(first.text, of: "a child", mend: Suggestion.mend(for: first.text, among: known)), at: first)
      return nil
    }
    let rest = members.dropFirst()
    guard let next = rest.first else {
      report(.incompleteName(first.text, mend: "Write the state behind it: \(first.text).STATE."), at: first)
      return nil
    }
    let path = rest.map(\.text)
    let states = states(path, in: workflow)
    guard states.count == 1, let state = states.first else {
      reportStates(states, path: rest, workflow: first.text, at: next)
      return nil
    }
    references.states.insert(state)
    return Typed(expression: .stateOfChild(state, child: child), type: .truth)
  }

  private mutating func reportStates(
    _ states: [StateReference], path: ArraySlice<Syntax.Name>, workflow: String, at first: Syntax.Name
  ) {
    let written = path.map(\.text).joined(separator: ".")
    let end = path.last?.end ?? first.end
    guard states.isEmpty else {
      let meanings = states.map { "the state \(fullName($0))" }
      report(
        .ambiguousName(written, meanings: meanings, mend: "Write more of its path."), from: first.start, to: end)
      return
    }
    let known = scope.workflows.first { $0.name == workflow }?.states ?? []
    let mend = Suggestion.mend(for: written, among: known.flatMap { [$0, lastComponent($0)] })
    report(.unknownMember(written, of: "the workflow \"\(workflow)\"", mend: mend), from: first.start, to: end)
  }
}
