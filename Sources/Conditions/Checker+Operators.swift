import CivilTime
import Diagnostics

extension Checker {
  /// `and` and `or`.
  mutating func both(_ left: Syntax, _ right: Syntax, _ make: (Expression, Expression) -> Expression) -> Typed? {
    let first = truth(left)
    let second = truth(right)
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
    for side in [left, right] where side.isNull {
      report(.comparedWithNull, at: side)
      return nil
    }
    guard let (first, second) = pair(left, right) else { return nil }
    guard areComparable(first, second, ordered: comparison.isOrder, whole) else { return nil }
    return Typed(expression: .compare(comparison, first.expression, second.expression), type: .truth)
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
    if let first = a.expression.family, let second = b.expression.family, first != second {
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
    case (.duration, .number), (.number, .duration), (.duration, .text), (.text, .duration):
      "Write a duration as duration(\"P10D\")."
    case (.choice(let one), .choice(let other)): one.name == other.name ? "The two have different lists of words." : nil
    default: nil
    }
  }

  /// `x in ...` and `x between a and b`.
  mutating func within(_ value: Syntax, _ tests: [Syntax.Test], _ whole: Syntax) -> Typed? {
    if let null = ([value] + tests.flatMap(\.parts)).first(where: \.isNull) {
      report(.comparedWithNull, at: null)
      return nil
    }
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
    guard let member = other.type.member, value.type.member == nil else {
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
    if operation == .power, second.expression.wholeConstant.map({ (-999...999).contains($0) }) != true {
      report(.operandTypes("The power must be a whole number written out, from -999 to 999.", mend: nil), at: right)
      return nil
    }
    if type == .date, let period = second.expression.period ?? first.expression.period, period.unit == .hour,
      period.count % 24 != 0
    {
      report(.operandTypes("A date has no hour, so only whole days can be added to it.", mend: nil), at: whole)
      return nil
    }
    return Typed(expression: .arithmetic(operation, first.expression, second.expression), type: type)
  }

  private static func resultType(_ operation: Arithmetic, _ a: ConditionType, _ b: ConditionType) -> ConditionType? {
    switch (operation, a, b) {
    case (_, .number, .number): .number
    case (.add, .text, .text): .text
    case (.add, .date, .duration), (.add, .duration, .date), (.subtract, .date, .duration): .date
    case (.subtract, .date, .date): .duration
    default: nil
    }
  }

  private func mendOfArithmetic(_ a: ConditionType, _ b: ConditionType) -> String? {
    switch (a, b) {
    case (.date, .number), (.number, .date): "Write the days as duration(\"P10D\"), or add working days(DATE, 10)."
    case (.duration, .duration): "Add the two to a date, one after the other."
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
    case (.number, _), (.duration, _): return Typed(expression: .negative(typed.expression), type: typed.type)
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
  /// FEEL keeps durations of days and of months apart.
  enum DurationFamily {
    case days
    case months
  }

  /// The family of a duration, where the text alone decides it.
  var family: DurationFamily? {
    switch self {
    case .constant(.duration(let range)): range.least.unit == .month || range.least.unit == .year ? .months : .days
    case .arithmetic(.subtract, _, _): .days
    case .negative(let operand): operand.family
    case .call(.absolute, let arguments): arguments.first?.family
    default: nil
    }
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
