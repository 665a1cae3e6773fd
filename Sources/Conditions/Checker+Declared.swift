import Diagnostics

extension Checker {
  /// What a name of the procedure can mean.
  private enum Meaning {
    case event(EventIndex)
    case parameter(ParameterIndex)
    case state(StateReference)
  }

  /// A name that the procedure declares: an event, a parameter or a state.
  mutating func declared(_ path: [Syntax.Name], _ syntax: Syntax, expecting expected: ConditionType?) -> Typed? {
    let meanings = meanings(of: path)
    if meanings.count > 1 {
      report(
        .ambiguousName(
          written(syntax), meanings: meanings.map(inWords),
          mend: "Write WORKFLOW.STATE with more of the path for a state; an event and a parameter need names of their own."),
        at: syntax)
      return nil
    }
    guard let meaning = meanings.first else {
      reportUnknown(path, syntax, expecting: expected)
      return nil
    }
    switch meaning {
    case .event(let event):
      references.events.insert(event)
      let list = Typed(expression: .occurrences([event], .episode), type: .occurrences([event]))
      return follow(list, path[1...], owner: syntax)
    case .parameter(let parameter):
      references.parameters.insert(parameter)
      let value = Typed(expression: .parameter(parameter), type: scope.parameters[parameter].type)
      return follow(value, path[1...], owner: syntax)
    case .state(let state):
      references.states.insert(state)
      return Typed(expression: .state(state), type: .truth)
    }
  }

  private func meanings(of path: [Syntax.Name]) -> [Meaning] {
    var meanings: [Meaning] = states(path.map(\.text)).map { .state($0) }
    // A path that is a state is never a part of an event or parameter, which have none.
    if path.count > 1, !meanings.isEmpty { return meanings }
    let name = path[0].text
    if let event = scope.events.firstIndex(where: { $0.name == name }) { meanings.append(.event(event)) }
    if let parameter = scope.parameters.firstIndex(where: { $0.name == name }) { meanings.append(.parameter(parameter)) }
    return meanings
  }

  private func inWords(_ meaning: Meaning) -> String {
    switch meaning {
    case .event(let event): "the event \(scope.events[event].name)"
    case .parameter(let parameter): "the parameter \(scope.parameters[parameter].name)"
    case .state(let state): "the state \(fullName(state))"
    }
  }

  // MARK: States

  /// The states that a path can mean: of the own workflow by the path or its end, of any by `workflow.path`.
  func states(_ path: [String]) -> [StateReference] {
    var found: [StateReference] = []
    if let own = scope.ownWorkflow { found += states(path, in: own) }
    if path.count > 1, let workflow = scope.workflows.firstIndex(where: { $0.name == path[0] }) {
      for state in states(Array(path.dropFirst()), in: workflow) where !found.contains(state) { found.append(state) }
    }
    return found
  }

  /// The states of one workflow that a path can mean: the one whose whole path it is, else those it is the end of.
  func states(_ path: [String], in workflow: WorkflowIndex) -> [StateReference] {
    let written = path.joined(separator: ".")
    let states = scope.workflows[workflow].states
    if let exact = states.firstIndex(of: written) { return [StateReference(workflow: workflow, state: exact)] }
    return states.indices.filter { states[$0].hasSuffix("." + written) }
      .map { StateReference(workflow: workflow, state: $0) }
  }

  func fullName(_ state: StateReference) -> String {
    let workflow = scope.workflows[state.workflow]
    return workflow.name + "." + workflow.states[state.state]
  }

