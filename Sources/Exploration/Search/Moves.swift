import CivilTime
import Conditions
import Procedures
import Replay

/// A change of an example by one event.
enum Move: Hashable {
  /// Puts it before the event of that number or, at the end, after the last.
  case insert(PlannedEvent, at: Int)
  /// Puts it in place of the event of that number.
  case replace(PlannedEvent, at: Int)
  /// Observes that many days after the last event.
  case wait(Int)
  /// Puts it where observation ended, which then goes on for a day.
  case follow(PlannedEvent)
}

/// Events that may bring a child nearer to something: a state, a condition that holds, a clock that closes.
struct Moves {
  let planner: EventPlanner
  let maps: [WorkflowMap]
  private(set) var surroundings: PlanningContext
  private static let deepest = 3

  private var procedure: Procedure { planner.procedure }

  /// Steps that bring the machine nearer to a state.
  func toward(_ goal: StateReference, depth: Int = 0) -> [PlannedEvent] {
    guard depth < Moves.deepest else { return [] }
    let map = maps[goal.workflow]
    let steps = map.stepsTo[goal.state]
    let standing = surroundings.active.filter { $0.workflow == goal.workflow }.map(\.state)
    let from = standing.isEmpty ? Array(map.beginning) : standing
    guard let now = from.compactMap({ steps[$0] }).min(), now > 0 else { return [] }
    return map.workflow.transitions.indices.flatMap { number -> [PlannedEvent] in
      let ahead = map.entered[number].compactMap { steps[$0] }.min()
      guard let ahead, ahead < now, isOpen(map, number, from) else { return [] }
      return taking(map.workflow.transitions[number], depth: depth)
    }
  }

  /// Steps that leave a state.
  func away(from state: StateReference, depth: Int = 0) -> [PlannedEvent] {
    guard depth < Moves.deepest else { return [] }
    let map = maps[state.workflow]
    return map.workflow.transitions.indices.flatMap { number -> [PlannedEvent] in
      let transition = map.workflow.transitions[number]
      guard !transition.to.isEmpty, !map.entered[number].contains(state.state), isOpen(map, number, [state.state]) else {
        return []
      }
      return taking(transition, depth: depth)
    }
  }

  /// The same, where events are to keep or to break a rule's check.
  func turning(_ turned: Turned) -> Moves {
    var moves = self
    moves.surroundings.turned = turned
    return moves
  }

  /// The same, where of events only that is stated which is asked of them.
  var bare: Moves {
    var moves = self
    moves.surroundings.isBare = true
    return moves
  }

  /// The same about the child's sibling.
  private func ofSibling() -> Moves {
    var moves = self
    moves.surroundings = surroundings.ofSibling(beginning: maps.beginning)
    return moves
  }

  /// Steps that lead on from where the child stands, wherever they lead.
  func onward(in workflow: WorkflowIndex) -> [PlannedEvent] {
    let map = maps[workflow]
    let standing = surroundings.active.filter { $0.workflow == workflow }.map(\.state)
    return map.workflow.transitions.indices.flatMap { number in
      isOpen(map, number, standing) ? taking(map.workflow.transitions[number]) : []
    }
  }

  private func isOpen(_ map: WorkflowMap, _ transition: Int, _ from: [StateIndex]) -> Bool {
    from.contains { map.around[$0].contains(map.workflow.transitions[transition].from) }
  }

  /// Events that cue a transition with its guard met, and events that help its guard.
  func taking(_ transition: Transition, depth: Int = 0) -> [PlannedEvent] {
    guard case .events(let events) = transition.cue else { return [] }
    let guards = [transition.when?.expression].compactMap(\.self)
    return events.flatMap { planner.plans($0, holding: guards, in: surroundings) }
      + guards.flatMap { serving($0, being: true, depth: depth + 1) }
  }

