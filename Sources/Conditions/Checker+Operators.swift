import Diagnostics

extension Checker {
  /// `and` and `or`.
  mutating func both(_ left: Syntax, _ right: Syntax, _ make: (Expression, Expression) -> Expression) -> Typed? {
    let first = truthOrNull(left)
    let second = truthOrNull(right)
    guard let first, let second else { return nil }
    guard isTruthful(first, left, beside: second), isTruthful(second, right, beside: first) else { return nil }
    return Typed(expression: make(first, second), type: .truth)
  }

  /// Whether an operand is no null that stands beside what the case decides; reports where it is.
  private mutating func isTruthful(_ operand: Expression, _ syntax: Syntax, beside other: Expression) -> Bool {
    guard operand == .constant(.null), other.readsCase else { return true }
    return isTruth(Typed(expression: operand, type: .null), syntax)
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
    guard let (first, second) = pair(left, right) else { return nil }
    guard areComparable(first, second, ordered: comparison.isOrder, whole) else { return nil }
    return withoutNull(.compare(comparison, first.expression, second.expression), [left, right])
  }

  /// A comparison of some parts, unless null is compared with what a record may not state or what is never null, which
  /// is reported.
  mutating func withoutNull(_ comparison: Expression, _ parts: [Syntax]) -> Typed? {
    if let null = parts.first(where: \.isNull), comparison.readsCase || comparison.asksToday || comparison.readsParameter {
      report(.comparedWithNull, at: null)
      return nil
    }
    return Typed(expression: comparison, type: .truth)
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
    let parts = [value] + tests.flatMap(\.parts)
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
      return withoutNull(.anyOf(typed.expression, equals), parts)
    }
    return withoutNull(alternatives.dropFirst().reduce(first, Expression.or), parts)
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
}

extension Comparison {
  /// Whether it puts its sides in order, and does not only ask whether they are equal.
  public var isOrder: Bool { self != .equal && self != .notEqual }
}

extension String {
  /// The text with a capital letter first, for the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
