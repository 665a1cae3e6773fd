import CivilTime
import Conditions
import Procedures

/// A limit, or the interval of a cadence, from one event to another.
struct TimedDeadline {
  /// One way of doing what the rule expects.
  struct Closing {
    let kind: EventKind
    /// What the rule itself asks of the event beside what its kind says.
    let asked: TimedCondition
  }

  /// An event that opens the clock.
  struct Opening {
    let kind: EventKind
    /// Whether every such event opens a clock, so that the first of them in a case does.
    let isCertain: Bool
  }

  let rule: RuleIndex
  let length: LimitLength
  let counting: Counting
  let openings: [Opening]
  /// Any of them is enough.
  let closings: [Closing]
  /// Whether nothing but what it expects ends the clock.
  let isUnescapable: Bool
}

extension TimedDeadline {
  /// `nil` for a rule of another form, one whose due date something else can move, and one that waits for more than an event.
  init?(_ index: RuleIndex, of procedure: Procedure, maps: [WorkflowMap]) {
    let rule = procedure.rules[index]
    guard rule.each == nil, let closings = rule.expect.flatMap(TimedDeadline.closings) else { return nil }
    switch rule.form {
    case .deadline(let deadline):
      guard case .within(let length) = deadline.limit, deadline.extended == nil, case .pattern(let trigger) = deadline.trigger
      else { return nil }
      let isAlways = deadline.when == nil && deadline.during == nil && rule.inForce.through == nil
      self.init(
        rule: index, length: length, counting: deadline.counting,
        openings: trigger.alternatives.flatMap { TimedDeadline.openings(by: $0, isAlways, maps) }, closings: closings,
        isUnescapable: isAlways && deadline.unless == nil)
    case .cadence(let cadence):
      guard cadence.grid == .fromLastFulfilment else { return nil }
      self.init(
        rule: index, length: cadence.every, counting: cadence.counting,
        openings: closings.map { Opening(kind: $0.kind, isCertain: false) }, closings: closings, isUnescapable: false)
    case .check, .invariant: return nil
    }
  }

  private static func closings(_ pattern: Pattern) -> [Closing]? {
    let leaves = pattern.alternatives
    let closings = leaves.compactMap { leaf -> Closing? in
      guard case .event(let event, let condition) = leaf else { return nil }
      let conditions = [condition?.expression].compactMap(\.self)
      return Closing(
        kind: EventKind(event, conditions), asked: .joined(conditions.flatMap(\.joined).map { TimedCondition($0) }))
    }
    return closings.count == leaves.count ? closings : nil
  }

  /// The events by which a trigger is heard; for a state entered, those that lead there.
  private static func openings(by leaf: Pattern, _ isAlways: Bool, _ maps: [WorkflowMap]) -> [Opening] {
    switch leaf {
    case .event(let event, let condition):
      return [Opening(kind: EventKind(event, [condition?.expression].compactMap(\.self)), isCertain: isAlways)]
    case .entering(let state):
      let map = maps[state.workflow]
      let events = map.workflow.transitions.enumerated().flatMap { number, transition -> [EventIndex] in
        guard case .events(let events) = transition.cue, map.entered[number].contains(state.state) else { return [] }
        return events
      }
      return Set(events).sorted().map { Opening(kind: EventKind($0), isCertain: false) }
    case .leaving, .any, .all: return []
    }
  }

  /// The last day on time of a clock that opens on a day; `nil` where no length is set.
  func due(openedOn day: Day, in procedure: Procedure) -> Day? {
    procedure.period(length, on: day).flatMap { WorkingCalendar.englandAndWales.due(after: day, within: $0, counting: counting) }
  }
}
