import CivilTime
import Conditions

/// A slow and obvious evaluator of conditions over a case in which everything is known.
struct PlainEvaluator {
  /// The values there are; `nil` is FEEL's null.
  enum Plain: Equatable {
    case truth(Bool)
    case number(Int)
    case day(Int)
    case length(Int)
    case months(Int)
    case word(Int)
    case words([Int])
    case occurrence(Int)
    case child(Int)
    case list([Plain?])
    case text(String)
    case range(Int, Bool, Int, Bool)
    case context([String: Plain?])
  }

  let known: SampleCase

  func holds(_ expression: Expression) -> Bool { value(expression, []) == .truth(true) }

  // swift-format-ignore: the table of the language, one case a line
  private func value(_ expression: Expression, _ items: [Plain?]) -> Plain? {
    switch expression {
    case .constant(let value): plain(value)
    case .this(let attribute): plain(known.attributeOfThis(attribute))
    case .trigger(let attribute): plain(known.attributeOfTrigger(attribute))
    case .thisHappened: plain(known.thisHappened)
    case .triggerHappened: plain(known.triggerHappened)
    case .today: plain(known.today)
    case .attribute(let attribute, let owner): self.attribute(attribute, value(owner, items))
    case .itemAttribute(let attribute, let scope): self.attribute(attribute, items[items.count - 1 - scope])
    case .happened(let owner): happened(value(owner, items))
    case .itemHappened(let scope): happened(items[items.count - 1 - scope])
    case .item(let scope): items[items.count - 1 - scope]
    case .state(let state): .truth(known.isIn(state, child: nil) == .yes)
    case .stateOfChild(let state, let child):
      if case .child(let number)? = value(child, items) { .truth(known.isIn(state, child: number) == .yes) } else { nil }
    case .fact(let fact): plain(known.fact(fact, of: nil))
    case .siblings: .list(known.siblings.map { .child($0) })
    case .occurrences(let events, let reach):
      .list(known.occurrences(of: events, from: reach).items.filter { $0.belongs == .yes }.map { .occurrence($0.occurrence) })
    case .not(let operand): truth(value(operand, items)).map { .truth(!$0) }
    case .and(let a, let b): and(truth(value(a, items)), truth(value(b, items))).map { .truth($0) }
    case .or(let a, let b): and(truth(value(a, items)).map(!), truth(value(b, items)).map(!)).map { .truth(!$0) }
    case .compare(let comparison, let a, let b): compare(comparison, value(a, items), value(b, items)).map { .truth($0) }
    case .within(let x, let low, let lowIn, let high, let highIn):
      and(
        compare(lowIn ? .greaterOrEqual : .greater, value(x, items), value(low, items)),
        compare(highIn ? .lessOrEqual : .less, value(x, items), value(high, items))
      ).map { .truth($0) }
    case .anyOf(let x, let others): .truth(others.contains { value($0, items) == value(x, items) })
    case .arithmetic(let operation, let a, let b): arithmetic(operation, value(a, items), value(b, items))
    case .choose(let condition, let a, let b): value(condition, items) == .truth(true) ? value(a, items) : value(b, items)
    case .filter(let list, let condition):
      members(list, items).map { members in .list(members.filter { value(condition, items + [$0]) == .truth(true) }) }
    case .some(let list, let condition): fold(list, condition, items, over: false)
    case .every(let list, let condition): fold(list, condition, items, over: true)
    case .list(let parts): .list(parts.map { value($0, items) })
    case .members(let set, _): value(set, items)
    case .call(let function, let arguments): call(function, arguments, items)
    case .map(let list, let gives): members(list, items).map { .list($0.map { value(gives, items + [$0]) }) }
    case .flatMap(let list, let gives):
      members(list, items).map { .list($0.flatMap { members(gives, items + [$0]) ?? [] }) }
    case .plain(let function, let arguments): plain(function, arguments.map { value($0, items) })
    case .calculation(.multiply, let a, let b): product(value(a, items), value(b, items))
    case .property(.year, let owner): year(value(owner, items))
    case .instance(let inner, _): .truth(value(inner, items) != nil)
    case .series(let first, let last): series(value(first, items), value(last, items))
    case .range(let low?, let lowIn, let high?, let highIn): range(value(low, items), lowIn, value(high, items), highIn)
    case .context(let parts): context(parts, items)
    case .entry(let name, let owner): entry(name, value(owner, items))
    default: nil
    }
  }

