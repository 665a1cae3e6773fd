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
  /// By event: what the lengths of the clocks that it opens ask of it.
  private let askedByLengths: [[AttributeIndex]]
  /// By event: what a rule asks of it where it looks for earlier events.
  private let askedOfEarlier: [[RuleIndex: [AttributeIndex]]]

  private struct MadeCheck {
    let rule: RuleIndex
    let asks: [Expression]
    let require: Expression
    /// What the check is made of each of, where it is.
    let each: Expression?
  }

  init(_ procedure: Procedure) {
    self.procedure = procedure
    var checks: [[MadeCheck]] = Array(repeating: [], count: procedure.vocabulary.events.count)
    var eachSets: [[AttributeIndex]] = Array(repeating: [], count: procedure.vocabulary.events.count)
    var asked: [Set<AttributeIndex>] = Array(repeating: [], count: procedure.vocabulary.events.count)
    var lengths = asked
    var earlier: [[RuleIndex: [AttributeIndex]]] = Array(repeating: [:], count: procedure.vocabulary.events.count)
    func note(_ conditions: [Expression], of event: EventIndex, in names: inout [Set<AttributeIndex>]) {
      for condition in conditions { condition.visit { if case .trigger(let name) = $0 { names[event].insert(name) } } }
    }
    for (index, rule) in procedure.rules.enumerated() {
      for condition in [rule.when, rule.require].compactMap(\.self) {
        for (event, attribute) in condition.expression.asksOfItems where earlier[event][index]?.contains(attribute) != true {
          earlier[event][index, default: []].append(attribute)
        }
      }
      let closing = rule.expect?.events.compactMap { $0.condition?.expression } ?? []
      for (event, _) in rule.openingPattern?.events ?? [] {
        note(rule.limits.compactMap(\.expression), of: event, in: &lengths)
        note(closing, of: event, in: &asked)
      }
      for (event, condition) in rule.openingPattern?.events ?? [] {
        if let set = rule.each?.over.expression.ownSet, !eachSets[event].contains(set) { eachSets[event].append(set) }
        guard case .check(let check) = rule.form else { continue }
        let asks = [condition, check.when].compactMap { $0?.expression }
        checks[event].append(
          MadeCheck(rule: index, asks: asks, require: check.require.expression, each: rule.each?.over.expression))
      }
    }
    self.checks = checks
    self.eachSets = eachSets
    askedByClosing = asked.map { $0.sorted() }
    askedByLengths = lengths.map { $0.sorted() }
    askedOfEarlier = earlier
  }

  /// Events of the type that state what the conditions need, the most promising first.
  func plans(_ event: EventIndex, holding conditions: [Expression], in surroundings: PlanningContext) -> [PlannedEvent] {
    let drafting = EventDrafting(surroundings: surroundings)
    var drafts = turned(EventDraft(event), surroundings)
    let conditions = conditions.map(\.ofThis)
    for condition in conditions {
      drafts = drafts.flatMap { drafting.drafts(from: $0, with: condition, being: true) }
    }
    var plans: [PlannedEvent] = []
    for draft in drafts {
      let plan =
        surroundings.isBare
        ? PlannedEvent(event, draft.attributes) : keepingChecks(draft, conditions, surroundings).planned()
      if !plans.contains(plan) { plans.append(plan) }
    }
    return plans
  }

  /// Drafts of which the check that is to turn out so does, as far as they alone decide it: before anything else is stated.
  private func turned(_ draft: EventDraft, _ surroundings: PlanningContext) -> [EventDraft] {
    guard let turned = surroundings.turned, let check = checks[draft.event].first(where: { $0.rule == turned.rule }),
      check.each == nil
    else { return [draft] }
    let drafts = EventDrafting(surroundings: surroundings).drafts(from: draft, with: check.require, being: turned.isKept)
    return drafts.isEmpty ? [draft] : drafts
  }

  /// The draft with more stated, so that the checks made of it hold as far as its own attributes decide them, but the one
  /// that it is to break.
  private func keepingChecks(
    _ draft: EventDraft, _ conditions: [Expression], _ surroundings: PlanningContext
  ) -> EventDraft {
    var draft = draft
    var surroundings = surroundings
    for set in eachSets[draft.event] {
      if draft.attributes[set] == nil { draft = draft.stating(set, 0, isInside: true) ?? draft }
      if surroundings.each == nil { surroundings.each = draft.firstWord(of: set).map { .choice($0) } }
    }
    // A clock whose length is not stated is never due, so it is stated only where a clock is what is looked for.
    let lengths = surroundings.turned == nil ? [] : askedByLengths[draft.event]
    let counted = surroundings.turned.flatMap { askedOfEarlier[draft.event][$0.rule] } ?? []
    for name in askedByClosing[draft.event] + lengths + counted where draft.attributes[name] == nil {
      let attribute = procedure.vocabulary.events[draft.event].attributes.first { $0.index == name }
      guard let value = attribute?.anyValue(on: surroundings.day), let stated = draft.stating(name, value) else { continue }
      if stated.allows(conditions, surroundings) { draft = stated }
    }
    for check in checks[draft.event] {
      if let words = check.each.flatMap({ surroundings.words(of: $0) }), let first = words.first {
        guard surroundings.isToBreak(check.rule) else {
          draft = draft.keeping(check.require, ofEach: words, surroundings)
          continue
        }
        surroundings.each = .choice(first)
      }
      let context = DraftContext(draft: draft, surroundings: surroundings)
      let (wanted, isWanted) = surroundings.isToBreak(check.rule) ? (Truth.no, false) : (.yes, true)
      guard check.asks.allSatisfy({ $0.holds(in: context) != .no }), check.require.holds(in: context) != wanted else { continue }
      let better = EventDrafting(surroundings: surroundings).drafts(from: draft, with: check.require, being: isWanted)
      draft = better.first { $0.allows(conditions, surroundings) } ?? draft
    }
    return draft
  }
}

