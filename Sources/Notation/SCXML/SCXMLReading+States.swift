import Conditions
import Diagnostics
import Procedures

extension SCXMLReading {
  /// All states in document order.
  mutating func states() -> [State] {
    var paths: [String] = []
    return tree.branches.indices.map { index in
      let branch = tree.branches[index]
      let (kind, onStart) = kind(of: index)
      let name = addedName(of: branch.element) ?? branch.identifier
      // A file written by Plumbline keeps the paths of its workflow; in any other an id stands for itself.
      let isOwn = root.added("signals") != nil
      paths.append(isOwn ? (branch.parent.map { paths[$0] + "." } ?? "") + name : branch.identifier)
      return State(
        name: name, path: paths[index], identifier: branch.identifier, title: branch.element.added("title")?.value,
        kind: kind, parent: branch.parent, children: branch.children,
        onEntry: actions(of: branch.element.elements(.onEntry)), onExit: actions(of: branch.element.elements(.onExit)),
        onStart: onStart, place: branch.element["id"]?.valuePlace ?? branch.element.place)
    }
  }

  private mutating func kind(of index: StateIndex) -> (State.Kind, onStart: [Action]) {
    let branch = tree.branches[index]
    switch branch.kind {
    case .final: return (.end, [])
    case .parallel: return (.parallel, [])
    case .history: return history(index)
    default: break
    }
    let regions = tree.regions(of: index)
    guard let first = regions.first else {
      if let initial = branch.element["initial"]?.place ?? branch.element.elements(.initial).first?.place {
        tell(.startUnneeded(branch.identifier), at: initial)
      }
      return (.atomic, [])
    }
    let written = start(of: branch.element)
    let inside = written.targets.filter { isInside($0.state, index, at: $0.place) }.map(\.state)
    return (.compound(start: inside.isEmpty ? [first] : inside), written.actions)
  }

  /// What a state's `initial` attribute or `<initial>` element says; no targets where it has neither.
  private mutating func start(of element: PlacedElement) -> (targets: [PlacedState], actions: [Action]) {
    let initial = element.elements(.initial).first
    if let attribute = element["initial"] {
      if let initial { tell(.startTwice, at: initial.place) }
      return (placedStates(attribute), [])
    }
    guard let initial else { return ([], []) }
    return targets(ofTransitionIn: initial)
  }

  struct PlacedState {
    let state: StateIndex
    let place: Place
  }

  private mutating func placedStates(_ attribute: PlacedElement.Attribute) -> [PlacedState] {
    if attribute.words.isEmpty {
      tell(.badValue("", attribute: attribute.writtenName, expected: "Name a state."), at: attribute.place)
    }
    return states(attribute).map { PlacedState(state: $0, place: attribute.valuePlace) }
  }

  /// Where the one transition of an `<initial>` or `<history>` leads, and what it does on the way.
  private mutating func targets(ofTransitionIn element: PlacedElement) -> (targets: [PlacedState], actions: [Action]) {
    guard let transition = element.elements(.transition).first else {
      tell(.missingElement("transition", of: element.name.local), at: element.place)
      return ([], [])
    }
    for name in ["event", "cond"] {
      if let attribute = transition[name] { tell(.attributeUnneeded(name, of: element.name.local), at: attribute.place) }
    }
    let actions = actions(in: transition)
    guard let target = transition["target"] else {
      tell(.missingAttribute("target", of: "transition"), at: transition.place)
      return ([], actions)
    }
    return (placedStates(target), actions)
  }

  private mutating func isInside(_ state: StateIndex, _ outer: StateIndex, at place: Place) -> Bool {
    if tree.isInside(state, outer) { return true }
    tell(.targetOutside(tree.branches[state].identifier, of: tree.branches[outer].identifier), at: place)
    return false
  }

  private mutating func history(_ index: StateIndex) -> (State.Kind, onStart: [Action]) {
    let element = tree.branches[index].element
    var depth = State.HistoryDepth.shallow
    if let type = element["type"] {
      switch type.value {
      case "shallow": break
      case "deep": depth = .deep
      default:
        tell(.badValue(type.value, attribute: "type", expected: "Write shallow or deep."), at: type.valuePlace)
      }
    }
    let written = targets(ofTransitionIn: element)
    guard let parent = tree.branches[index].parent else { return (.history(depth: depth, otherwise: []), []) }
    let inside = written.targets.filter { isInside($0.state, parent, at: $0.place) }
    return (.history(depth: depth, otherwise: inside.map(\.state)), written.actions)
  }

  // MARK: - The beginning

  /// The states in which a machine begins.
  mutating func startTargets() -> [StateIndex] {
    if let initial = root["initial"] {
      let states = placedStates(initial)
      if !states.isEmpty { return states.map(\.state) }
    }
    guard let first = tree.top.first else {
      tell(.noState, at: root.place)
      return []
    }
    return [first]
  }

  /// Tells history states that lead back to themselves where there is nothing to remember.
  mutating func tellCircles(in states: [State]) {
    var search = SCXMLHistoryCircles(states: states)
    for (state, problem) in search.faults() { tell(problem, at: states[state].place) }
  }
}
