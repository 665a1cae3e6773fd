import Conditions
import Diagnostics
import Procedures

/// Tells the rules whose clock can never open, or whose check is never made, and those whose clock can never be met.
struct IdleRules {
  private let ground: ClaimGround
  /// The rules that are told not to open, by number, which those that wait for them to be overdue rest on.
  private var neverOpen: Set<RuleIndex> = []

  /// PL5004 and PL5005.
  static func faults(on ground: ClaimGround) -> [Diagnostic] {
    var claims = IdleRules(ground: ground)
    return claims.openings() + claims.closings()
  }

  private init(ground: ClaimGround) { self.ground = ground }

  // MARK: Openings

  /// Rules that wait for one another never do so in a circle, so that as many rounds as there are rules are enough.
  private mutating func openings() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (number, rule) in ground.procedure.rules.enumerated() where !neverOpen.contains(number) {
        guard let fault = opening(of: rule) else { continue }
        diagnostics.append(fault)
        neverOpen.insert(number)
        isGrowing = true
      }
    }
    return diagnostics
  }

  private func opening(of rule: Rule) -> Diagnostic? {
    switch rule.form {
    case .deadline(let deadline):
      if case .overdue(let other) = deadline.trigger { return overdue(other, rule) }
      return opening(of: rule, during: deadline.during)
    case .check(let check): return opening(of: rule, during: check.during)
    case .cadence(let cadence):
      let during = AskedCondition(.during, cadence.during, at: ConditionMoment())
      guard ground.areImpossible([during]) else { return nil }
      return neverOpens(rule, "the child is never in the states of its \"while\"", at: cadence.during.place)
    case .invariant: return nil
    }
  }

  private func overdue(_ other: RuleIndex, _ rule: Rule) -> Diagnostic? {
    guard neverOpen.contains(other) else { return nil }
    let awaited = ground.procedure.rules[other]
    return neverOpens(
      rule, "\(awaited.inWords) is never overdue", at: rule.place, [Diagnostic.Note("This is that rule.", at: awaited.place)])
  }

  private func opening(of rule: Rule, during: Condition?) -> Diagnostic? {
    let occasions = rule.occasions(on: ground)
    let leaves = occasions.compactMap(\.leaf)
    guard !leaves.isEmpty, leaves.count == occasions.count else { return nil }
    let reasons = leaves.map(reasonNeverMet)
    if let reason = reasons.first ?? nil, reasons.allSatisfy({ $0 != nil }) {
      return neverOpens(rule, reason.words, at: rule.place, reason.notes)
    }
    guard let during, let state = leaves.first?.entered else { return nil }
    let states = occasions.map { occasion in occasion.conditions.filter { !$0.isAskedFurther } }
    guard states.allSatisfy({ $0.count > 1 && ground.areImpossible($0) }), !ground.areImpossible(states[0].filter(\.isWritten))
    else { return nil }
    return neverOpens(
      rule, "its \"while\" shuts out \"\(ground.name(of: state))\", by which it opens", at: during.place,
      [note(on: state)])
  }

  private func neverOpens(_ rule: Rule, _ why: String, at place: Place, _ notes: [Diagnostic.Note] = []) -> Diagnostic {
    let what: String
    switch rule.form {
    case .deadline, .cadence: what = "The clock of \(rule.inWords) can never open"
    case .check, .invariant: what = "The check of \(rule.inWords) is never made"
    }
    return Diagnostic(
      .ruleNeverOpens, "\(what): \(why).", at: place, mend: "Correct what the rule waits for, or delete the rule.", notes: notes)
  }

  // MARK: Closings

  private func closings() -> [Diagnostic] {
    ground.procedure.rules.enumerated().compactMap { number, rule in
      guard let expect = rule.expect, !neverOpen.contains(number) else { return nil }
      let occasions = rule.occasions(on: ground)
      guard let reason = reasonNeverMet(expect, of: rule, openedBy: occasions) else { return nil }
      return Diagnostic(
        .ruleNeverCloses, "Nothing can meet \(rule.inWords): \(reason.words).", at: reason.place ?? rule.place,
        mend: "Correct what the rule expects; as it stands every child who comes under it is told as a breach.",
        notes: reason.notes)
    }
  }

  /// Why nothing that is expected can happen; of several that would each be enough, the first reason.
  private func reasonNeverMet(_ pattern: Pattern, of rule: Rule, openedBy occasions: [Occasion]) -> Reason? {
    switch pattern {
    case .any(let patterns):
      let reasons = patterns.map { reasonNeverMet($0, of: rule, openedBy: occasions) }
      return reasons.allSatisfy { $0 != nil } ? reasons.first ?? nil : nil
    case .all(let patterns): return patterns.lazy.compactMap { reasonNeverMet($0, of: rule, openedBy: occasions) }.first
    case .event(let event, let condition?): return reasonNeverMet(event, condition, of: rule, openedBy: occasions)
    case .event, .entering, .leaving: return reasonNeverMet(pattern)
    }
  }

  private func reasonNeverMet(
    _ event: EventIndex, _ condition: Condition, of rule: Rule, openedBy occasions: [Occasion]
  ) -> Reason? {
    let moment = rule.later(event, occasions.compactMap(\.event))
    let expected = AskedCondition(.pattern("expect"), condition, at: moment)
    let name = ground.procedure.vocabulary.events[event].name
    if ground.areImpossible([expected]) {
      return Reason("what it asks of \"\(name)\" can never hold", at: condition.place)
    }
    let openings = occasions.map { $0.conditions.filter(\.isOfOpening) }
    guard !openings.isEmpty, openings.allSatisfy({ !ground.areImpossible($0) && ground.areImpossible($0 + [expected]) }) else {
      return duringNeverFits(expected, name, of: rule)
    }
    return Reason(
      "what it asks of \"\(name)\" can never hold after the event that opens it", at: condition.place,
      openings[0].compactMap { asked in asked.place.map { Diagnostic.Note("This is what opens it.", at: $0) } })
  }

  /// A cadence is fulfilled only while its `while` holds, and what a pattern asks is judged before the step.
  private func duringNeverFits(_ expected: AskedCondition, _ name: String, of rule: Rule) -> Reason? {
    guard case .cadence(let cadence) = rule.form, cadence.during.asksForStatesAlone else { return nil }
    let during = AskedCondition(.during, cadence.during, at: expected.moment)
    guard !ground.areImpossible([during]), ground.areImpossible([during, expected]) else { return nil }
    return Reason(
      "what it asks of \"\(name)\" can never hold beside its \"while\"", at: expected.place,
      [Diagnostic.Note("This is its \"while\".", at: cadence.during.place)])
  }

  // MARK: States entered and left

  private struct Reason {
    let words: String
    let place: Place?
    let notes: [Diagnostic.Note]

    init(_ words: String, at place: Place? = nil, _ notes: [Diagnostic.Note] = []) {
      self.words = words
      self.place = place
      self.notes = notes
    }
  }

  private func reasonNeverMet(_ leaf: Pattern) -> Reason? {
    switch leaf {
    case .entering(let state) where !ground.isReached(state):
      Reason("no way leads to the state \"\(ground.name(of: state))\"", at: nil, [note(on: state)])
    case .leaving(let state) where !ground.isReached(state):
      Reason("no way leads to the state \"\(ground.name(of: state))\", which it waits to be left", at: nil, [note(on: state)])
    case .leaving(let state) where !ground.movements[state.workflow].canBeLeft(state.state):
      Reason("no transition leaves the state \"\(ground.name(of: state))\"", at: nil, [note(on: state)])
    default: nil
    }
  }

  private func note(on state: StateReference) -> Diagnostic.Note {
    Diagnostic.Note("This is the state.", at: ground.procedure.workflows[state.workflow].states[state.state].place)
  }
}

extension Pattern {
  fileprivate var entered: StateReference? {
    if case .entering(let state) = self { state } else { nil }
  }
}

extension AskedCondition {
  /// Whether it is neither a `while` nor the state entered.
  fileprivate var isAskedFurther: Bool {
    switch part {
    case .during, .beingIn: false
    default: true
    }
  }

  /// Whether it is asked of the event that opens the clock.
  fileprivate var isOfOpening: Bool {
    switch part {
    case .pattern, .when: true
    default: false
    }
  }
}

extension Condition {
  /// Whether nothing but the child's states decides it.
  fileprivate var asksForStatesAlone: Bool {
    var isAlone = true
    expression.visit {
      switch $0 {
      case .state, .not, .and, .or, .constant(.truth): break
      default: isAlone = false
      }
    }
    return isAlone
  }
}
