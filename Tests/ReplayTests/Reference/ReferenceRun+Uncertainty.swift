import Conditions
import Procedures

extension ReferenceRun {
  /// Whether a rule names a state of a machine of the child whose way there is not recorded.
  func restsOnUncertain(_ rule: RuleIndex, _ child: Int) -> Bool {
    references(of: procedure.rules[rule]).states.contains { children[child].machines[$0.workflow].isUncertain }
  }

  /// Everything that a rule's conditions and patterns name.
  func references(of rule: Rule) -> References {
    var found = References()
    var conditions: [Condition?] = [rule.each?.over]
    var patterns: [Pattern?] = []
    switch rule.form {
    case .deadline(let deadline):
      found.formUnion(deadline.trigger.references)
      conditions += [deadline.during, deadline.when]
      patterns += [deadline.expect, deadline.unless, deadline.extended?.pattern]
      switch deadline.limit {
      case .within(let length): conditions.append(condition(of: length))
      case .ahead(let length, let other): conditions += [condition(of: length), other.flatMap { condition(of: $0) }]
      }
    case .cadence(let cadence):
      conditions += [cadence.during, cadence.when, condition(of: cadence.every), cadence.first.flatMap { condition(of: $0) }]
      patterns += [cadence.expect, cadence.unless]
    case .check(let check):
      conditions += [check.require, check.when, check.during]
      patterns.append(check.at)
    case .invariant(let invariant):
      conditions += [invariant.during, invariant.require, invariant.longerThan.flatMap { condition(of: $0) }]
    }
    for condition in conditions.compactMap(\.self) { found.formUnion(condition.references) }
    for pattern in patterns.compactMap(\.self) { found.formUnion(pattern.references) }
    return found
  }

  private func condition(of limit: LimitLength) -> Condition? {
    if case .expression(let condition) = limit { condition } else { nil }
  }
}
