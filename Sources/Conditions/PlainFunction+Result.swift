extension PlainFunction {
  /// The result for known arguments, as many as one of the signatures has; null where FEEL has none.
  ///
  /// **Unknown**: never; the evaluator asks only where every argument is known.
  func result(of arguments: [Value]) -> Value {
    switch self {
    case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown, .modulo, .sqrt, .log, .exp, .odd,
      .even:
      ofNumbers(arguments.map(\.number)) ?? .null
    case .substring, .stringLength, .upperCase, .lowerCase, .substringBefore, .substringAfter, .contains, .startsWith,
      .endsWith, .stringJoin:
      ofTexts(arguments) ?? .null
    case .mean, .median, .stddev, .mode, .product: ofNumbers(in: arguments) ?? .null
    case .sublist, .append, .concatenate, .insertBefore, .listReplace, .remove, .reverse, .union, .flatten, .indexOf,
      .distinctValues:
      ofLists(arguments) ?? .null
    case .number, .string, .date, .time, .duration, .dateAndTime, .yearsAndMonthsDuration: ofConversion(arguments) ?? .null
    case .dayOfYear, .dayOfWeek, .monthOfYear, .weekOfYear: arguments.first?.day.map(ofDay) ?? .null
    case .before, .after, .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter, .finishes, .finishedBy, .includes,
      .during, .starts, .startedBy, .coincides:
      ofRanges(arguments)
    case .is: .truth(arguments[0].isIdentical(to: arguments.count > 1 ? arguments[1] : .null))
    case .isIn: arguments[0].isIn(arguments[1])
    }
  }
}

extension Value {
  /// A known number; `nil` for any other value.
  var number: Decimal128? {
    if case .number(let range) = self { range.exact } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var members: [Value]? {
    if case .list(let members) = self { members } else { nil }
  }

  static func exactNumber(_ number: Decimal128?) -> Value? {
    if let number { .number(NumberRange(number)) } else { nil }
  }
}

// MARK: Numbers

extension PlainFunction {
  private func ofNumbers(_ numbers: [Decimal128?]) -> Value? {
    guard let first = numbers[0] else { return nil }
    switch self {
    case .modulo: return .exactNumber(numbers[1].flatMap { first.modulo($0) })
    case .sqrt: return .exactNumber(first.squareRoot)
    case .log: return .exactNumber(first.logarithm)
    case .exp: return .exactNumber(first.exponential)
    case .odd: return first.modulo(Decimal128(2)).map { .truth($0 == .one) }
    case .even: return first.modulo(Decimal128(2)).map { .truth($0.isZero) }
    default:
      guard let rounding, numbers.count == 1 || numbers[1] != nil else { return nil }
      let scale = numbers.count > 1 ? numbers[1]?.rounded(toPlaces: 0, .towardsZero)?.whole : 0
      return .exactNumber(scale.flatMap { first.rounded(toPlaces: $0, rounding) })
    }
  }

  /// Which of the two nearest numbers the function gives.
  var rounding: Rounding? {
    switch self {
    case .decimal: .halfEven
    case .floor: .down
    case .ceiling: .up
    case .roundUp: .awayFromZero
    case .roundDown: .towardsZero
    case .roundHalfUp: .halfAwayFromZero
    case .roundHalfDown: .halfTowardsZero
    default: nil
    }
  }

  private func ofNumbers(in arguments: [Value]) -> Value? {
    guard let members = arguments[0].members else { return nil }
    let numbers = members.compactMap(\.number)
    guard numbers.count == members.count else { return nil }
    if self == .mode { return .list(PlainFunction.mode(numbers).map { .number(NumberRange($0)) }) }
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .mean: return .exactNumber(PlainFunction.mean(numbers))
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return .exactNumber(sorted.count % 2 == 1 ? sorted[middle] : PlainFunction.mean([sorted[middle - 1], sorted[middle]]))
    case .stddev: return .exactNumber(PlainFunction.deviation(numbers))
    default: return .exactNumber(numbers.reduce(.one as Decimal128?) { product, next in product.flatMap { $0 * next } })
    }
  }

  private static func sum(_ numbers: [Decimal128]) -> Decimal128? {
    numbers.reduce(.zero as Decimal128?) { sum, next in sum.flatMap { $0 + next } }
  }

  private static func mean(_ numbers: [Decimal128]) -> Decimal128? { sum(numbers).flatMap { $0 / Decimal128(numbers.count) } }

  /// The deviation of a sample, which has at least two members.
  private static func deviation(_ numbers: [Decimal128]) -> Decimal128? {
    guard numbers.count > 1, let mean = mean(numbers) else { return nil }
    let squares = numbers.compactMap { number in (number - mean).flatMap { $0 * $0 } }
    guard squares.count == numbers.count else { return nil }
    return sum(squares).flatMap { $0 / Decimal128(numbers.count - 1) }?.squareRoot
  }

  /// The numbers that stand there most often, in order.
  private static func mode(_ numbers: [Decimal128]) -> [Decimal128] {
    var counts: [Decimal128: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max()
    return counts.filter { $0.value == most }.keys.sorted()
  }
}
