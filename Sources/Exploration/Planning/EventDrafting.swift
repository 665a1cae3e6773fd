import CivilTime
import Conditions
import Procedures

/// Finds what an event must state for conditions on it to hold.
///
/// What it gives is a proposal: the replay decides whether the condition holds.
struct EventDrafting {
  let surroundings: PlanningContext
  /// No more alternatives than this are kept.
  private static let mostAlternatives = 6

  private var procedure: Procedure { surroundings.procedure }

  /// Drafts under which the condition has the truth wanted, as far as the event's own attributes decide it; none where they
  /// cannot give it.
  func drafts(from draft: EventDraft, with condition: Expression, being wanted: Bool) -> [EventDraft] {
    switch condition {
    case .constant(.truth(let truth)): return truth == wanted ? [draft] : []
    case .not(let inner): return drafts(from: draft, with: inner, being: !wanted)
    case .and(let a, let b): return wanted ? both(a, b, true, draft) : either(a, b, false, draft)
    case .or(let a, let b): return wanted ? either(a, b, true, draft) : both(a, b, false, draft)
    case .choose(let condition, let then, let otherwise):
      return both(condition, then, wanted, draft, first: true) + both(condition, otherwise, wanted, draft, first: false)
    case .compare(let comparison, let a, let b):
      return compared(draft, wanted ? comparison : comparison.opposite, a, b)
    case .anyOf(let subject, let items): return oneOf(draft, subject, items, wanted)
    case .within(let subject, let low, _, let high, _):
      let ends = [low, high].flatMap { compared(draft, .equal, subject, $0) }
      return wanted ? ends : compared(draft, .less, subject, low) + compared(draft, .greater, subject, high)
    case .call(.listContains, let arguments): return containing(draft, arguments, wanted)
    case .call(.known, let arguments): return knowing(draft, arguments, wanted)
    case .every(let over, let satisfies) where wanted: return containingAll(draft, over, satisfies)
    default:
      guard let attribute = attribute(condition, of: draft), attribute.type == .truth else { return [draft] }
      return [draft.stating(attribute.index, .truth(wanted))].compactMap(\.self)
    }
  }

  private func both(
    _ a: Expression, _ b: Expression, _ wanted: Bool, _ draft: EventDraft, first: Bool? = nil
  ) -> [EventDraft] {
    // What must only be known comes last: something else may say what it must be.
    if case .call(.known, _) = a, first == nil {
      let found = drafts(from: draft, with: b, being: wanted).flatMap { drafts(from: $0, with: a, being: wanted) }
      return Array(found.prefix(EventDrafting.mostAlternatives))
    }
    let found = drafts(from: draft, with: a, being: first ?? wanted).flatMap { drafts(from: $0, with: b, being: wanted) }
    return Array(found.prefix(EventDrafting.mostAlternatives))
  }

  private func either(_ a: Expression, _ b: Expression, _ wanted: Bool, _ draft: EventDraft) -> [EventDraft] {
    var found = drafts(from: draft, with: a, being: wanted)
    for other in drafts(from: draft, with: b, being: wanted) where !found.contains(other) { found.append(other) }
    return Array(found.prefix(EventDrafting.mostAlternatives))
  }

  /// The attribute of the event that an expression reads.
  private func attribute(_ expression: Expression, of draft: EventDraft) -> ConditionScope.Attribute? {
    let index: AttributeIndex
    switch expression {
    case .this(let attribute): index = attribute
    case .itemAttribute(let attribute, scope: 0): index = attribute
    default: return nil
    }
    return procedure.vocabulary.events[draft.event].attributes.first { $0.index == index }
  }
}

// MARK: - Values

extension EventDrafting {
  private func compared(_ draft: EventDraft, _ comparison: Comparison, _ a: Expression, _ b: Expression) -> [EventDraft] {
    if case .call(.count, let lists) = a, let set = lists.first.flatMap({ self.attribute($0.wholeSet, of: draft) }) {
      return counting(draft, set, comparison, surroundings.value(of: b, in: draft))
    }
    if let attribute = attribute(a, of: draft) {
      guard let value = surroundings.value(of: b, in: draft) else { return sharing(draft, comparison, attribute, b) }
      return stating(draft, attribute, comparison, value)
    }
    if let attribute = attribute(b, of: draft), let value = surroundings.value(of: a, in: draft) {
      return stating(draft, attribute, comparison.mirrored, value)
    }
    if let (subject, other) = moved(a, across: b, of: draft) { return compared(draft, comparison, subject, other) }
    if let (subject, other) = moved(b, across: a, of: draft) { return compared(draft, comparison.mirrored, subject, other) }
    return [draft]
  }

  /// What is added to an attribute of the event, or taken from it, taken from or added to the other side; `nil` where there is
  /// no such attribute.
  private func moved(_ side: Expression, across other: Expression, of draft: EventDraft) -> (Expression, Expression)? {
    guard case .arithmetic(let operation, let subject, let more) = side, attribute(subject, of: draft) != nil else { return nil }
    switch operation {
    case .add: return (subject, .arithmetic(.subtract, other, more))
    case .subtract: return (subject, .arithmetic(.add, other, more))
    default: return nil
    }
  }

  /// A set of the event with none of its words, or with the first.
  private func counting(
    _ draft: EventDraft, _ set: ConditionScope.Attribute, _ comparison: Comparison, _ wanted: Value?
  ) -> [EventDraft] {
    guard case .number(let range)? = wanted, let number = range.exact else { return [draft] }
    let (none, one) = (comparison.holds(Decimal128(0), number), comparison.holds(Decimal128(1), number))
    let bare = none ? [draft.stating(set.index, .set(PartialSet(whole: 0)))] : []
    let filled = one ? [draft.stating(set.index, 0, isInside: true)] : []
    return (bare + filled).compactMap(\.self)
  }