  /// Events after which a condition is more likely to have the truth wanted.
  func serving(_ condition: Expression, being wanted: Bool, depth: Int = 0) -> [PlannedEvent] {
    guard depth < Moves.deepest else { return [] }
    switch condition {
    case .and(let a, let b) where wanted:
      return askedTogether(condition) + [a, b].flatMap { serving($0, being: true, depth: depth) }
    case .not(let inner): return serving(inner, being: !wanted, depth: depth)
    case .state(let state): return wanted ? toward(state, depth: depth + 1) : away(from: state, depth: depth + 1)
    case .occurrences(let events, _): return events.flatMap { planner.plans($0, holding: [], in: surroundings) }
    case .filter(let list, let keeping): return occurring(list, [keeping])
    case .some(.siblings, let satisfies):
      return wanted ? ofSibling().serving(satisfies, being: true, depth: depth).map(\.ofSibling) : []
    case .stateOfChild(let state, _):
      guard surroundings.isOfSibling else { return [] }
      return wanted ? toward(state, depth: depth + 1) : away(from: state, depth: depth + 1)
    case .some(let over, let satisfies):
      let others = satisfies.eventsAskedFor.flatMap { planner.plans($0, holding: [], in: surroundings) }
      return occurring(over, [satisfies]) + others
    case .every(let over, let satisfies): return occurring(over, wanted ? satisfies.knowing : [.not(satisfies)])
    case .call(.since, let lists): return lists.first.map { serving($0, being: wanted, depth: depth) } ?? []
    case .clocks(_, let rule): return opening(procedure.rules[rule], depth: depth + 1)
    default:
      if let ask = condition.askOfLatest { return occurring(ask.list, [wanted ? ask.asked : .not(ask.asked)]) }
      return condition.parts.flatMap { serving($0, being: wanted, depth: depth) }
    }
  }

  /// Events that state at once what the parts of a condition ask of the latest of them.
  private func askedTogether(_ condition: Expression) -> [PlannedEvent] {
    var asks: [(list: Expression, asked: [Expression])] = []
    for (list, asked) in condition.conjuncts.compactMap(\.firstAskOfLatest) {
      if let place = asks.firstIndex(where: { $0.list == list }) {
        asks[place].asked.append(asked)
      } else {
        asks.append((list, [asked]))
      }
    }
    return asks.flatMap { occurring($0.list, $0.asked) }
  }

  /// Events of which all that is stated is what these conditions ask of an item.
  private func occurring(_ list: Expression, _ conditions: [Expression]) -> [PlannedEvent] {
    switch list {
    case .occurrences(let events, _): events.flatMap { planner.plans($0, holding: conditions, in: surroundings) }
    case .filter(let inner, let keeping): occurring(inner, conditions + [keeping])
    case .call(_, let lists): lists.first.map { occurring($0, conditions) } ?? []
    default: list.parts.flatMap { occurring($0, conditions) }
    }
  }

  /// Events that a pattern fits.
  func fitting(_ pattern: Pattern, depth: Int = 0) -> [PlannedEvent] {
    switch pattern {
    case .event(let event, let condition):
      let conditions = [condition?.expression].compactMap(\.self)
      return planner.plans(event, holding: conditions, in: surroundings)
        + conditions.flatMap { serving($0, being: true, depth: depth + 1) }
    case .any(let patterns), .all(let patterns): return patterns.flatMap { fitting($0, depth: depth) }
    case .entering(let state): return toward(state, depth: depth)
    case .leaving(let state): return away(from: state, depth: depth)
    }
  }

  /// Events that open a rule's clock, make its check, or begin its invariant.
  func opening(_ rule: Rule, depth: Int = 0) -> [PlannedEvent] {
    guard depth < Moves.deepest else { return [] }
    if case .deadline(let deadline) = rule.form, case .overdue(let other) = deadline.trigger {
      return opening(procedure.rules[other], depth: depth + 1)
    }
    let member = rule.each.map { Expression.call(.known, [$0.over.expression.wholeSet]) }
    let conditions = [rule.during?.expression, rule.when?.expression, member].compactMap(\.self)
    return planned(rule.openingPattern, conditions + rule.openingDate, depth: depth)
      + conditions.flatMap { serving($0, being: true, depth: depth) }
  }

