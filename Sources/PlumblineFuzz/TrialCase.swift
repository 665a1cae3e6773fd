import CivilTime
import Conditions
import Procedures

/// A case of which nothing, a part or all is known; each knows all that the one before it does.
struct TrialCase: ConditionContext {
  enum Knowledge: CaseIterable {
    case nothing
    case part
    case all
  }

  private let scope: ConditionScope
  let knowledge: Knowledge
  private let types: [AttributeIndex: ConditionType]

  static func cases(of scope: ConditionScope) -> [TrialCase] {
    Knowledge.allCases.map { TrialCase(scope: scope, knowledge: $0, types: typesOfAttributes) }
  }

  private static let typesOfAttributes: [AttributeIndex: ConditionType] = {
    let attributes = SampleProcedure.procedure.scope.events.flatMap(\.attributes)
    return Dictionary(attributes.map { ($0.index, $0.type) }, uniquingKeysWith: { first, _ in first })
  }()

  /// 2020-04-08, two days before Good Friday.
  private static let day: Int32 = 18_360

  private func date(_ shift: Int32) -> DateValue {
    let (first, last) = knowledge == .all ? (shift, shift) : (shift - 2, shift + 3)
    return DateValue(earliest: Day(number: Self.day + first), latest: Day(number: Self.day + last))
  }

  private func value(of type: ConditionType?) -> Value {
    guard knowledge != .nothing else { return .unknown }
    let isWhole = knowledge == .all
    switch type {
    case .truth: return isWhole ? .truth(true) : .unknown
    case .number: return .number(isWhole ? NumberRange(3) : NumberRange(least: 2, most: nil))
    case .text: return .text("ready")
    case .date: return .date(date(0))
    case .duration:
      return .duration(isWhole ? DurationRange(Period(10, .day)) : DurationRange(least: Period(7, .day), most: Period(12, .day)))
    case .choice(let list): return list.members.isEmpty ? .unknown : .choice(list.members.count - 1)
    case .set: return .set(isWhole ? PartialSet(whole: 0b101) : PartialSet(inside: 0b1, outside: 0b10))
    default: return .unknown
    }
  }
}

extension NumberRange {
  fileprivate init(_ whole: Int) { self.init(Decimal128(whole)) }

  fileprivate init(least: Int, most: Int?) { self.init(least: Decimal128(least), most: most.map { Decimal128($0) }) }
}

// MARK: - What is asked

extension TrialCase {
  func attributeOfThis(_ attribute: AttributeIndex) -> Value { value(of: types[attribute]) }
  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { value(of: types[attribute]) }
  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { value(of: types[attribute]) }

  var thisHappened: Value { knowledge == .nothing ? .unknown : .date(date(10)) }
  var triggerHappened: Value { knowledge == .nothing ? .unknown : .date(date(-20)) }
  var today: Value { knowledge == .nothing ? .unknown : .date(date(10)) }
  var each: Value { knowledge == .nothing ? .unknown : .choice(0) }

  func happened(_ occurrence: Int) -> DateValue { date(Int32(occurrence) * 10 - 40) }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    guard knowledge != .nothing else { return OccurrenceList(items: [], isComplete: false) }
    let items = [1, 2, 3].map { OccurrenceList.Item(occurrence: $0, belongs: $0 == 2 && knowledge == .part ? .unknown : .yes) }
    return OccurrenceList(items: items, isComplete: knowledge == .all)
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { knowledge == .all }

  func isIn(_ state: StateReference, child: Int?) -> Truth {
    knowledge == .all ? (state.state % 2 == 0 ? .yes : .no) : .unknown
  }

  func fact(_ fact: ChildFact, of child: Int?) -> Value {
    guard knowledge != .nothing else { return .unknown }
    switch fact {
    case .born: return .date(date(-400))
    case .known: return .date(date(-300))
    case .unborn: return .truth(false)
    }
  }

  var siblings: [Int] { [1, 2] }

  func parameter(_ parameter: ParameterIndex) -> Value {
    scope.parameters.indices.contains(parameter) ? value(of: scope.parameters[parameter].type) : .unknown
  }

  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    switch (question, knowledge) {
    case (_, .nothing): .unknown
    case (.due, _): .date(date(5))
    case (_, .part): .number(NumberRange(least: 0, most: 2))
    case (_, .all): .number(NumberRange(1))
    }
  }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    (Int(b.earliest.number) - Int(a.latest.number), Int(b.latest.number) - Int(a.earliest.number))
  }

  var calendar: WorkingCalendar { .englandAndWales }

  func noteMissing(_ what: MissingValue) {}
  func noteUncertainTime() {}
}
