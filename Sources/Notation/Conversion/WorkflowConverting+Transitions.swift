import Conditions
import Diagnostics
import Procedures

extension WorkflowConverting {
  /// More guards than this are never written before one transition.
  private static let mostGuards = 50
  /// A guard with more parts within parts is nested deeper, written with brackets, than a condition may be.
  private static let deepestGuard = 45

  /// All transitions; of those from one state on one word, each later one says that the guards before it do not hold.
  ///
  /// In SCXML the first in document order wins; the workflow language lets no two overlap.
  mutating func transitions() -> String {
    var text = ""
    for from in workflow.states.indices {
      var earlier: [HeardWord: [Condition?]] = [:]
      for transition in transitionsBySource[from] ?? [] { text += write(transition, after: &earlier) }
    }
    return text
  }

  private mutating func write(_ transition: Transition, after earlier: inout [HeardWord: [Condition?]]) -> String {
    let heard = words.words(of: transition.cue)
    let when = transition.when?.withoutNeedlessParts
    if when?.expression == .constant(.truth(false)) {
      return leaveOut(.neverHolds(workflow.states[transition.from].path), transition)
    }
    let own = when?.expression == .constant(.truth(true)) ? nil : when
    if let when, when.expression.isOnStates, when.expression.nesting > Self.deepestGuard {
      tell(.guardTooDeep(workflow.states[transition.from].path), at: transition.place)
    }
    var groups: [(guard: String?, words: [HeardWord])] = []
    for word in heard {
      let before = earlier[word] ?? []
      earlier[word] = before + [own]
      // Behind one without a guard nothing is ever taken.
      if before.contains(where: { $0 == nil }) { continue }
      if before.count > Self.mostGuards { tell(.tooManyGuards(workflow.states[transition.from].path), at: transition.place) }
      let all = guardText(own, after: before.prefix(Self.mostGuards).compactMap(\.self))
      if let place = groups.firstIndex(where: { $0.guard == all }) {
        groups[place].words.append(word)
      } else {
        groups.append((all, [word]))
      }
    }
    if groups.isEmpty { tellLeftOut(transition, heard) }
    return groups.enumerated().map { number, group in
      lines(of: transition, group.words, when: group.guard, isFirst: number == 0)
    }.joined()
  }

  private mutating func leaveOut(_ problem: UnsayableProblem, _ transition: Transition) -> String {
    tell(problem, at: transition.place)
    return ""
  }

  private mutating func tellLeftOut(_ transition: Transition, _ heard: [HeardWord]) {
    if heard.isEmpty, case .named(let descriptors) = transition.cue {
      tell(.neverHeard(descriptors.map(\.text).joined(separator: " ")), at: transition.place)
    } else if !heard.isEmpty {
      tell(.neverTaken(workflow.states[transition.from].path), at: transition.place)
    }
  }