  // MARK: Functions

  private func call(_ function: Function, _ arguments: [Expression], _ items: [Plain?]) -> Plain? {
    let first = members(arguments[0], items)
    switch function {
    case .count: return first.map { .number($0.count) }
    case .occurred: return first.map { .truth(!$0.isEmpty) }
    case .latest: return first?.last ?? nil
    case .since: return since(first ?? [], members(arguments[1], items) ?? [])
    case .listContains: return first.map { .truth($0.contains(value(arguments[1], items))) }
    case .all: return fold(first, over: true)
    case .any: return fold(first, over: false)
    case .minimum: return extreme(first ?? [], .less)
    case .maximum: return extreme(first ?? [], .greater)
    case .sum:
      guard let first, !first.isEmpty else { return nil }
      return first.reduce(.number(0)) { arithmetic(.add, $0, $1) }
    case .absolute:
      guard case .number(let number)? = value(arguments[0], items) else { return nil }
      return .number(abs(number))
    case .workingDaysBetween:
      guard case .day(let a)? = value(arguments[0], items), case .day(let b)? = value(arguments[1], items) else { return nil }
      return known.calendar.workingDays(after: day(a), through: day(b)).map { .number($0) }
    case .addWorkingDays:
      guard case .day(let a)? = value(arguments[0], items), case .number(let n)? = value(arguments[1], items) else { return nil }
      return known.calendar.adding(workingDays: n, to: day(a)).map { .day(Int($0.number)) }
    case .ever, .known: return nil
    }
  }

  /// The functions of the standard that the random conditions use.
  private func plain(_ function: PlainFunction, _ arguments: [Plain?]) -> Plain? {
    switch (function, arguments[0], arguments.count > 1 ? arguments[1] : nil) {
    case (.odd, .number(let n)?, _): .truth(n % 2 != 0)
    case (.floor, .number(let n)?, _): .number(n)
    case (.modulo, .number(let n)?, .number(let m)?): .number(((n % m) + m) % m)
    case (.dayOfWeek, .day(let n)?, _):
      .text(["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"][n % 7])
    case (.yearsAndMonthsDuration, .day(let from)?, .day(let to)?):
      .months(from <= to ? wholeMonths(day(from), day(to)) : -wholeMonths(day(to), day(from)))
    case (.append, .list(let members)?, _): .list(members + arguments.dropFirst())
    case (.includes, .range(let low, let lowIn, let high, let highIn)?, .day(let n)?):
      .truth((lowIn ? low <= n : low < n) && (highIn ? n <= high : n < high))
    default: nil
    }
  }

  /// Month after month, as long as the day of the month is reached.
  private func wholeMonths(_ from: Day, _ to: Day) -> Int {
    var months = 0
    let end = (to.year * 12 + to.month, to.dayOfMonth)
    while (from.year * 12 + from.month + months + 1, from.dayOfMonth) <= end { months += 1 }
    return months
  }

  private func product(_ a: Plain?, _ b: Plain?) -> Plain? {
    if case .length(let days)? = a, case .number(let n)? = b { .length(days * n) } else { nil }
  }

  private func year(_ value: Plain?) -> Plain? {
    if case .day(let number)? = value { .number(day(number).year) } else { nil }
  }

  private func range(_ low: Plain?, _ lowIn: Bool, _ high: Plain?, _ highIn: Bool) -> Plain? {
    if case .day(let low)? = low, case .day(let high)? = high { .range(low, lowIn, high, highIn) } else { nil }
  }

  private func series(_ first: Plain?, _ last: Plain?) -> Plain? {
    if case .number(let first)? = first, case .number(let last)? = last { .list((first...last).map { .number($0) }) } else { nil }
  }

  private func context(_ parts: [ContextPart], _ items: [Plain?]) -> Plain {
    var values: [String: Plain?] = [:]
    for part in parts { values[part.name] = .some(value(part.value, items + [.context(values)])) }
    return .context(values)
  }