  func lastComponent(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  /// The state that a path must mean, for the places where nothing but a state can stand.
  mutating func state(_ path: [Syntax.Name]) -> StateReference? {
    guard let first = path.first, let last = path.last else { return nil }
    let names = path.map(\.text)
    let found = states(names)
    if found.count == 1 {
      references.states.insert(found[0])
      return found[0]
    }
    let written = names.joined(separator: ".")
    if found.isEmpty {
      report(.unknownState(written, mend: Suggestion.mend(for: written, among: stateNames)), from: first.start, to: last.end)
    } else {
      let meanings = found.map { "the state \(fullName($0))" }
      report(
        .ambiguousName(written, meanings: meanings, mend: "Write more of its path."), from: first.start, to: last.end)
    }
    return nil
  }

  /// Every way to write a state here: own paths, their last parts, and the full names.
  private var stateNames: [String] {
    let own = scope.ownWorkflow.map { scope.workflows[$0].states } ?? []
    let full = scope.workflows.flatMap { workflow in workflow.states.map { workflow.name + "." + $0 } }
    return own + own.map(lastComponent) + full
  }

  // MARK: Rules

  /// A rule by its full name or by its short name in the own workflow.
  mutating func rule(_ path: [Syntax.Name]) -> RuleIndex? {
    guard let first = path.first, let last = path.last else { return nil }
    let written = path.map(\.text).joined(separator: ".")
    let prefix = scope.ownWorkflow.map { scope.workflows[$0].name + "." }
    let own = prefix.flatMap { prefix in scope.rules.firstIndex(of: prefix + written) }
    if let rule = own ?? scope.rules.firstIndex(of: written) {
      references.rules.insert(rule)
      return rule
    }
    let short = scope.rules.compactMap { rule in
      prefix.flatMap { rule.hasPrefix($0) ? String(rule.dropFirst($0.count)) : nil }
    }
    let mend = Suggestion.mend(for: written, among: short + scope.rules)
    report(.unknownRule(written, mend: mend), from: first.start, to: last.end)
    return nil
  }

  // MARK: Unknown names

  private mutating func reportUnknown(_ path: [Syntax.Name], _ syntax: Syntax, expecting expected: ConditionType?) {
    let name = path[0].text
    if let workflow = scope.workflows.first(where: { $0.name == name }) {
      guard path.count > 1 else {
        report(.incompleteName(name, mend: "Write the state behind it: \(name).STATE."), at: path[0])
        return
      }
      let rest = path.dropFirst().map(\.text).joined(separator: ".")
      let known = workflow.states.flatMap { [$0, lastComponent($0)] }
      report(
        .unknownMember(rest, of: "the workflow \"\(name)\"", mend: Suggestion.mend(for: rest, among: known)),
        from: path[1].start, to: syntax.end)
      return
    }
    report(.unknownName(name, mend: mendOfUnknown(name, expecting: expected)), at: path[0])
  }

  private func mendOfUnknown(_ name: String, expecting expected: ConditionType?) -> String? {
    if case .choice(let list) = expected, list.index(of: name) != nil { return "Write it in double quotes: \"\(name)\"." }
    for (word, events) in [("this", scope.this), ("trigger", scope.trigger)] {
      if let events, name == "happened" || isAttribute(name, of: events) { return "Write \(word).\(name)." }
    }
    if let near = Suggestion.nearest(to: name, among: knownNames) { return "Did you mean \"\(near)\"?" }
    if isWord(name) { return "Write it in double quotes: \"\(name)\"." }
    return nil
  }

  private func isWord(_ name: String) -> Bool {
    if scope.roles.index(of: name) != nil { return true }
    return scope.events.contains { event in
      event.attributes.contains { attribute in
        switch attribute.type {
        case .choice(let list), .set(let list): list.index(of: name) != nil
        default: false
        }
      }
    }
  }

  /// Every name that could stand where a name is unknown.
  private var knownNames: [String] {
    var names = ["this", "trigger", "child", "siblings", "today", "unborn", "item"]
    for item in items {
      if let variable = item.variable { names.append(variable) }
      if item.variable == nil, case .occurrence(let events) = item.type {
        names += events.flatMap { scope.events[$0].attributes.map(\.name) } + ["happened"]
      }
    }
    if let patternEvent { names += scope.events[patternEvent].attributes.map(\.name) + ["happened"] }
    if let each = scope.each { names += [each.name, "each"] }
    let own = scope.ownWorkflow.map { scope.workflows[$0].states } ?? []
    names += scope.events.map(\.name) + scope.parameters.map(\.name) + scope.workflows.map(\.name)
    return names + own + own.map(lastComponent)
  }
}
