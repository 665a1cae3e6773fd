import CivilTime
import Conditions
import Procedures

/// What is stated of an event while conditions on it are being met one after another.
struct EventDraft: Hashable {
  let event: EventIndex
  private(set) var attributes: [AttributeIndex: Value] = [:]

  init(_ event: EventIndex) { self.event = event }

  /// What is stated of an event already; more words may be put into its sets.
  init(_ planned: PlannedEvent) {
    event = planned.event
    attributes = planned.attributes.mapValues { value in
      if case .set(let set) = value { Value.set(PartialSet(inside: set.inside, outside: 0)) } else { value }
    }
  }

  /// The event as it will be recorded: every set is stated whole.
  func planned(gap: Int = 1) -> PlannedEvent {
    let stated = attributes.mapValues { value in
      if case .set(let set) = value { Value.set(PartialSet(whole: set.inside)) } else { value }
    }
    return PlannedEvent(event, stated, gap: gap)
  }

  /// The draft with an attribute stated; `nil` where something else is stated already.
  func stating(_ attribute: AttributeIndex, _ value: Value) -> EventDraft? {
    if let stated = attributes[attribute] { return stated == value ? self : nil }
    var draft = self
    draft.attributes[attribute] = value
    return draft
  }

  /// The draft with a word put into a set, or kept out of it; `nil` where the opposite is stated already.
  func stating(_ attribute: AttributeIndex, _ word: Int, isInside: Bool) -> EventDraft? {
    let stated: PartialSet
    switch attributes[attribute] {
    case nil: stated = PartialSet(inside: 0, outside: 0)
    case .set(let set)?: stated = set
    default: return nil
    }
    let bit: UInt128 = 1 << UInt128(word)
    guard (isInside ? stated.outside : stated.inside) & bit == 0 else { return nil }
    var draft = self
    draft.attributes[attribute] = .set(
      PartialSet(
        inside: isInside ? stated.inside | bit : stated.inside, outside: isInside ? stated.outside : stated.outside | bit))
    return draft
  }
}

extension ConditionScope.Attribute {
  /// Whether a value is of the type of the attribute, as a history must have it.
  func admits(_ value: Value) -> Bool {
    switch (type, value) {
    case (.truth, .truth), (.number, .number), (.text, .text), (.date, .date), (.duration, .duration), (.choice, .choice),
      (.set, .set):
      true
    default: false
    }
  }

  /// Something that can be stated of an attribute of which only matters that it is known.
  func anyValue(on day: Day) -> Value? {
    switch type {
    case .truth: .truth(true)
    case .number: .number(NumberRange(Decimal128(1)))
    case .text: .text("stated")
    case .date: .date(DateValue(day.adding(days: 28)))
    case .duration: .duration(DurationRange(Period(4, .week)))
    case .choice: .choice(0)
    case .set: .set(PartialSet(inside: 1, outside: 0))
    default: nil
    }
  }
}
