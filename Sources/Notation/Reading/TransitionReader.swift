import Conditions
import Diagnostics
import Procedures

/// Reads the transitions of one workflow.
struct TransitionReader {
  private let states: [State]
  private let names: StateNames
  private let signals: SignalNames
  private let vocabulary: Vocabulary
  private let scope: ConditionScope
  private(set) var expressions: ExpressionReader

  init(
    of states: [State], signals: SignalNames, vocabulary: Vocabulary, scope: ConditionScope, expressions: ExpressionReader
  ) {
    self.states = states
    self.names = StateNames(paths: states.map(\.path))
    self.signals = signals
    self.vocabulary = vocabulary
    self.scope = scope
    self.expressions = expressions
  }

  /// All transitions in document order; one that is from several states is one from each.
  mutating func transitions(_ drafts: [ProcedureDraft.TransitionDraft]) -> [Transition] {
    var named: [String: Place] = [:]
    var transitions: [Transition] = []
    for draft in drafts {
      if let name = draft.name, let first = named.updateValue(draft.node.place, forKey: name) {
        tell(.twice(name, called: "transition", at: draft.node.place, first: first))
      }
      transitions += read(draft)
    }
    return transitions
  }

  private mutating func read(_ draft: ProcedureDraft.TransitionDraft) -> [Transition] {
    let node = draft.node
    let cue = cue(of: node)
    var scope = scope
    if case .events(let events)? = cue { scope.this = events }
    let when = expressions.condition(node[.when], in: scope)
    let targets = node[.to]?.scalars ?? []
    let to = targets.compactMap { names.state($0, into: &expressions.diagnostics) }
    tellTargets(to, at: targets)
    let actions = signals.actions(node[.do], into: &expressions.diagnostics)
    let from = (node[.from]?.scalars ?? []).compactMap { source($0) }
    guard let cue, to.count == targets.count, (when == nil) == (node[.when] == nil) else { return [] }
    return from.map { from in
      Transition(
        name: draft.name, cue: cue, from: from, to: to, when: when, isOptional: node.isTrue(.optional),
        leaves: node.isTrue(.leaves), actions: actions, place: node.place)
    }
  }

  private mutating func cue(of node: PlacedNode) -> Transition.Cue? {
    let keys = [Key.on, .signal, .completed].filter { node[$0] != nil }
    if keys.count > 1, let second = node[keys[1]] {
      tell(
        Diagnostic(
          .wrongShape, "A transition is taken on an event, a signal or a completion, and this has \(keys.count) of them.",
          at: second.place, mend: "Make a transition of each."))
    }
    switch keys.first {
    case .on: return events(node[.on])
    case .signal: return signals.signal(node[.signal], into: &expressions.diagnostics).map { .signal($0) }
    case .completed: return names.state(node[.completed], into: &expressions.diagnostics).map { .completion(of: $0) }
    default:
      if node[.when] != nil { return .always }
      tell(
        Diagnostic(
          .transitionWithoutTrigger, "Nothing says when this transition is taken.", at: node.place,
          mend: "Add \"on\", \"signal\", \"completed\" or \"when\"."))
      return nil
    }
  }

  private mutating func events(_ node: PlacedNode?) -> Transition.Cue? {
    let written = node?.scalars ?? []
    let events = written.compactMap { name -> EventIndex? in
      if let event = name.scalar.flatMap(vocabulary.event) { return event }
      tell(.unknown(.unknownEvent, "event", name, among: vocabulary.events.map(\.name)))
      return nil
    }
    return events.isEmpty || events.count < written.count ? nil : .events(events)
  }

  /// A state that a transition may lead from.
  private mutating func source(_ node: PlacedNode) -> StateIndex? {
    guard let state = names.state(node, into: &expressions.diagnostics) else { return nil }
    switch states[state].kind {
    case .end:
      tell(
        Diagnostic(
          .endStateWithTransition, "\"\(states[state].path)\" is an end state, and no transition leads from it.",
          at: node.place, mend: "Delete its \"end: true\", or let the transition lead from another state."))
    case .history:
      tell(
        Diagnostic(
          .endStateWithTransition, "No child is ever in the history state \"\(states[state].path)\", so none leaves it.",
          at: node.place, mend: "Let the transition lead from the state around it."))
    case .atomic, .compound, .parallel: break
    }
    return state
  }

  /// Several targets lie in different states of one parallel state.
  private mutating func tellTargets(_ targets: [StateIndex], at nodes: [PlacedNode]) {
    guard targets.count == nodes.count else { return }
    for second in targets.indices {
      for first in 0..<second where !areTogether(targets[first], targets[second]) {
        tell(
          Diagnostic(
            .targetsNotParallel,
            "A child cannot be in \"\(states[targets[first]].path)\" and \"\(states[targets[second]].path)\" at once.",
            at: nodes[second].place, mend: "Name one target, or one in each state of a parallel state."))
        return
      }
    }
  }

  /// Whether two states can be active at once without one lying inside the other.
  private func areTogether(_ a: StateIndex, _ b: StateIndex) -> Bool {
    let (outerA, outerB) = (ancestors(of: a), ancestors(of: b))
    guard a != b, !outerA.contains(b), !outerB.contains(a), let common = outerA.first(where: outerB.contains) else {
      return false
    }
    return states[common].kind == .parallel
  }

  /// The states around a state, innermost first.
  private func ancestors(of state: StateIndex) -> [StateIndex] {
    Array(sequence(first: state) { states[$0].parent }.dropFirst())
  }

  private mutating func tell(_ diagnostic: Diagnostic) { expressions.diagnostics.append(diagnostic) }
}
