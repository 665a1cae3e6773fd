import CivilTime
import Conditions
import Procedures

/// Makes events that state what a step needs, and that keep the checks made of them where they can.
struct EventPlanner {
  let procedure: Procedure
  /// By event: the checks that are made when it happens, each with what the event must state for it to be made.
  private let checks: [[MadeCheck]]
  /// By event: the sets over whose words some rule opens one clock or check each.
  private let eachSets: [[AttributeIndex]]
  /// By event: what the clocks that it opens ask of it when they look for what closes them.
  private let askedByClosing: [[AttributeIndex]]

  private struct MadeCheck {
    let asks: [Expression]
    let require: Expression
    let isOfEach: Bool
  }

  init(_ procedure: Procedure) {
    self.procedure = procedure
    var checks: [[MadeCheck]] = Array(repeating: [], count: procedure.vocabulary.events.count)
    var eachSets: [[AttributeIndex]] = Array(repeating: [], count: procedure.vocabulary.events.count)
    var asked: [Set<AttributeIndex>] = Array(repeating: [], count: procedure.vocabulary.events.count)
    for rule in procedure.rules {
      let closing = rule.expect?.events.compactMap { $0.condition?.expression } ?? []
      for (event, _) in rule.openingPattern?.events ?? [] {
        for condition in closing { condition.visit { if case .trigger(let name) = $0 { asked[event].insert(name) } } }
      }
      for (event, condition) in rule.openingPattern?.events ?? [] {
        if let set = rule.each?.over.expression.ownSet, !eachSets[event].contains(set) { eachSets[event].append(set) }
        guard case .check(let check) = rule.form else { continue }
        let asks = [condition, check.when].compactMap { $0?.expression }
        checks[event].append(
          MadeCheck(asks: asks, require: check.require.expression, isOfEach: rule.each != nil))
      }
    }
    self.checks = checks
    self.eachSets = eachSets
    askedByClosing = asked.map { $0.sorted() }
  }

  /// Events of the type that state what the conditions need, the most promising first.
  func plans(_ event: EventIndex, holding conditions: [Expression], in surroundings: PlanningContext) -> [PlannedEvent] {
    let drafting = EventDrafting(surroundings: surroundings)
    var drafts = [EventDraft(event)]
    for condition in conditions {
      drafts = drafts.flatMap { drafting.drafts(from: $0, with: condition, being: true) }
    }
    var plans: [PlannedEvent] = []
    for draft in drafts {
      let plan = keepingChecks(draft, conditions, surroundings).planned()
      if !plans.contains(plan) { plans.append(plan) }
    }
    return plans
  }

  /// The draft with more stated, so that the checks made of it hold as far as its own attributes decide them.
  private func keepingChecks(
    _ draft: EventDraft, _ conditions: [Expression], _ surroundings: PlanningContext
  ) -> EventDraft {
    var draft = draft
    var surroundings = surroundings
    for set in eachSets[draft.event] {
      if draft.attributes[set] == nil { draft = draft.stating(set, 0, isInside: true) ?? draft }
      if surroundings.each == nil { surroundings.each = draft.firstWord(of: set).map { .choice($0) } }
    }
    for name in askedByClosing[draft.event] where draft.attributes[name] == nil {
      let attribute = procedure.vocabulary.events[draft.event].attributes.first { $0.index == name }
      if let value = attribute?.anyValue(on: surroundings.day) { draft = draft.stating(name, value) ?? draft }
    }
    for check in checks[draft.event] {
      let context = DraftContext(draft: draft, surroundings: surroundings)
      guard check.asks.allSatisfy({ $0.holds(in: context) != .no }), check.require.holds(in: context) != .yes else { continue }
      let better = EventDrafting(surroundings: surroundings).drafts(from: draft, with: check.require, being: true)
      let kept = better.first { candidate in
        let context = DraftContext(draft: candidate, surroundings: surroundings)
        return conditions.allSatisfy { $0.holds(in: context) != .no }
      }
      draft = kept ?? draft
    }
    return draft
  }
}

extension EventDraft {
  fileprivate func firstWord(of attribute: AttributeIndex) -> Int? {
    guard case .set(let set)? = attributes[attribute], set.inside != 0 else { return nil }
    return set.inside.trailingZeroBitCount
  }
}

extension Expression {
  /// The set of the event itself whose words a rule goes through.
  fileprivate var ownSet: AttributeIndex? {
    switch self {
    case .this(let attribute), .trigger(let attribute): attribute
    case .members(let inner, _): inner.ownSet
    default: nil
    }
  }
}

extension Rule {
  /// What opens the rule's clock or makes its check, where that is a pattern.
  var openingPattern: Pattern? {
    switch form {
    case .check(let check): check.at
    case .deadline(let deadline):
      switch deadline.trigger {
      case .pattern(let pattern): pattern
      case .date(let event, _): .event(event, nil)
      case .overdue: nil
      }
    case .cadence, .invariant: nil
    }
  }
}

extension Rule {
  /// Whether the rule applies at all where it would open.
  var when: Condition? {
    switch form {
    case .deadline(let deadline): deadline.when
    case .cadence(let cadence): cadence.when
    case .check(let check): check.when
    case .invariant: nil
    }
  }
}

extension Pattern {
  /// The events it names, each with its condition.
  var events: [(event: EventIndex, condition: Condition?)] {
    leaves.compactMap { leaf in leaf.event.map { ($0, leaf.condition) } }
  }
}