  private func entry(_ name: String, _ owner: Plain?) -> Plain? {
    if case .context(let values)? = owner { values[name] ?? nil } else { nil }
  }

  private func since(_ list: [Plain?], _ marks: [Plain?]) -> Plain {
    let order = known.occurrences.map(\.number)
    func place(_ one: Plain?) -> Int {
      if case .occurrence(let number)? = one { order.firstIndex(of: number) ?? -1 } else { -1 }
    }
    let last = marks.map(place).max() ?? -1
    return .list(list.filter { place($0) > last })
  }

  private func extreme(_ members: [Plain?], _ comparison: Comparison) -> Plain? {
    guard var best = members.first, members.allSatisfy({ $0 != nil }) else { return nil }
    for member in members where compare(comparison, member, best) == true { best = member }
    return best
  }

  private func fold(_ list: Expression, _ condition: Expression, _ items: [Plain?], over start: Bool) -> Plain? {
    fold(members(list, items)?.map { value(condition, items + [$0]) }, over: start)
  }

  /// `and` over all members from true, or `or` from false.
  private func fold(_ members: [Plain?]?, over start: Bool) -> Plain? {
    guard let members else { return nil }
    let truths = members.map(truth)
    if truths.contains(!start) { return .truth(!start) }
    return truths.contains(nil) ? nil : .truth(start)
  }

  private func members(_ list: Expression, _ items: [Plain?]) -> [Plain?]? {
    switch value(list, items) {
    case .list(let members)?: members
    case .words(let words)?: words.map { .word($0) }
    default: nil
    }
  }

  // MARK: Values

  private func attribute(_ attribute: AttributeIndex, _ owner: Plain?) -> Plain? {
    if case .occurrence(let number)? = owner { plain(known.attribute(attribute, of: number)) } else { nil }
  }

  private func happened(_ owner: Plain?) -> Plain? {
    if case .occurrence(let number)? = owner { plain(.date(known.happened(number))) } else { nil }
  }

  private func day(_ number: Int) -> Day { Day(number: Int32(clamping: number)) }

  private func truth(_ value: Plain?) -> Bool? {
    if case .truth(let truth)? = value { truth } else { nil }
  }

  private func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  private func compare(_ comparison: Comparison, _ a: Plain?, _ b: Plain?) -> Bool? {
    if comparison == .equal { return a == b }
    if comparison == .notEqual { return a != b }
    guard let first = order(a), let second = order(b) else { return nil }
    switch comparison {
    case .less: return first < second
    case .lessOrEqual: return first <= second
    case .greater: return first > second
    default: return first >= second
    }
  }

  private func order(_ value: Plain?) -> Int? {
    switch value {
    case .number(let number)?, .day(let number)?, .length(let number)?, .months(let number)?: number
    default: nil
    }
  }

  private func arithmetic(_ operation: Arithmetic, _ a: Plain?, _ b: Plain?) -> Plain? {
    switch (operation, a, b) {
    case (.add, .number(let a)?, .number(let b)?): .number(a + b)
    case (.subtract, .number(let a)?, .number(let b)?): .number(a - b)
    case (.multiply, .number(let a)?, .number(let b)?): .number(a * b)
    case (.power, .number(let a)?, .number(2)?): .number(a * a)
    case (.add, .day(let a)?, .length(let b)?): .day(a + b)
    case (.subtract, .day(let a)?, .length(let b)?): .day(a - b)
    case (.add, .day(let a)?, .months(let b)?): .day(Int(day(a).adding(months: b).number))
    case (.subtract, .day(let a)?, .months(let b)?): .day(Int(day(a).adding(months: -b).number))
    case (.subtract, .day(let a)?, .day(let b)?): .length(a - b)
    default: nil
    }
  }

  private func plain(_ value: Value) -> Plain? {
    switch value {
    case .truth(let truth): .truth(truth)
    case .text(let text): .text(text)
    case .number(let range): range.exact?.whole.map { .number($0) }
    case .date(let date): .day(Int(date.earliest.number))
    case .duration(let range): range.least.unit == .month ? .months(range.least.count) : .length(range.least.count)
    case .choice(let word): .word(word)
    case .set(let set): .words((0..<SampleProcedure.roles.members.count).filter { set.contains($0) == .yes })
    default: nil
    }
  }
}
