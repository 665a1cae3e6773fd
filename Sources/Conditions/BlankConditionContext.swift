public import CivilTime

/// A case of which nothing is known but what a conforming type says otherwise.
///
/// No child is known besides the one at hand, and no event: where the record is not complete for any, neither is that none
/// occurred.
public protocol BlankConditionContext: ConditionContext {}

extension BlankConditionContext {
  public func attributeOfThis(_ attribute: AttributeIndex) -> Value { .unknown }
  public func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { .unknown }
  public func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { .unknown }
  public var thisHappened: Value { .unknown }
  public var triggerHappened: Value { .unknown }
  public func happened(_ occurrence: Int) -> DateValue { DateValue(earliest: .earliest, latest: .latest) }
  public var each: Value { .unknown }
  public func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    OccurrenceList(items: [], isComplete: false)
  }
  public func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool { false }
  public func isIn(_ state: StateReference, child: Int?) -> Truth { .unknown }
  public func fact(_ fact: ChildFact, of child: Int?) -> Value { .unknown }
  public var siblings: [Int] { [] }
  public func parameter(_ parameter: ParameterIndex) -> Value { .unknown }
  public var today: Value { .unknown }
  public func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value { .unknown }
  public func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) { (nil, nil) }
  public var calendar: WorkingCalendar { .englandAndWales }
  public func noteMissing(_ what: MissingValue) {}
  public func noteUncertainTime() {}
}
