import CivilTime
import Diagnostics

extension Checker {
  /// `and` and `or`.
  mutating func both(_ left: Syntax, _ right: Syntax, _ make: (Expression, Expression) -> Expression) -> Typed? {
    let first = truthOrNull(left)
    let second = truthOrNull(right)
    guard let first, let second else { return nil }
    return Typed(expression: make(first, second), type: .truth)
  }

  /// Two operands, each with the meaning that the other gives to its texts.
  mutating func pair(_ left: Syntax, _ right: Syntax) -> (left: Typed, right: Typed)? {
    if left.isOpen, !right.isOpen {
      let second = infer(right)
      guard let second, let first = infer(left, expecting: second.type) else { return nil }
      return (first, second)
    }
    let first = infer(left)
    guard let second = infer(right, expecting: first?.type), let first else { return nil }
    return (first, second)
  }

  // MARK: Comparisons

  mutating func compare(_ comparison: Comparison, _ left: Syntax, _ right: Syntax, _ whole: Syntax) -> Typed? {
    if reportsNull(among: [left, right]) { return nil }
    guard let (first, second) = pair(left, right) else { return nil }
    guard areComparable(first, second, ordered: comparison.isOrder, whole) else { return nil }
    return Typed(expression: .compare(comparison, first.expression, second.expression), type: .truth)
  }

  /// Whether null is compared with what a record may not state; reports it.
  mutating func reportsNull(among parts: [Syntax]) -> Bool {
    guard let null = parts.first(where: \.isNull) else { return false }
    var other = self
    guard parts.contains(where: { other.infer($0)?.expression.readsCase == true }) else { return false }
    report(.comparedWithNull, at: null)
    return true
  }

  /// Whether two values can be compared; reports why not.
  private mutating func areComparable(_ a: Typed, _ b: Typed, ordered: Bool, _ whole: Syntax) -> Bool {
    guard let type = a.type.joined(with: b.type), type.hasEquality else {
      let message = "\(a.type.inWords.capitalisedFirst) cannot be compared with \(b.type.inWords)."
      report(.operandTypes(message, mend: mendOfComparison(a.type, b.type)), at: whole)
      return false
    }
    if ordered, !type.isOrdered {
      let message = "\(type.inWords.capitalisedFirst) is neither less nor greater than another."
      report(.operandTypes(message, mend: "Compare with = or !=."), at: whole)
      return false
    }
    if a.type.isOfOtherFamily(than: b.type) {
      let message = "Days and months cannot be compared: a month has 28 to 31 days."
      report(.operandTypes(message, mend: "Compare dates: DATE <= OTHER DATE + duration(\"P1M\")."), at: whole)
      return false
    }
    return true
  }

  private func mendOfComparison(_ a: ConditionType, _ b: ConditionType) -> String? {
    switch (a, b) {
    case (.occurrences, _), (_, .occurrences): "Write count(EVENT) for their number, latest(EVENT) for the last of them."
    case (.set, _), (_, .set): "Write list contains(SET, WORD)."
    case (.date, .text), (.text, .date): "Write a date as date(\"2020-01-31\")."
    case (_, .number) where a.isDuration, (_, .text) where a.isDuration, (.number, _) where b.isDuration,
      (.text, _) where b.isDuration:
      "Write a duration as duration(\"P10D\")."
    case (.choice(let one), .choice(let other)): one.name == other.name ? "The two have different lists of words." : nil
    default: nil
    }
  }

  /// `x in ...` and `x between a and b`.
  mutating func within(_ value: Syntax, _ tests: [Syntax.Test], _ whole: Syntax) -> Typed? {
    if reportsNull(among: [value] + tests.flatMap(\.parts)) { return nil }
    // Where the value is a text, what it is compared with gives it its meaning and is looked at first.
    var ready: [Int: Typed] = [:]
    var hint: ConditionType?
    if value.isOpen {
      for part in tests.flatMap(\.parts) where !part.isOpen {
        guard let typed = infer(part) else { return nil }
        ready[part.start] = typed
        if hint == nil { hint = typed.type.member ?? typed.type }
      }
    }
    guard let typed = infer(value, expecting: hint) else { return nil }
    var alternatives: [Expression] = []
    for test in tests {
      if let one = self.test(typed, test, whole, ready) { alternatives.append(one) }
    }
    guard alternatives.count == tests.count, let first = alternatives.first else { return nil }
    let isPlain = tests.allSatisfy { if case .value = $0 { true } else { false } }
    let equals = alternatives.compactMap(\.comparedWith)
    if isPlain, equals.count == alternatives.count {
      return Typed(expression: .anyOf(typed.expression, equals), type: .truth)
    }
    return Typed(expression: alternatives.dropFirst().reduce(first, Expression.or), type: .truth)
  }

