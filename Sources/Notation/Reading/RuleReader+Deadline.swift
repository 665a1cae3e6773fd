import Conditions
import Diagnostics
import Procedures

extension RuleReader {
  /// `within D of TRIGGER expect PATTERN`, or `ahead D of DATE expect PATTERN`.
  mutating func deadline(_ node: PlacedNode, in scope: ConditionScope) -> (RuleForm, EachMember?)? {
    let trigger = expressions.trigger(node[.of], in: scope)
    var scope = scope
    // Where the trigger is wrong, its attributes are not told as wrong too.
    scope.trigger = trigger?.events ?? Array(names.vocabulary.events.indices)
    var atTrigger = scope
    atTrigger.this = scope.trigger?.isEmpty == true ? nil : scope.trigger
    let each = Optionally(each(node[.each], in: &atTrigger), from: node[.each])
    scope.each = atTrigger.each
    let limit = limit(node, of: trigger, in: scope)
    let expect = expressions.pattern(node[.expect], in: scope)
    let during = Optionally(expressions.stateCondition(node[.while], in: scope), from: node[.while])
    let unless = Optionally(expressions.pattern(node[.unless], in: scope), from: node[.unless])
    let when = Optionally(expressions.condition(node[.when], in: atTrigger), from: node[.when])
    let extended = Optionally(self.extended(node[.extendedBy], in: scope), from: node[.extendedBy])
    guard let trigger, let limit, let expect, !each.isWrong, !during.isWrong, !unless.isWrong, !when.isWrong, !extended.isWrong
    else { return nil }
    let deadline = Deadline(
      limit: limit, trigger: trigger, expect: expect, during: during.value, unless: unless.value, when: when.value,
      counting: counting(node), extended: extended.value)
    return (.deadline(deadline), each.value)
  }

  private mutating func limit(_ node: PlacedNode, of trigger: Trigger?, in scope: ConditionScope) -> Deadline.Limit? {
    let orWithin = Optionally(lengthNotWorkedOut(node[.orWithin], in: scope), from: node[.orWithin])
    guard let ahead = node[.ahead] else {
      if let orWithin = node[.orWithin] {
        tell(
          .aheadNeedsDate, "\"or within\" goes with \"ahead\", and this deadline has \"within\".", at: orWithin.place,
          mend: "Delete it.")
      }
      return length(node[.within], in: scope).map { .within($0) }
    }
    if let within = node[.within] {
      tell(
        .ruleFormUnclear, "A deadline has \"within\" or \"ahead\", and this has both.", at: within.place,
        mend: "Keep one; \"or within\" says what holds when the date became known too late.")
    }
    if let trigger, trigger.date == nil {
      tell(
        .aheadNeedsDate, "\"ahead\" counts back from a date, and the trigger is none.", at: ahead.place,
        mend: "Write \"of:\" as event.date, such as pregnancy_known.expected_birth.")
      return nil
    }
    guard let length = length(ahead, in: scope), !orWithin.isWrong else { return nil }
    return .ahead(length, orWithin: orWithin.value)
  }

  /// A length of time or a figure, which is the same whenever it is asked.
  private mutating func lengthNotWorkedOut(_ node: PlacedNode?, in scope: ConditionScope) -> LimitLength? {
    guard let node, let length = length(node, in: scope) else { return nil }
    guard case .expression = length else { return length }
    tell(
      .badPeriod, "\"or within\" takes a length of time or a figure, and none that is worked out from the case.", at: node.place,
      mend: "Write a length such as 15 working days, or the name of a parameter.")
    return nil
  }

  private mutating func extended(_ node: PlacedNode?, in scope: ConditionScope) -> Extension? {
    guard let node, let pattern = expressions.pattern(node[.event], in: scope) else { return nil }
    if pattern.events.isEmpty {
      tell(
        .extensionUnclear, "A deadline is extended by an event.", at: node.place,
        mend: "Name the event behind \"event\".")
      return nil
    }
    let end: Extension.End
    switch (node[.to], node[.by]) {
    case (let to?, nil):
      guard let attribute = date(to, of: pattern) else { return nil }
      end = .to(attribute)
    case (nil, let by?):
      guard let length = length(by, in: scope) else { return nil }
      end = .by(length)
    default:
      tell(
        .extensionUnclear, "An extension says either \"to\" which date, or \"by\" how much.", at: node.place,
        mend: "Write one of \"to\" and \"by\".")
      return nil
    }
    return Extension(pattern: pattern, end: end, atMost: node.text(.atMost).flatMap { Int($0) })
  }

  /// A date that every event of a pattern carries.
  private mutating func date(_ node: PlacedNode, of pattern: Pattern) -> AttributeIndex? {
    guard let name = node.scalar else { return nil }
    var index: AttributeIndex?
    for event in pattern.events.map({ names.vocabulary.events[$0] }) {
      guard let attribute = event.attribute(named: name) else {
        let dates = event.attributes.filter { $0.type == .date }.map(\.name)
        tell(
          .unknownAttribute, "The event \"\(event.name)\" has no \"\(name)\".", at: node.place,
          mend: Suggestion.mend(for: name, among: dates, otherwise: "Name an attribute that is a date."))
        return nil
      }
      guard attribute.type == .date else {
        tell(
          .extensionUnclear, "A deadline is extended to a date, and \"\(name)\" is none.", at: node.place,
          mend: "Name an attribute that is a date, or write \"by\" and a length of time.")
        return nil
      }
      index = attribute.index
    }
    return index
  }
}

extension Trigger {
  /// The events that may have opened the clock; none where a state or a due date did.
  var events: [EventIndex] {
    switch self {
    case .pattern(let pattern): pattern.events
    case .date(let event, _): [event]
    case .overdue: []
    }
  }

  /// The date that the trigger carries.
  var date: AttributeIndex? {
    if case .date(_, let attribute) = self { attribute } else { nil }
  }
}
