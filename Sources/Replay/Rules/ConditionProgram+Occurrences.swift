import CivilTime
import Conditions
import Procedures

extension ConditionProgram {
  /// What asks about a list, where that is one of occurrences of one event.
  mutating func ofOccurrences(_ list: Expression, answerOfNone: Truth, _ whole: Expression) -> Int32? {
    guard let (event, reach) = list.onlyEvent else { return nil }
    occurrences.append(
      OfOccurrences(event: Int32(event), reach: reach, answerOfNone: answerOfNone, evaluated: keep(whole)))
    return add(.ofOccurrences(Int32(occurrences.count - 1)))
  }

  /// How many members a list has, compared with a number.
  mutating func count(
    _ list: Expression, _ comparison: Comparison, _ number: NumberRange, _ whole: Expression
  ) -> Int32? {
    guard let exact = number.exact else { return nil }
    return ofOccurrences(list, answerOfNone: Truth(comparison.holds(Decimal128(0), exact)), whole)
  }

  /// What may be null, and is null or decided where an event has not occurred; recognised only where null is worth as much
  /// as no.
  mutating func nullOfNone(_ whole: Expression) -> Int32? {
    switch whole {
    case .some(let list, satisfies: _): return ofOccurrences(list, answerOfNone: .no, whole)
    case .every(let list, satisfies: _): return ofOccurrences(list, answerOfNone: .yes, whole)
    case .attribute(_, of: .call(.latest, let lists)): return ofOccurrences(lists[0], answerOfNone: .no, whole)
    case .compare(let comparison, let a, let b):
      // Null has no order, whatever it is compared with.
      guard comparison.isOrder, let list = a.nullWithout ?? b.nullWithout else { return nil }
      return ofOccurrences(list, answerOfNone: .no, whole)
    default: return nil
    }
  }
}

extension Expression {
  /// The one event whose occurrences a list holds, and how far back, where a list of none of them is empty.
  var onlyEvent: (event: EventIndex, reach: OccurrenceReach)? {
    switch self {
    case .occurrences(let events, let reach): return events.count == 1 ? (events[0], reach) : nil
    case .filter(let list, _): return list.onlyEvent
    case .call(.since, let lists): return lists[1].isListOfOccurrences ? lists[0].onlyEvent : nil
    default: return nil
    }
  }

  private var isListOfOccurrences: Bool {
    switch self {
    case .occurrences: true
    case .filter(let list, _): list.isListOfOccurrences
    default: false
    }
  }

  /// The list without whose members it is null: a day reckoned from that of the newest of them.
  fileprivate var nullWithout: Expression? {
    switch self {
    case .happened(of: .call(.latest, let lists)): lists[0].onlyEvent == nil ? nil : lists[0]
    case .call(.addWorkingDays, let arguments): arguments[0].nullWithout
    case .arithmetic(_, let a, let b): a.nullWithout ?? b.nullWithout
    default: nil
    }
  }
}