  private mutating func test(
    _ value: Typed, _ test: Syntax.Test, _ whole: Syntax, _ ready: [Int: Typed]
  ) -> Expression? {
    let typed = test.parts.map { part -> Typed? in
      var expected = value.type
      if case .list = part.form { expected = .list(value.type) }
      return ready[part.start] ?? infer(part, expecting: expected)
    }
    guard let first = typed[0], let last = typed[typed.count - 1] else { return nil }
    switch test {
    case .value: return isMember(value, of: first, whole)
    case .comparison(let comparison, _):
      guard areComparable(value, first, ordered: comparison.isOrder, whole) else { return nil }
      return .compare(comparison, value.expression, first.expression)
    case .range(let range):
      guard areComparable(value, first, ordered: true, whole), areComparable(value, last, ordered: true, whole) else {
        return nil
      }
      return .within(
        value.expression, low: first.expression, lowIncluded: range.lowIncluded, high: last.expression,
        highIncluded: range.highIncluded)
    }
  }

  /// `x in y`: membership where `y` has members, else equality.
  private mutating func isMember(_ value: Typed, of other: Typed, _ whole: Syntax) -> Expression? {
    if let ends = other.type.rangeEnds, value.type.joined(with: ends) != nil {
      return .plain(.isIn, [value.expression, other.expression])
    }
    guard let member = other.type.member, value.type.member == nil || value.type.joined(with: member) != nil else {
      guard areComparable(value, other, ordered: false, whole) else { return nil }
      return .compare(.equal, value.expression, other.expression)
    }
    let one = Typed(expression: other.expression, type: member)
    guard areComparable(value, one, ordered: false, whole) else { return nil }
    if case .list(let members) = other.expression, !members.isEmpty { return .anyOf(value.expression, members) }
    return .call(.listContains, [other.expression, value.expression])
  }

  // MARK: Arithmetic

  mutating func arithmetic(_ operation: Arithmetic, _ left: Syntax, _ right: Syntax, _ whole: Syntax) -> Typed? {
    let first = infer(left)
    let second = infer(right)
    guard let first, let second else { return nil }
    guard let type = Checker.resultType(operation, first.type, second.type) else {
      let message = "\(first.type.inWords.capitalisedFirst) \(operation.sign) \(second.type.inWords) has no meaning."
      report(.operandTypes(message, mend: mendOfArithmetic(first.type, second.type)), at: whole)
      return nil
    }
    if operation == .power { return power(first, second, right) }
    if type == .date { return moved(operation, first, second, whole) }
    let expression: Expression =
      Checker.isPlain(first.type, second.type)
      ? .calculation(operation, first.expression, second.expression)
      : .arithmetic(operation, first.expression, second.expression)
    return Typed(expression: expression, type: type)
  }

  private mutating func power(_ base: Typed, _ power: Typed, _ syntax: Syntax) -> Typed? {
    if power.expression.wholeConstant.map({ (-999...999).contains($0) }) == true {
      return Typed(expression: .arithmetic(.power, base.expression, power.expression), type: .number)
    }
    guard case .constant(.number(let range)) = power.expression, let exact = range.exact, exact.magnitude < Decimal128(1_000)
    else {
      report(.operandTypes("The power must be a number written out, from -999 to 999.", mend: nil), at: syntax)
      return nil
    }
    return Typed(expression: .calculation(.power, base.expression, power.expression), type: .number)
  }

  /// A date and a duration. A date of the case has no hour; a date written out is its first moment, as FEEL has it.
  private mutating func moved(_ operation: Arithmetic, _ a: Typed, _ b: Typed, _ whole: Syntax) -> Typed? {
    let (date, length) = a.type == .date ? (a, b) : (b, a)
    let isOfCase = date.expression.readsCase || date.expression.asksToday
    if isOfCase, length.expression.isPartOfDay {
      report(.operandTypes("A date has no hour, so only whole days can be added to it.", mend: nil), at: whole)
      return nil
    }
    let isWhole = length.type != .daysDuration || (length.expression.period != nil && !length.expression.isPartOfDay)
    if isWhole || (isOfCase && !length.expression.isCalculated) {
      return Typed(expression: .arithmetic(operation, a.expression, b.expression), type: .date)
    }
    return Typed(expression: .calculation(operation, a.expression, b.expression), type: .date)
  }

  private static func resultType(_ operation: Arithmetic, _ a: ConditionType, _ b: ConditionType) -> ConditionType? {
    switch (operation, a, b) {
    case (_, .number, .number): .number
    case (.add, .text, .text): .text
    case (.add, .date, _) where b.isDuration, (.subtract, .date, _) where b.isDuration: .date
    case (.add, _, .date) where a.isDuration: .date
    case (.subtract, .date, .date): .daysDuration
    default: plainType(operation, a, b)
    }
  }