extension PlanningContext {
  fileprivate func isToBreak(_ rule: RuleIndex) -> Bool { turned.map { $0.rule == rule && !$0.isKept } ?? false }
}

extension EventDraft {
  /// Whether what it states rules none of the conditions out.
  fileprivate func allows(_ conditions: [Expression], _ surroundings: PlanningContext) -> Bool {
    let context = DraftContext(draft: self, surroundings: surroundings)
    return conditions.allSatisfy { $0.holds(in: context) != .no }
  }

  /// The draft with more stated, so that a condition holds of each of some words, as far as it can be made to.
  fileprivate func keeping(_ require: Expression, ofEach words: [Int], _ surroundings: PlanningContext) -> EventDraft {
    var (draft, surroundings) = (self, surroundings)
    for word in words {
      surroundings.each = .choice(word)
      draft = EventDrafting(surroundings: surroundings).drafts(from: draft, with: require, being: true).first ?? draft
    }
    return draft
  }

  fileprivate func firstWord(of attribute: AttributeIndex) -> Int? {
    guard case .set(let set)? = attributes[attribute], set.inside != 0 else { return nil }
    return set.inside.trailingZeroBitCount
  }
}

extension Expression {
  /// What it asks of the members of lists of events, in its order.
  fileprivate var asksOfItems: [(EventIndex, AttributeIndex)] {
    var asks: [(EventIndex, AttributeIndex)] = []
    visit { part in
      let (list, asked): (Expression, Expression)
      switch part {
      case .filter(let over, let keeping): (list, asked) = (over, keeping)
      case .some(let over, let satisfies), .every(let over, let satisfies): (list, asked) = (over, satisfies)
      default: return
      }
      var events: [EventIndex] = []
      list.visit { if case .occurrences(let some, _) = $0 { events += some } }
      asked.visit { if case .itemAttribute(let attribute, scope: 0) = $0 { asks += events.map { ($0, attribute) } } }
    }
    return asks
  }

  /// The set of the event itself whose words a rule goes through.
  fileprivate var ownSet: AttributeIndex? {
    switch wholeSet {
    case .this(let attribute), .trigger(let attribute): attribute
    default: nil
    }
  }
}

extension LimitLength {
  /// What it is worked out from, where it is.
  fileprivate var expression: Expression? {
    if case .expression(let condition) = self { condition.expression } else { nil }
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
  /// That the date is stated from which the rule's clock counts.
  var openingDate: [Expression] {
    guard case .deadline(let deadline) = form, case .date(_, let attribute) = deadline.trigger else { return [] }
    return [.call(.known, [.this(attribute)])]
  }
}

extension Pattern {
  /// The events it names, each with its condition.
  var events: [(event: EventIndex, condition: Condition?)] {
    leaves.compactMap { leaf in leaf.event.map { ($0, leaf.condition) } }
  }
}
