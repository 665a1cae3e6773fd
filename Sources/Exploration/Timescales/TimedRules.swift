import CivilTime
import Conditions
import Procedures

/// The rules of a procedure as far as they are about the days of events: limits from one to another, and checks on how long
/// after another one happens.
final class TimedRules {
  /// What a check asks of a kind of event.
  struct Demand {
    let rule: RuleIndex
    let asked: TimedCondition
  }

  let procedure: Procedure
  let deadlines: [TimedDeadline]
  /// By event: the checks that are made of it.
  private let checks: [EventIndex: [(rule: RuleIndex, condition: Expression?, when: Expression?, require: Expression)]]
  /// Workflows that can begin again, so that what happened before is of an earlier episode.
  private let restarting: Set<WorkflowIndex>
  /// What was worked out already.
  private var known: [EventKind: [Demand]] = [:]

  init(_ procedure: Procedure, maps: [WorkflowMap], from start: Day) {
    self.procedure = procedure
    deadlines = procedure.rules.indices.compactMap { index in
      let inForce = procedure.rules[index].inForce
      guard inForce.contains(start), inForce.through == nil else { return nil }
      return TimedDeadline(index, of: procedure, maps: maps)
    }
    restarting = Set(
      procedure.workflows.indices.filter { number in
        procedure.workflows[number].states.contains { $0.kind == .end && $0.parent == nil }
      })
    var checks: [EventIndex: [(rule: RuleIndex, condition: Expression?, when: Expression?, require: Expression)]] = [:]
    for (index, rule) in procedure.rules.enumerated() {
      guard case .check(let check) = rule.form, check.during == nil, rule.each == nil, rule.inForce.contains(start),
        rule.inForce.through == nil
      else { continue }
      for case .event(let event, let condition) in check.at.alternatives {
        checks[event, default: []].append((index, condition?.expression, check.when?.expression, check.require.expression))
      }
    }
    self.checks = checks
  }

  /// What the checks ask of every event of a kind.
  func demands(on kind: EventKind) -> [Demand] {
    if let demands = known[kind] { return demands }
    let demands = read(kind)
    known[kind] = demands
    return demands
  }

  private func read(_ kind: EventKind) -> [Demand] {
    (checks[kind.event] ?? []).compactMap { check in
      guard check.condition.map(kind.implies) ?? true else { return nil }
      let required = TimedCondition(check.require)
      let asked: TimedCondition =
        if let when = check.when, !kind.implies(when) {
          .either([TimedCondition(when, being: false), required])
        } else {
          required
        }
      if case .possible = asked { return nil }
      return Demand(rule: check.rule, asked: asked)
    }
  }

  /// Whether an earlier occurrence counts for a rule for good: its episode never ends, or all episodes count.
  func keepsInSight(_ reach: OccurrenceReach, for rule: RuleIndex) -> Bool {
    reach == .ever || !restarting.contains(procedure.rules[rule].workflow)
  }

  /// The limits that every event of a kind opens, and that only what they expect ends.
  func limits(openedBy kind: EventKind) -> [TimedDeadline] {
    deadlines.filter { deadline in
      deadline.isUnescapable && deadline.openings.contains { $0.isCertain && kind.isOne(of: $0.kind) }
    }
  }
}
