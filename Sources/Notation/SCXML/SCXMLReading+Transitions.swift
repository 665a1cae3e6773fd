import Conditions
import Diagnostics
import Procedures

extension SCXMLReading {
  /// All transitions in document order of the states they lead from.
  mutating func transitions(of states: [State]) -> [Transition] {
    tree.branches.indices.flatMap { index -> [Transition] in
      guard tree.branches[index].kind != .history else { return [] }
      return tree.branches[index].element.elements(.transition).compactMap { transition($0, from: index, states) }
    }
  }

  private mutating func transition(_ element: PlacedElement, from: StateIndex, _ states: [State]) -> Transition? {
    if element["event"] == nil, element["cond"] == nil, element["target"] == nil {
      tell(.transitionWithoutTrigger, at: element.place)
    }
    let cue = cue(of: element)
    let actions = actions(in: element)
    let to = targets(of: element)
    let when = guardCondition(of: element, cue)
    let leaves = leaves(element, from: states[from], isInternal: isInternal(element))
    guard let cue else { return nil }
    return Transition(
      name: addedName(of: element), cue: cue, from: from, to: to, when: when,
      isOptional: truth(element.added("optional"), otherwise: false), leaves: leaves, actions: actions,
      place: element.place)
  }

  private mutating func targets(of element: PlacedElement) -> [StateIndex] {
    guard let target = element["target"] else { return [] }
    if target.words.isEmpty {
      tell(.badValue("", attribute: "target", expected: "Name a state, or delete the attribute."), at: target.place)
    }
    return states(target)
  }

  private mutating func isInternal(_ element: PlacedElement) -> Bool {
    guard let type = element["type"] else { return false }
    if type.value != "internal", type.value != "external" {
      tell(.badValue(type.value, attribute: "type", expected: "Write internal or external."), at: type.valuePlace)
    }
    return type.value == "internal"
  }

  /// Whether targets inside the source leave it.
  ///
  /// **Source:** W3C SCXML 1.0, Appendix D, `getTransitionDomain`: only a compound source is not left.
  private mutating func leaves(_ element: PlacedElement, from source: State, isInternal: Bool) -> Bool {
    if let added = element.added("leaves") { return truth(added, otherwise: true) }
    guard isInternal, case .compound = source.kind else { return true }
    return false
  }

  // MARK: - What takes it

  private mutating func cue(of element: PlacedElement) -> Transition.Cue? {
    if let signal = element.added("signal") { return declaredSignal(signal).map { .signal($0) } }
    if let completed = element.added("completed") { return states(completed).first.map { .completion(of: $0) } }
    guard let event = element["event"] else { return .always }
    if event.words.isEmpty {
      tell(.badValue("", attribute: "event", expected: "Name an event, or delete the attribute."), at: event.place)
      return nil
    }
    let events = event.words.map { procedure?.vocabulary.event(named: $0.text) }
    let known = events.compactMap(\.self)
    if known.count == events.count { return .events(known) }
    return .named(event.words.map { EventDescriptor($0.text) })
  }

  /// What a file says with `cond`, or a file written by Plumbline with its own attribute.
  private mutating func guardCondition(of element: PlacedElement, _ cue: Transition.Cue?) -> Condition? {
    let cond = element["cond"].flatMap { condition($0) }
    guard let added = element.added("when") else { return cond }
    guard let procedure else {
      if let cond { return cond }
      // Its words are the procedure's, which is not at hand.
      return Condition(expression: .constant(.unknown), type: .truth, text: added.value, place: added.valuePlace)
    }
    var scope = procedure.scope
    scope.ownWorkflow = number
    if case .events(let events)? = cue { scope.this = events }
    var told: [Diagnostic] = []
    let read = Language(scope: scope).condition(added.value, at: added.valuePlace, into: &told)
    diagnostics += told.map { $0.moved { added.moved($0) } }
    return read
  }
}

extension PlacedElement.Attribute {
  /// Where a place that was counted along the value stands in the file.
  fileprivate func moved(_ place: Place) -> Place {
    guard place.file == valuePlace.file, place.line == valuePlace.line, place.column >= valuePlace.column else { return place }
    return self.place(at: place.column - valuePlace.column, length: place.length)
  }
}
