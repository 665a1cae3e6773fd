import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Whether a `done: no` entry says that nothing happened which a condition asks for.
  ///
  /// It must not speak of something else, as "no visit by the health visitor" does where a social worker's is waited for,
  /// nor of something narrower, as "no visit at home" does where any visit is.
  func denies(_ entry: Int, _ condition: CompiledCondition?) -> Bool {
    if let condition {
      event = entry
      beginAsking()
      if holds(condition) == .no { return false }
    }
    let record = entries[entry]
    let vocabulary = procedure.vocabulary.events[record.event]
    let stated = history.attributes[Int(record.firstAttribute)..<Int(record.firstAttribute + record.attributeCount)]
    return stated.allSatisfy { attribute in
      guard attribute.children & (1 << UInt64(child)) != 0, attribute.value != .unknown,
        let declared = vocabulary.attributes.first(where: { $0.index == attribute.attribute })
      else { return true }
      return implies(condition, attribute, declared.type)
    }
  }

  /// Whether a `done: no` entry says that nothing of its event happened at all, and not only nothing of some kind.
  func deniesEvery(_ entry: Int, of child: Int) -> Bool {
    let record = entries[entry]
    let stated = history.attributes[Int(record.firstAttribute)..<Int(record.firstAttribute + record.attributeCount)]
    return stated.allSatisfy { attribute in
      guard attribute.children & (1 << UInt64(child)) != 0, attribute.value != .unknown else { return true }
      let declared = procedure.vocabulary.events[record.event].attributes.first { $0.index == attribute.attribute }
      if case .text? = declared?.type { return true }
      return declared == nil
    }
  }

  /// Whether whatever fulfils a condition must carry what an entry states.
  private func implies(_ condition: CompiledCondition?, _ stated: AttributeEntry, _ type: ConditionType) -> Bool {
    let others: [Value]
    switch type {
    case .text: return true
    case .truth: others = [.truth(true), .truth(false)]
    case .choice(let choice): others = choice.members.indices.map { .choice($0) }
    default: return condition.map { tables.names(stated.attribute, in: $0) } ?? false
    }
    guard let condition else { return false }
    defer { probe = nil }
    return others.allSatisfy { value in
      guard value != stated.value else { return true }
      probe = Probe(stated.attribute, value)
      beginAsking()
      return holds(condition) == .no
    }
  }
}

extension ReplayTables {
  /// Whether a condition asks for an attribute of the event at hand.
  func names(_ attribute: AttributeIndex, in condition: CompiledCondition) -> Bool { names(attribute, condition.step) }

  private func names(_ attribute: AttributeIndex, _ step: Int32) -> Bool {
    switch steps[Int(step)] {
    case .thisIsTrue(let own), .thisIsOneOf(let own, _), .thisContains(let own, _), .thisContainsEach(let own),
      .thisIsEach(let own), .thisIsKnown(let own), .thisIsEmpty(let own, _), .unlessStated(let own, _):
      return own == attribute
    case .state, .occurred, .occurredSince, .latestIsKnown, .someSibling, .constant, .eachIs, .unborn,
      .daysCompare, .itemIsTrue, .itemIsOneOf, .itemContains:
      return false
    case .not(let inner): return names(attribute, inner)
    case .and(let a, let b), .or(let a, let b): return names(attribute, a) || names(attribute, b)
    case .evaluated(let number): return evaluated[Int(number)].names(attribute)
    case .occurrenceQuestion(let number): return evaluated[Int(questions[Int(number)].evaluated)].names(attribute)
    case .ofOccurrences(let number): return evaluated[Int(ofOccurrences[Int(number)].evaluated)].names(attribute)
    }
  }
}
