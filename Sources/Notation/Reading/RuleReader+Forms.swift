import CivilTime
import Conditions
import Diagnostics
import Procedures

extension RuleReader {
  /// `every D while STATE expect PATTERN`.
  mutating func cadence(_ node: PlacedNode, in scope: ConditionScope) -> (RuleForm, EachMember?)? {
    var scope = scope
    let each = Optionally(each(node[.each], in: &scope), from: node[.each])
    let every = interval(node[.every], in: scope)
    let first = Optionally(interval(node[.first], in: scope), from: node[.first])
    let during = expressions.stateCondition(node[.while], in: scope)
    let expect = expressions.pattern(node[.expect], in: scope)
    let unless = Optionally(expressions.pattern(node[.unless], in: scope), from: node[.unless])
    let when = Optionally(expressions.condition(node[.when], in: scope), from: node[.when])
    guard let every, let during, let expect, !each.isWrong, !first.isWrong, !unless.isWrong, !when.isWrong else { return nil }
    let cadence = Cadence(
      every: every, first: first.value, during: during, expect: expect, unless: unless.value, when: when.value,
      grid: node.text(.slots) == "fixed" ? .fixedFromEntry : .fromLastFulfilment, counting: counting(node))
    return (.cadence(cadence), each.value)
  }

  /// `at PATTERN require CONDITION`.
  mutating func check(_ node: PlacedNode, in scope: ConditionScope) -> (RuleForm, EachMember?)? {
    let at = expressions.pattern(node[.at], in: scope)
    var scope = scope
    scope.this = at?.eventsAlone
    if at == nil, node[.at] != nil { scope.this = Array(names.vocabulary.events.indices) }
    let each = Optionally(each(node[.each], in: &scope), from: node[.each])
    let require = expressions.condition(node[.require], in: scope)
    let when = Optionally(expressions.condition(node[.when], in: scope), from: node[.when])
    let during = Optionally(expressions.stateCondition(node[.while], in: scope), from: node[.while])
    guard let at, let require, !each.isWrong, !when.isWrong, !during.isWrong else { return nil }
    return (.check(Check(at: at, require: require, when: when.value, during: during.value)), each.value)
  }

  /// `while CONDITION require CONDITION`.
  mutating func invariant(_ node: PlacedNode, in scope: ConditionScope) -> (RuleForm, EachMember?)? {
    let during = expressions.condition(node[.while], in: scope)
    let require = expressions.condition(node[.require], in: scope)
    let longerThan = Optionally(length(node[.forMoreThan], in: scope), from: node[.forMoreThan])
    guard let during, let require, !longerThan.isWrong else { return nil }
    return (.invariant(Invariant(during: during, require: require, longerThan: longerThan.value)), nil)
  }

  func counting(_ node: PlacedNode) -> Counting { node.text(.counting) == "inclusive" ? .inclusive : .exclusive }

  mutating func length(_ node: PlacedNode?, in scope: ConditionScope) -> LimitLength? {
    switch expressions.duration(node, in: scope) {
    case .literal(let period): .literal(period)
    case .parameter(let parameter): .parameter(parameter)
    case .expression(let condition): .expression(condition)
    case nil: nil
    }
  }

  /// A length of time that is more than nothing, so that one interval follows another.
  private mutating func interval(_ node: PlacedNode?, in scope: ConditionScope) -> LimitLength? {
    guard let node, let length = length(node, in: scope) else { return nil }
    let isEmpty =
      switch length {
      case .literal(let period): period.count == 0
      case .parameter(let parameter): names.parameters[parameter].values.contains { $0.value.isEmptyPeriod }
      case .expression: false
      }
    guard isEmpty else { return length }
    tell(.badPeriod, "An interval of no length never ends.", at: node.place, mend: "Write how long it is.")
    return nil
  }
}

extension Value {
  fileprivate var isEmptyPeriod: Bool {
    if case .duration(let range) = self { range.least.count == 0 } else { false }
  }
}

extension Pattern {
  /// The events of which one is at hand when the pattern is met.
  var events: [EventIndex] {
    switch self {
    case .event(let event, _): [event]
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.events).withoutRepetition
    case .entering, .leaving: []
    }
  }

  /// Those events, or `nil` where the pattern may be met with none at hand.
  var eventsAlone: [EventIndex]? { events.isEmpty ? nil : events }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  var withoutRepetition: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
