import Conditions
import Diagnostics
import Procedures

/// A workflow in the middle of being written as SCXML.
struct SCXMLWriting {
  let workflow: Workflow
  let procedure: Procedure?
  let number: WorkflowIndex
  /// Whether it is a workflow of Plumbline, so that its own words are written beside those of SCXML.
  let isOwn: Bool
  /// By state: the state and all inside it.
  private let lastInside: [StateIndex]
  private let transitionsFrom: [StateIndex: [Transition]]

  init(_ workflow: Workflow, in procedure: Procedure?) {
    self.workflow = workflow
    self.procedure = procedure
    number = procedure?.workflows.firstIndex { $0.name == workflow.name } ?? 0
    isOwn = workflow.states.contains { $0.identifier == nil }
    var last = Array(workflow.states.indices)
    for (index, state) in workflow.states.enumerated().reversed() {
      if let parent = state.parent { last[parent] = max(last[parent], last[index]) }
    }
    lastInside = last
    transitionsFrom = Dictionary(grouping: workflow.transitions, by: \.from)
  }

  func text() -> String {
    var xml = XMLText(comment: comment)
    let start = workflow.startTargets.map(identifier).joined(separator: " ")
    xml.element(
      "scxml",
      [
        ("xmlns", SCXMLNames.namespace), ("xmlns:plumbline", isOwn ? SCXMLNames.plumbline : nil), ("version", "1.0"),
        ("datamodel", asksAnything ? "ecmascript" : "null"), ("name", workflow.name), ("initial", start),
        ("plumbline:title", isOwn ? workflow.title : nil),
        ("plumbline:signals", isOwn ? workflow.signals.joined(separator: " ") : nil),
      ]
    ) { xml in
      for state in workflow.topStates { write(state, to: &xml) }
    }
    return xml.text
  }

  /// Whether it has conditions, or texts, of more than the null data model knows, which is one `In()` alone.
  private var asksAnything: Bool {
    let actions = workflow.states.flatMap { $0.onEntry + $0.onExit + $0.onStart } + workflow.transitions.flatMap(\.actions)
    return workflow.transitions.contains { $0.when.map { asksForStates($0.expression) } ?? false }
      || actions.contains(where: \.asksAnything)
  }

  private var comment: [String] {
    let profile = procedure?.profile.map { " with the profile \"\($0)\"" } ?? ""
    let head = "The machine of the workflow \"\(workflow.name)\"\(profile), written by plumbline convert."
    return isOwn ? [head, "Rules, parameters and sources are not part of it."] : [head]
  }

  /// The id of a state; in a workflow of Plumbline its path, joined so that no id is the beginning of another's name.
  func identifier(of state: StateIndex) -> String {
    workflow.states[state].identifier ?? workflow.states[state].path.replacing(".", with: "-")
  }

  /// Whether a state lies inside another; states are numbered in document order.
  func isInside(_ state: StateIndex, _ outer: StateIndex) -> Bool { state > outer && state <= lastInside[outer] }

  // MARK: - States

  /// - Complexity: recursion as deep as the states are nested, which the readers bound.
  private func write(_ index: StateIndex, to xml: inout XMLText) {
    let state = workflow.states[index]
    let identifier = identifier(of: index)
    let own: [(name: String, value: String?)] = [
      ("plumbline:name", isOwn && state.name != identifier ? state.name : nil),
      ("plumbline:title", isOwn ? state.title : nil),
    ]
    switch state.kind {
    case .history(let depth, let otherwise):
      xml.element("history", [("id", identifier), ("type", depth == .deep ? "deep" : "shallow")] + own) { xml in
        writeStart(otherwise, state.onStart, to: &xml)
      }
    case .compound(let start):
      let isPlain = state.onStart.isEmpty
      let initial = isPlain ? start.map(self.identifier).joined(separator: " ") : nil
      xml.element("state", [("id", identifier), ("initial", initial)] + own) { xml in
        if !isPlain { xml.element("initial", []) { writeStart(start, state.onStart, to: &$0) } }
        writeInside(index, to: &xml)
      }
    case .parallel: xml.element("parallel", [("id", identifier)] + own) { writeInside(index, to: &$0) }
    case .end: xml.element("final", [("id", identifier)] + own) { writeInside(index, to: &$0) }
    case .atomic: xml.element("state", [("id", identifier)] + own) { writeInside(index, to: &$0) }
    }
  }

