import CivilTime
import Conditions
import Procedures
import Replay

/// What an event about to be planned can refer to: the day, the events before it, and the clock it is meant to close.
struct PlanningContext {
  let procedure: Procedure
  /// About the day on which the event will happen.
  let day: Day
  /// The events before it, oldest first, and the day of each.
  let before: ArraySlice<PlannedEvent>
  let days: [Day]
  let birth: Day
  /// The event that opened the clock, if one is meant.
  var trigger: PlannedEvent?
  /// The word that `each` stands for.
  var each: Value?
  /// The rule whose check an event is to keep or to break.
  var turned: Turned?
  /// Whether of a planned event only that is stated which is asked of it, and not what keeps the checks made of it.
  var isBare = false
  /// Where the child stands.
  private(set) var active: Set<StateReference>
  /// Where the sibling stands.
  private(set) var besides: Set<StateReference>
  /// Whether the events planned are recorded of the sibling.
  private(set) var isOfSibling = false

  init(_ situation: Situation, before place: Int, for clock: Judgement?, of procedure: Procedure) {
    let example = situation.example
    self.procedure = procedure
    days = Array(example.days[..<place])
    day = (days.last ?? example.start).adding(days: 1)
    before = example.events[..<place]
    birth = example.start.adding(days: example.birth)
    trigger = clock?.openingEvent.map { example.events[$0] }
    each = clock?.member.map { .choice($0) }
    (active, besides) = (situation.active, situation.besides)
  }

  /// What an event of a recorded case can refer to, as far as the record tells it.
  ///
  /// - Parameters:
  ///   - before: what happened to the child until then, oldest first, each with its day.
  ///   - standing: where the child stands, and where the other children of the case do.
  init(
    of procedure: Procedure, day: Day, birth: Day, before: [(event: PlannedEvent, day: Day)],
    standing: (child: Set<StateReference>, besides: Set<StateReference>)
  ) {
    self.procedure = procedure
    self.day = day
    self.before = before.map(\.event)[...]
    days = before.map(\.day)
    self.birth = birth
    (active, besides) = standing
  }

  /// The same about the sibling, who may not be known yet: then every machine is still where it begins.
  func ofSibling(beginning: Set<StateReference>) -> PlanningContext {
    var context = self
    context.active = besides.isEmpty ? beginning : besides
    context.isOfSibling = true
    return context
  }

  /// The value that an operand has with what a draft states; `nil` where that does not decide it.
  func value(of operand: Expression, in draft: EventDraft) -> Value? {
    if let value = value(of: operand) { return value }
    switch operand.evaluate(in: DraftContext(draft: draft, surroundings: self)) {
    case .unknown, .null: return nil
    case let value: return value.isExact ? value : nil
    }
  }

  /// The value that an operand has whatever the event states; `nil` where that hangs on it or is not seen.
  func value(of operand: Expression) -> Value? {
    switch operand {
    case .constant(let value): value
    case .parameter(let parameter): procedure.parameters[parameter].value(on: day)
    case .trigger(let attribute): trigger?.attributes[attribute]
    case .each: each
    case .attribute(let attribute, .call(.latest, let lists)):
      lists.first.flatMap(latest).flatMap { $0.attributes[attribute] }
    default: nil
    }
  }

  /// The words of a set that is known; a set of the event itself is so only with what a draft of it states.
  func words(of set: Expression, in draft: EventDraft? = nil) -> [Int]? {
    let whole = set.wholeSet
    let value = if case .this(let attribute) = whole { draft?.attributes[attribute] } else { value(of: whole) }
    guard case .set(let words)? = value else { return nil }
    return (0..<128).filter { words.contains($0) == .yes }
  }

  private func latest(of list: Expression) -> PlannedEvent? {
    switch list {
    case .occurrences(let events, _): before.last { events.contains($0.event) }
    case .filter(let list, _): latest(of: list)
    default: nil
    }
  }
}

/// A check, and how it is to turn out.
struct Turned {
  let rule: RuleIndex
  let isKept: Bool
}