  /// A guard that holds only where no guard before it does; `nil` where it always holds.
  private func guardText(_ own: Condition?, after before: [Condition]) -> String? {
    let excluded = before.filter { !excludes($0, own) }.map { "not(\(condition($0)))" }
    let parts = excluded + [own.map { excluded.isEmpty ? condition($0) : "(\(condition($0)))" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }

  /// Whether two guards never hold together, as far as that needs no thought.
  private func excludes(_ a: Condition, _ b: Condition?) -> Bool {
    guard let b else { return false }
    // Those in the words of a procedure exclude one another there, or its checker tells.
    if a.asksAProcedure, b.asksAProcedure { return true }
    return condition(b) == "not(\(condition(a)))" || condition(a) == "not(\(condition(b)))"
  }

  /// One line for all events, and one for each other word.
  private mutating func lines(of transition: Transition, _ words: [HeardWord], when: String?, isFirst: Bool) -> String {
    var cues: [(key: String, value: String?)] = []
    let events = words.compactMap { if case .event(let name) = $0 { name } else { nil } }
    if !events.isEmpty { cues.append(("on", YAMLText.oneOrMany(events.map { eventNames.name(for: $0) }))) }
    for word in words {
      switch word {
      case .event: break
      case .signal(let signal): cues.append(("signal", eventNames.name(for: workflow.signals[signal])))
      case .completion(let state): cues.append(("completed", paths[state]))
      case .always: cues.append(("on", nil))
      }
    }
    let actions = actions(transition.actions, at: transition.place, .transition)
    return cues.enumerated().map { number, cue in
      // What is taken without an event says so by its guard.
      let guardText = when ?? (cue.value == nil ? "true" : nil)
      return "  - "
        + YAMLText.mapping([
          cue, ("from", paths[transition.from]),
          ("to", transition.to.isEmpty ? nil : YAMLText.oneOrMany(transition.to.map { paths[$0] })),
          ("when", guardText.map(YAMLText.quoted)), ("name", isFirst && number == 0 ? transition.name : nil),
          ("optional", transition.isOptional ? "true" : nil),
          ("leaves", transition.leaves && mayStay(transition) ? "true" : nil),
          ("do", actions.isEmpty ? nil : "[\(actions.joined(separator: ", "))]"),
        ]) + "\n"
    }.joined()
  }

  /// Whether a transition's targets may all lie inside its source, so that it matters whether it leaves it.
  private func mayStay(_ transition: Transition) -> Bool {
    guard !workflow.states[transition.from].children.isEmpty, !transition.to.isEmpty else { return false }
    return transition.to.allSatisfy { target in
      if case .history = workflow.states[target].kind { return true }
      return sequence(first: target) { workflow.states[$0].parent }.dropFirst().contains(transition.from)
    }
  }

  /// A condition in the words of the language; one that is already in them stays.
  private func condition(_ condition: Condition) -> String {
    condition.expression.isOnStates ? text(condition.expression) : condition.text
  }

  private func text(_ expression: Expression) -> String {
    switch expression {
    case .constant(.truth(let value)): value ? "true" : "false"
    case .state(let state): "\(name).\(paths[state.state])"
    case .not(let inner): "not(\(text(inner)))"
    case .and(let a, let b): "(\(text(a))) and (\(text(b)))"
    case .or(let a, let b): "(\(text(a))) or (\(text(b)))"
    default: "false"
    }
  }
}

extension Condition {
  /// Whether it is in the words of a procedure that is not at hand.
  var asksAProcedure: Bool { expression == .constant(.unknown) }
}

extension Condition {
  /// The condition on states without what holds always or never; one in the words of a procedure stays.
  fileprivate var withoutNeedlessParts: Condition {
    guard expression.isOnStates else { return self }
    return Condition(
      expression: expression.withoutConstants, type: type, text: text, place: place, references: references)
  }
}

extension Expression {
  /// - Complexity: recursion as deep as the condition is nested, which its reader bounds.
  fileprivate var withoutConstants: Expression {
    switch self {
    case .not(let inner): Self.denied(inner.withoutConstants)
    case .and(let a, let b): Self.joined(a.withoutConstants, b.withoutConstants, endedBy: false, Expression.and)
    case .or(let a, let b): Self.joined(a.withoutConstants, b.withoutConstants, endedBy: true, Expression.or)
    default: self
    }
  }

  private static func denied(_ expression: Expression) -> Expression {
    if case .constant(.truth(let holds)) = expression { .constant(.truth(!holds)) } else { .not(expression) }
  }

  private static func joined(
    _ a: Expression, _ b: Expression, endedBy end: Bool, _ join: (Expression, Expression) -> Expression
  ) -> Expression {
    let constants = [a, b].compactMap { if case .constant(.truth(let holds)) = $0 { holds } else { nil } }
    if constants.contains(end) { return .constant(.truth(end)) }
    if case .constant = a { return b }
    if case .constant = b { return a }
    return join(a, b)
  }

  /// Whether it was read from a `cond`, which asks for the machine's own states alone.
  fileprivate var isOnStates: Bool { asksOnly(forStatesOf: 0) }

  /// How many parts of a condition on states lie within one another, at most.
  fileprivate var nesting: Int {
    switch self {
    case .not(let inner): 1 + inner.nesting
    case .and(let a, let b), .or(let a, let b): 1 + max(a.nesting, b.nesting)
    default: 0
    }
  }
}