  private func writeStart(_ targets: [StateIndex], _ actions: [Action], to xml: inout XMLText) {
    xml.element("transition", [("target", targets.map(identifier).joined(separator: " "))]) { write(actions, to: &$0) }
  }

  private func writeInside(_ index: StateIndex, to xml: inout XMLText) {
    let state = workflow.states[index]
    writeHandler("onentry", state.onEntry, to: &xml)
    writeHandler("onexit", state.onExit, to: &xml)
    for transition in transitionsFrom[index] ?? [] { write(transition, to: &xml) }
    for child in state.children { write(child, to: &xml) }
  }

  // MARK: - Transitions

  private func write(_ transition: Transition, to xml: inout XMLText) {
    let targets = transition.to.map(identifier).joined(separator: " ")
    let isInternal = !transition.leaves && mayStay(transition)
    let isCompound = if case .compound = workflow.states[transition.from].kind { true } else { false }
    let isOnStates = transition.when.map { asksForStates($0.expression) } ?? false
    xml.element(
      "transition",
      [
        ("event", event(of: transition.cue)),
        ("cond", isOnStates ? transition.when.map { condition($0.expression, within: .or) } : nil),
        ("target", targets.isEmpty ? nil : targets), ("type", isInternal && isCompound ? "internal" : nil),
        ("plumbline:name", transition.name), ("plumbline:signal", signal(of: transition.cue)),
        ("plumbline:completed", completed(of: transition.cue)),
        ("plumbline:when", isOwn ? transition.when?.text : nil),
        ("plumbline:optional", transition.isOptional ? "true" : nil),
        ("plumbline:leaves", isInternal && !isCompound ? "false" : nil),
      ]
    ) { write(transition.actions, to: &$0) }
  }

  /// Whether a transition's targets may all lie inside its source, so that it matters whether it leaves it.
  func mayStay(_ transition: Transition) -> Bool {
    let source = workflow.states[transition.from]
    guard !source.children.isEmpty, !transition.to.isEmpty else { return false }
    return transition.to.allSatisfy { target in
      if case .history = workflow.states[target].kind { return true }
      return isInside(target, transition.from)
    }
  }

  private func event(of cue: Transition.Cue) -> String? {
    switch cue {
    case .events(let events): events.map { procedure?.vocabulary.events[$0].name ?? "event_\($0)" }.joined(separator: " ")
    case .signal(let signal): "signal.\(workflow.signals[signal])"
    case .completion(let state): "done.state.\(identifier(of: state))"
    case .named(let descriptors): descriptors.map(\.text).joined(separator: " ")
    case .always: nil
    }
  }

  private func signal(of cue: Transition.Cue) -> String? {
    if case .signal(let signal) = cue { workflow.signals[signal] } else { nil }
  }

  private func completed(of cue: Transition.Cue) -> String? {
    if case .completion(let state) = cue { identifier(of: state) } else { nil }
  }

  // MARK: - Conditions

  private enum Joining: Int {
    case or
    case and
    case not
  }

  func asksForStates(_ expression: Expression) -> Bool { expression.asksOnly(forStatesOf: number) }

  func condition(_ expression: Expression) -> String { condition(expression, within: .or) }

  /// A condition on states alone, in brackets where it stands within one that binds more tightly.
  private func condition(_ expression: Expression, within outer: Joining) -> String {
    func bracketed(_ text: String, _ inner: Joining) -> String { inner.rawValue < outer.rawValue ? "(\(text))" : text }
    switch expression {
    case .constant(.truth(let value)): return value ? "true" : "false"
    case .state(let state): return "In('\(identifier(of: state.state))')"
    case .not(let inner): return "!" + condition(inner, within: .not)
    case .and(let a, let b): return bracketed(condition(a, within: .and) + " && " + condition(b, within: .not), .and)
    case .or(let a, let b): return bracketed(condition(a, within: .or) + " || " + condition(b, within: .and), .or)
    default: return "false"
    }
  }
}