  /// What the standard has on durations, times and dates with times.
  private static func plainType(_ operation: Arithmetic, _ a: ConditionType, _ b: ConditionType) -> ConditionType? {
    switch (operation, a, b) {
    case (.add, .dateTime, _) where b.isDuration, (.subtract, .dateTime, _) where b.isDuration: .dateTime
    case (.add, _, .dateTime) where a.isDuration: .dateTime
    case (.add, .time, .daysDuration), (.subtract, .time, .daysDuration), (.add, .daysDuration, .time): .time
    case (.subtract, .dateTime, .dateTime), (.subtract, .dateTime, .date), (.subtract, .date, .dateTime),
      (.subtract, .time, .time):
      .daysDuration
    case (.add, .daysDuration, .daysDuration), (.subtract, .daysDuration, .daysDuration): .daysDuration
    case (.add, .monthsDuration, .monthsDuration), (.subtract, .monthsDuration, .monthsDuration): .monthsDuration
    case (.multiply, .number, .daysDuration), (.multiply, .number, .monthsDuration): b
    case (.multiply, .daysDuration, .number), (.multiply, .monthsDuration, .number), (.divide, .daysDuration, .number),
      (.divide, .monthsDuration, .number):
      a
    case (.divide, .daysDuration, .daysDuration), (.divide, .monthsDuration, .monthsDuration): .number
    default: nil
    }
  }

  /// Whether the arithmetic on two types is that of known values only.
  private static func isPlain(_ a: ConditionType, _ b: ConditionType) -> Bool {
    switch (a, b) {
    case (.number, .number), (.text, .text), (.date, .date): false
    default: true
    }
  }

  private func mendOfArithmetic(_ a: ConditionType, _ b: ConditionType) -> String? {
    switch (a, b) {
    case (.date, .number), (.number, .date): "Write the days as duration(\"P10D\"), or add working days(DATE, 10)."
    case _ where a.isDuration && b.isDuration: "Add the two to a date, one after the other."
    case (.occurrences, _), (_, .occurrences): "Write count(EVENT) for their number."
    default: nil
    }
  }

  mutating func negative(_ operand: Syntax) -> Typed? {
    guard let typed = infer(operand) else { return nil }
    switch (typed.type, typed.expression) {
    case (.number, .constant(.number(let range))):
      let negative = NumberRange(least: range.most.map(-), most: range.least.map(-))
      return Typed(expression: .constant(.number(negative)), type: .number)
    case (.number, _): return Typed(expression: .negative(typed.expression), type: typed.type)
    case (_, .constant(let value)) where typed.type.isDuration:
      return Typed(expression: .constant(PlainArithmetic.negative(value)), type: typed.type)
    case _ where typed.type.isDuration: return Typed(expression: .negative(typed.expression), type: typed.type)
    default:
      let message = "\(typed.type.inWords.capitalisedFirst) has no minus."
      report(.operandTypes(message, mend: nil), at: operand)
      return nil
    }
  }
}

extension Comparison {
  var isOrder: Bool { self != .equal && self != .notEqual }
}

extension Arithmetic {
  var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "**"
    }
  }
}

extension String {
  /// The text with a capital letter first, for the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Expression {
  /// Whether it is a duration written out that is no whole number of days.
  var isPartOfDay: Bool {
    guard case .constant(let value) = self, let nanoseconds = value.nanoseconds else { return false }
    return nanoseconds % Int128(ClockTime.nanosecondsOfDay) != 0
  }

  /// Whether it can come to a part of an hour.
  var isCalculated: Bool {
    var isCalculated = false
    visit {
      switch $0 {
      case .calculation, .plain, .constant(.exact): isCalculated = true
      default: break
      }
    }
    return isCalculated
  }

  /// Whether it asks for the day at hand.
  var asksToday: Bool {
    var asks = false
    visit { if case .today = $0 { asks = true } }
    return asks
  }

  /// Whether it reads what a record may not state.
  var readsCase: Bool {
    var reads = false
    visit {
      switch $0 {
      case .this, .trigger, .thisHappened, .triggerHappened, .each, .attribute, .happened, .itemAttribute, .itemHappened,
        .state, .stateOfChild, .fact, .factOfChild, .siblings, .occurrences, .clocks:
        reads = true
      default: break
      }
    }
    return reads
  }

  /// The period that is written out here.
  var period: Period? {
    if case .constant(.duration(let range)) = self { range.exact } else { nil }
  }

  /// The whole number that is written out here.
  var wholeConstant: Int? {
    if case .constant(.number(let range)) = self { range.exact?.whole } else { nil }
  }

  /// What an equality compares with.
  var comparedWith: Expression? {
    if case .compare(.equal, _, let right) = self { right } else { nil }
  }
}
