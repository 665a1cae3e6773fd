import CivilTime
import Diagnostics

extension Checker {
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
