import Conditions
import Diagnostics
import Procedures

/// Tells the conditions of transitions and rules that nothing makes true.
struct ImpossibleConditions {
  let ground: ClaimGround

  /// PL5003 for each condition that can never hold, by itself or beside what must hold with it.
  static func faults(on ground: ClaimGround) -> [Diagnostic] {
    let claims = ImpossibleConditions(ground: ground)
    return ground.procedure.workflows.indices.flatMap(claims.faults(ofTransitionsIn:))
      + ground.procedure.rules.flatMap(claims.faults(of:))
  }

  // MARK: Transitions

  private func faults(ofTransitionsIn number: WorkflowIndex) -> [Diagnostic] {
    let workflow = ground.procedure.workflows[number]
    return workflow.transitions.compactMap { transition in
      guard let when = transition.when, ground.movements[number].reached.contains(transition.from) else { return nil }
      let moment = ConditionMoment(this: transition.events)
      let asked = AskedCondition(.ofTransition, when, at: moment)
      let from = "the transition from \"\(workflow.states[transition.from].path)\" of the workflow \"\(workflow.name)\""
      if ground.areImpossible([asked]) {
        return Diagnostic(
          .conditionNeverHolds, "This condition can never hold, so \(from) is never taken.", at: when.place, mend: Self.mend)
      }
      let state = StateReference(workflow: number, state: transition.from)
      guard ground.areImpossible([asked, AskedCondition(in: state, at: moment)]) else { return nil }
      return Diagnostic(
        .conditionNeverHolds, "This condition cannot hold in the state it leads from, so \(from) is never taken.",
        at: when.place, mend: Self.mend,
        notes: [Diagnostic.Note("This is the state.", at: workflow.states[transition.from].place)])
    }
  }

  // MARK: Rules

  private func faults(of rule: Rule) -> [Diagnostic] {
    let occasions = rule.occasions(on: ground)
    let requirements = occasions.compactMap(rule.requirement)
    let asked = occasions.flatMap(\.conditions) + rule.laterConditions(on: occasions) + requirements
    let alone = asked.filter { $0.isWritten && ground.areImpossible([$0]) }
    guard alone.isEmpty else { return alone.compactMap { faultAlone($0, of: rule) } }
    if let together = faultTogether(occasions, of: rule) { return [together] }
    return [faultOfRequirement(occasions, of: rule)].compactMap(\.self)
  }

  /// A condition that nothing makes true; `nil` for what another claim tells.
  private func faultAlone(_ asked: AskedCondition, of rule: Rule) -> Diagnostic? {
    guard let place = asked.place else { return nil }
    let consequence: String
    switch (asked.part, rule.form) {
    case (.during, .cadence): return nil
    // `require: false` says that what the rule hears must never be.
    case (.require, _) where asked.expression == .constant(.truth(false)): return nil
    case (.pattern("expect"), _) where rule.expect?.alternatives.count == 1: return nil
    case (.require, _): consequence = "so nobody can keep \(rule.inWords)"
    case (.pattern("unless"), _): consequence = "so the exception of \(rule.inWords) never applies"
    case (.pattern("extended by"), _): consequence = "so the clock of \(rule.inWords) is never extended"
    case (.pattern, _): consequence = "so this pattern of \(rule.inWords) is never met"
    default: consequence = "so \(rule.inWords) never applies"
    }
    return Diagnostic(.conditionNeverHolds, "This condition can never hold, \(consequence).", at: place, mend: Self.mend)
  }

  /// Conditions of which each can hold, and which never do together; that a clock's `while` shuts out the state that
  /// opens it is told elsewhere.
  private func faultTogether(_ occasions: [Occasion], of rule: Rule) -> Diagnostic? {
    guard !occasions.isEmpty, occasions.allSatisfy({ ground.areImpossible($0.conditions) }) else { return nil }
    let conditions = occasions[0].conditions
    let pair = conditions.indices.lazy.flatMap { second in (0..<second).map { ($0, second) } }
      .first { ground.areImpossible([conditions[$0.0], conditions[$0.1]]) }
    let contrary = pair.map { [conditions[$0.0], conditions[$0.1]] } ?? conditions
    let isOfOtherClaim = contrary.contains { !$0.isWritten && ground.areImpossible([$0]) }
    guard !isOfOtherClaim, let told = contrary.last(where: \.isMoreThanStates), let place = told.place else { return nil }
    let others = contrary.filter { $0.place != told.place }
    return Diagnostic(
      .conditionNeverHolds,
      "This condition can never hold beside \(others.map { words($0) }.joined(separator: " and ")), so \(rule.inWords) never applies.",
      at: place, mend: Self.mend, notes: notes(others))
  }

  private func faultOfRequirement(_ occasions: [Occasion], of rule: Rule) -> Diagnostic? {
    if occasions.contains(where: { ground.areImpossible($0.conditions) }) { return nil }
    let asked = occasions.map { occasion in (occasion, rule.requirement(on: occasion)) }
    guard let requirement = asked.first?.1, let place = requirement.place, requirement.expression != .constant(.truth(false)),
      asked.allSatisfy({ occasion, requirement in ground.areImpossible(occasion.conditions + [requirement].compactMap(\.self)) })
    else { return nil }
    let conditions = occasions[0].conditions
    let contrary = conditions.first { ground.areImpossible([$0, requirement]) }.map { [$0] } ?? conditions
    return Diagnostic(
      .conditionNeverHolds,
      "What \(rule.inWords) requires can never hold beside \(contrary.map { words($0) }.joined(separator: " and ")), so nobody can keep it.",
      at: place, mend: Self.mend, notes: notes(contrary))
  }

  private func words(_ asked: AskedCondition) -> String {
    switch asked.part {
    case .ofTransition, .when: "its \"when\""
    case .pattern(let key): "what \"\(key)\" asks"
    case .during: "its \"while\""
    case .require: "what it requires"
    case .beingIn(let state): "being in \"\(ground.name(of: state))\""
    }
  }

  private func notes(_ conditions: [AskedCondition]) -> [Diagnostic.Note] {
    conditions.compactMap { asked in
      switch asked.part {
      case .beingIn(let state):
        Diagnostic.Note(
          "This is the state.", at: ground.procedure.workflows[state.workflow].states[state.state].place)
      default: asked.place.map { Diagnostic.Note("This cannot hold at the same time.", at: $0) }
      }
    }
  }

  private static let mend = "Correct the condition, or delete what hangs on it."
}

extension AskedCondition {
  var isWritten: Bool { place != nil }

  /// Whether it is anything but a `while` or the state entered.
  fileprivate var isMoreThanStates: Bool {
    switch part {
    case .during, .beingIn: false
    default: true
    }
  }
}

extension Rule {
  /// How messages name a rule.
  var inWords: String { "the rule \"\(fullName)\"" }
}

extension Transition {
  /// The events it hears; none where it hears something else.
  fileprivate var events: [EventIndex] {
    if case .events(let events) = cue { events } else { [] }
  }
}
