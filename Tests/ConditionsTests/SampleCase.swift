import CivilTime
import Conditions

/// A case that a test writes down: what is recorded, what is not, and which dates are uncertain.
final class SampleCase: ConditionContext {
  struct Occurrence {
    let number: Int
    let event: EventIndex
    var attributes: [AttributeIndex: Value] = [:]
    var happened = DateValue(Day(number: 18_300))
    var belongs = Truth.yes
    var isInEpisode = true
  }

  var this: [AttributeIndex: Value] = [:]
  var trigger: [AttributeIndex: Value] = [:]
  var thisHappened = Value.unknown
  var triggerHappened = Value.unknown
  /// Oldest first.
  var occurrences: [Occurrence] = []
  var complete: Set<EventIndex> = []
  /// The states of the child at hand.
  var states: [StateReference: Truth] = [:]
  var statesOfChildren: [Int: [StateReference: Truth]] = [:]
  var facts: [ChildFact: Value] = [:]
  var factsOfChildren: [Int: [ChildFact: Value]] = [:]
  var siblings: [Int] = []
  var parameters: [ParameterIndex: Value] = [:]
  var clocks: [ClockQuestion: Value] = [:]
  var today = Value.date(DateValue(Day(number: 18_331)))
  var each = Value.unknown
  /// The least and most days between two time points.
  var distances: [[Int]: (Int?, Int?)] = [:]
  private(set) var missing: [MissingValue] = []
  private(set) var isTimeUncertain = false

  let calendar = WorkingCalendar.englandAndWales

  func attributeOfThis(_ attribute: AttributeIndex) -> Value { this[attribute] ?? .unknown }
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { trigger[attribute] ?? .unknown }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value {
    occurrences.first { $0.number == occurrence }?.attributes[attribute] ?? .unknown
  }

  func happened(_ occurrence: Int) -> DateValue {
    occurrences.first { $0.number == occurrence }?.happened ?? DateValue(Day(number: 0))
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { complete.isSuperset(of: events) }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let items = occurrences.filter { events.contains($0.event) && ($0.isInEpisode || reach == .ever) }
    return OccurrenceList(
      items: items.map { OccurrenceList.Item(occurrence: $0.number, belongs: $0.belongs) },
      isComplete: complete.isSuperset(of: events))
  }

  func isIn(_ state: StateReference, child: Int?) -> Truth {
    child.map { statesOfChildren[$0]?[state] ?? .no } ?? states[state] ?? .no
  }

  func fact(_ fact: ChildFact, of child: Int?) -> Value {
    child.map { factsOfChildren[$0]?[fact] ?? .unknown } ?? facts[fact] ?? .unknown
  }

  func parameter(_ parameter: ParameterIndex) -> Value { parameters[parameter] ?? .unknown }
  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value { clocks[question] ?? .unknown }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    guard let first = a.timePoint, let second = b.timePoint else { return (nil, nil) }
    let shift = b.offset - a.offset
    if let known = distances[[first, second]] { return (known.0.map { $0 + shift }, known.1.map { $0 + shift }) }
    if let known = distances[[second, first]] { return (known.1.map { shift - $0 }, known.0.map { shift - $0 }) }
    return (nil, nil)
  }

  func noteMissing(_ what: MissingValue) { missing.append(what) }
  func noteUncertainTime() { isTimeUncertain = true }
}

extension Value {
  static func number(_ number: Int) -> Value { .number(NumberRange(Decimal128(number))) }

  static func number(from least: Int?, to most: Int?) -> Value {
    .number(NumberRange(least: least.map { Decimal128($0) }, most: most.map { Decimal128($0) }))
  }

  static func choice(_ word: String, of list: ChoiceType) -> Value { list.index(of: word).map { .choice($0) } ?? .unknown }

  static func set(_ words: [String], of list: ChoiceType) -> Value { .set(PartialSet(whole: bits(words, list))) }

  static func set(some inside: [String], not outside: [String], of list: ChoiceType) -> Value {
    .set(PartialSet(inside: bits(inside, list), outside: bits(outside, list)))
  }

  private static func bits(_ words: [String], _ list: ChoiceType) -> UInt128 {
    words.reduce(0) { bits, word in bits | (list.index(of: word).map { 1 << UInt128($0) } ?? 0) }
  }

  /// An exact day.
  static func day(_ iso: String) -> Value { Day(iso: iso).map { .date(DateValue($0)) } ?? .unknown }
}

extension DateValue {
  /// A span of days at a time point of the history.
  init(_ earliest: String, _ latest: String, at timePoint: Int) {
    let none = Day(number: 0)
    self.init(earliest: Day(iso: earliest) ?? none, latest: Day(iso: latest) ?? none, timePoint: timePoint)
  }
}
