import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// What is made of a procedure once for all changes that are looked for under it.
struct ChangeKit {
  let procedure: Procedure
  let planner: EventPlanner
  let maps: [WorkflowMap]

  init(_ procedure: Procedure) {
    self.procedure = procedure
    planner = EventPlanner(procedure)
    maps = procedure.workflows.map(WorkflowMap.init)
  }

  /// How many days a clock of a rule runs from a day; `nil` where its length is worked out from the case.
  func days(of rule: RuleIndex, from day: Day) -> Int? {
    let (length, counting): (LimitLength, Counting)
    switch procedure.rules[rule].form {
    case .deadline(let deadline):
      guard case .within(let within) = deadline.limit else { return nil }
      (length, counting) = (within, deadline.counting)
    case .cadence(let cadence): (length, counting) = (cadence.every, cadence.counting)
    case .check, .invariant: return nil
    }
    let due = procedure.period(length, on: day).flatMap {
      WorkingCalendar.englandAndWales.due(after: day, within: $0, counting: counting)
    }
    return due?.days(since: day)
  }

  /// In what the moves of events are counted for a finding: working days where its rule counts in them.
  func unit(of finding: Finding) -> Period.Unit {
    guard let rule = finding.rule.map({ procedure.rules[$0] }) else { return .day }
    return rule.limits.contains { length in
      switch length {
      case .literal(let period): period.unit == .workingDay
      case .parameter(let index):
        procedure.parameters[index].values.contains {
          if case .duration(let range) = $0.value { range.least.unit == .workingDay } else { false }
        }
      case .expression: false
      }
    } ? .workingDay : .day
  }
}