  /// Events of a trigger that also meet what the rule asks of them.
  private func planned(_ pattern: Pattern?, _ asks: [Expression], depth: Int) -> [PlannedEvent] {
    guard let pattern else { return [] }
    switch pattern {
    case .event(let event, let condition):
      return planner.plans(event, holding: [condition?.expression].compactMap(\.self) + asks, in: surroundings)
        + (condition.map { serving($0.expression, being: true, depth: depth + 1) } ?? [])
    case .any(let patterns), .all(let patterns): return patterns.flatMap { planned($0, asks, depth: depth) }
    case .entering, .leaving: return fitting(pattern, depth: depth)
    }
  }

  /// The event that opened a clock, stated otherwise so that it opens none.
  func restated(_ event: PlannedEvent, notOpening rule: Rule) -> [PlannedEvent] {
    let conditions = (rule.openingPattern?.events ?? []).filter { $0.event == event.event }.map(\.condition) + [rule.when]
    let drafting = EventDrafting(surroundings: surroundings)
    return conditions.compactMap { $0?.expression }.flatMap { condition in
      drafting.drafts(from: EventDraft(event), with: condition, being: false).map { $0.planned(gap: event.gap) }
    }.filter { $0 != event }
  }

  /// Events that end an open clock, by doing what it waits for or by what excepts it.
  func closing(_ rule: Rule) -> [PlannedEvent] {
    switch rule.form {
    case .deadline(let deadline):
      fitting(deadline.expect) + (deadline.during.map { serving($0.expression, being: false) } ?? [])
    case .cadence(let cadence):
      serving(cadence.during.expression, being: false)
        + (cadence.when.map { serving($0.expression, being: false) } ?? [])
    case .check, .invariant: []
    }
  }
}

extension Expression {
  /// The events whose occurrences it asks for, in its order.
  var eventsAskedFor: [EventIndex] {
    var events: [EventIndex] = []
    visit { if case .occurrences(let asked, _) = $0 { events += asked.filter { !events.contains($0) } } }
    return events
  }

  fileprivate var conjuncts: [Expression] { if case .and(let a, let b) = self { a.conjuncts + b.conjuncts } else { [self] } }

  /// What it asks of the latest of a list, as it would be asked of an item.
  fileprivate var askOfLatest: (list: Expression, asked: Expression)? {
    switch self {
    case .call(.known, let subjects):
      guard let ask = subjects.first?.askOfLatest else { return nil }
      return (ask.list, .call(.known, [ask.asked]))
    case .compare(let comparison, let subject, let value):
      if let ask = subject.figureOfLatest { return (ask.list, .compare(comparison, ask.asked, value)) }
      return value.figureOfLatest.map { ($0.list, .compare(comparison.mirrored, $0.asked, subject)) }
    case .call(.listContains, let arguments):
      guard arguments.count == 2, let ask = arguments[0].askOfLatest else { return nil }
      return (ask.list, .call(.listContains, [ask.asked, arguments[1]]))
    case .attribute(let attribute, .call(.latest, let lists)):
      return lists.first.map { ($0, .itemAttribute(attribute, scope: 0)) }
    default: return nil
    }
  }

  /// An attribute of the latest of a list, or that with something added or taken off.
  private var figureOfLatest: (list: Expression, asked: Expression)? {
    switch self {
    case .attribute: askOfLatest
    case .arithmetic(let operation, let subject, let other):
      subject.figureOfLatest.map { ($0.list, .arithmetic(operation, $0.asked, other)) }
    default: nil
    }
  }

  /// The same, of the first of several ways to meet it.
  fileprivate var firstAskOfLatest: (list: Expression, asked: Expression)? {
    switch self {
    case .or(let a, let b): a.firstAskOfLatest ?? b.firstAskOfLatest
    case .not(let inner): inner.firstAskOfLatest.map { ($0.list, .not($0.asked)) }
    default: askOfLatest
    }
  }

  /// That all is known that a condition reads of an item.
  fileprivate var knowing: [Expression] {
    var known: [Expression] = []
    visit { if case .itemAttribute(_, scope: 0) = $0, !known.contains(.call(.known, [$0])) { known.append(.call(.known, [$0])) } }
    return known
  }
}