  /// An attribute of the event compared with what is worked out from others of its attributes, which are stated as well.
  private func sharing(
    _ draft: EventDraft, _ comparison: Comparison, _ attribute: ConditionScope.Attribute, _ other: Expression
  ) -> [EventDraft] {
    var stated = draft
    other.visit { part in
      guard let second = self.attribute(part, of: draft), stated.attributes[second.index] == nil,
        let value = second.anyValue(on: surroundings.day)
      else { return }
      stated = stated.stating(second.index, value) ?? stated
    }
    if let value = surroundings.value(of: other, in: stated) { return stating(stated, attribute, comparison, value) }
    // Of what it is compared with nothing is known yet: that something is stated may help later.
    let any = draft.attributes[attribute.index] == nil ? attribute.anyValue(on: surroundings.day) : nil
    return [any.flatMap { draft.stating(attribute.index, $0) }, draft].compactMap(\.self)
  }

  private func stating(
    _ draft: EventDraft, _ attribute: ConditionScope.Attribute, _ comparison: Comparison, _ value: Value
  ) -> [EventDraft] {
    values(comparison, value, attribute.type).filter(attribute.admits).compactMap { draft.stating(attribute.index, $0) }
  }

  /// Values that compare with another as wanted, the nearest first.
  private func values(_ comparison: Comparison, _ value: Value, _ type: ConditionType) -> [Value] {
    switch comparison {
    case .equal: return [value]
    case .lessOrEqual, .greaterOrEqual: return [value]
    case .less: return stepped(value, by: -1)
    case .greater: return stepped(value, by: 1)
    case .notEqual:
      switch (value, type) {
      case (.truth(let truth), _): return [.truth(!truth)]
      case (.choice(let word), .choice(let list)):
        return list.members.indices.filter { $0 != word }.prefix(3).map { .choice($0) }
      default: return stepped(value, by: 1)
      }
    }
  }

  private func stepped(_ value: Value, by step: Int) -> [Value] {
    switch value {
    case .number(let range): return (range.exact.flatMap { $0 + Decimal128(step) }).map { [.number(NumberRange($0))] } ?? []
    case .date(let date): return [.date(DateValue(date.earliest.adding(days: step)))]
    case .duration(let range):
      return range.exact.map { [.duration(DurationRange(Period($0.count + step, $0.unit)))] } ?? []
    default: return []
    }
  }

  private func oneOf(_ draft: EventDraft, _ subject: Expression, _ items: [Expression], _ wanted: Bool) -> [EventDraft] {
    guard let attribute = attribute(subject, of: draft) else { return [draft] }
    let values = items.compactMap { surroundings.value(of: $0) }
    if wanted { return values.filter(attribute.admits).compactMap { draft.stating(attribute.index, $0) } }
    guard case .choice(let list) = attribute.type else { return [draft] }
    let others = list.members.indices.map { Value.choice($0) }.filter { !values.contains($0) }
    return others.prefix(3).compactMap { draft.stating(attribute.index, $0) }
  }
}

// MARK: - Sets, and what is known

extension EventDrafting {
  private func containing(_ draft: EventDraft, _ arguments: [Expression], _ wanted: Bool) -> [EventDraft] {
    guard arguments.count == 2 else { return [draft] }
    guard let attribute = attribute(arguments[0], of: draft) else { return oneOfSet(draft, arguments, wanted) }
    guard case .choice(let word)? = surroundings.value(of: arguments[1]) else { return [draft] }
    return [draft.stating(attribute.index, word, isInside: wanted)].compactMap(\.self)
  }

  /// An attribute of the event that a known set contains, or does not.
  private func oneOfSet(_ draft: EventDraft, _ arguments: [Expression], _ wanted: Bool) -> [EventDraft] {
    guard let attribute = attribute(arguments[1], of: draft), case .choice(let list) = attribute.type,
      case .set(let set)? = surroundings.value(of: arguments[0], in: draft)
    else { return [draft] }
    let words = list.members.indices.filter { (set.contains($0) == .yes) == wanted }
    return words.prefix(3).compactMap { draft.stating(attribute.index, .choice($0)) }
  }

  private func knowing(_ draft: EventDraft, _ arguments: [Expression], _ wanted: Bool) -> [EventDraft] {
    guard let subject = arguments.first, let attribute = attribute(subject, of: draft) else { return [draft] }
    let isStated = draft.attributes[attribute.index] != nil
    guard wanted else { return isStated ? [] : [draft] }
    guard !isStated, let value = attribute.anyValue(on: surroundings.day) else { return [draft] }
    return [draft.stating(attribute.index, value)].compactMap(\.self)
  }

  /// Every word of a known set stands in a set of the event.
  private func containingAll(_ draft: EventDraft, _ over: Expression, _ satisfies: Expression) -> [EventDraft] {
    guard let words = surroundings.words(of: over, in: draft), case .call(.listContains, let arguments) = satisfies,
      arguments.count == 2, case .item(scope: 0) = arguments[1], let attribute = attribute(arguments[0], of: draft)
    else { return [draft] }
    var filled: EventDraft? = draft
    for word in words { filled = filled?.stating(attribute.index, word, isInside: true) }
    return [filled].compactMap(\.self)
  }
}
