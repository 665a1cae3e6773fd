import CivilTime

extension Evaluator {
  mutating func compare(_ comparison: Comparison, _ left: Expression, _ right: Expression) -> Outcomes {
    let first = value(of: left)
    let second = value(of: right)
    // Words and truths are what most conditions compare.
    if case .choice(let a) = first, case .choice(let b) = second { return Outcomes(comparison.holds(a, b)) }
    if case .truth(let a) = first, case .truth(let b) = second { return Outcomes((a == b) == (comparison == .equal)) }
    if case .date(let a) = first, case .date(let b) = second {
      return compareDates(comparison, (a, left), (b, right))
    }
    return compare(comparison, first, second)
  }

  /// `x in [low..high]`: at least the one and at most the other.
  mutating func isWithin(
    _ value: Expression, _ low: (Expression, isIncluded: Bool), _ high: (Expression, isIncluded: Bool)
  ) -> Outcomes {
    let above = compare(low.isIncluded ? .greaterOrEqual : .greater, value, low.0)
    if above == .no { return .no }
    return above.and(compare(high.isIncluded ? .lessOrEqual : .less, value, high.0))
  }

  mutating func isAny(_ value: Expression, of others: [Expression]) -> Outcomes {
    let sought = self.value(of: value)
    var result = Outcomes.no
    for other in others {
      let member = self.value(of: other)
      result = result.or(compare(.equal, sought, member))
      if result == .yes { break }
    }
    return result
  }

  /// Two values of one type, or null, or unknown.
  mutating func compare(_ comparison: Comparison, _ a: Value, _ b: Value) -> Outcomes {
    switch (a, b) {
    case (.null, _), (_, .null): return compareWithNull(comparison, a, b)
    case (.unknown, _), (_, .unknown): return comparison.isOrder ? .any : .yesOrNo
    case (.number(let a), .number(let b)):
      return comparison.outcomes((a.least, a.most), (b.least, b.most))
    case (.date(let a), .date(let b)): return compareDates(comparison, (a, nil), (b, nil))
    case (.duration(let a), .duration(let b)): return compareDurations(comparison, a, b)
    case (.list(let a), .list(let b)): return compareLists(comparison, a, b)
    case (.text(let a), .text(let b)): return Outcomes(comparison.holds(TextOrder(a), TextOrder(b)))
    case (.choice(let a), .choice(let b)): return Outcomes(comparison.holds(a, b))
    case (.truth(let a), .truth(let b)): return Outcomes((a == b) == (comparison == .equal))
    default: return a.isExact && b.isExact ? comparison.plain(a, b) : .any
    }
  }

  /// Null equals null and nothing else, and has no order.
  private func compareWithNull(_ comparison: Comparison, _ a: Value, _ b: Value) -> Outcomes {
    if comparison.isOrder { return .null }
    if a == .unknown || b == .unknown { return .yesOrNo }
    return Outcomes((a == b) == (comparison == .equal))
  }

  private mutating func compareLists(_ comparison: Comparison, _ a: [Value], _ b: [Value]) -> Outcomes {
    var equal = Outcomes(a.count == b.count)
    for (one, other) in zip(a, b) {
      if equal == .no { break }
      equal = equal.and(compare(.equal, one, other))
    }
    return comparison == .equal ? equal : equal.negated
  }

  /// Lengths of like units exactly, of unlike ones by the fewest and the most days they can have.
  private mutating func compareDurations(_ comparison: Comparison, _ a: DurationRange, _ b: DurationRange) -> Outcomes {
    let (first, second) = DurationRange.measures(of: a, b)
    let outcomes = comparison.outcomes(first, second)
    // How long a month or ten working days are depends on when they begin.
    if !outcomes.isDecided, a.exact != nil, b.exact != nil { noteUncertainTime() }
    return outcomes
  }
}

/// Texts in the order of their code points, as FEEL has it.
struct TextOrder: Comparable {
  private let text: String

  init(_ text: String) { self.text = text }

  static func == (a: TextOrder, b: TextOrder) -> Bool { a.text.unicodeScalars.elementsEqual(b.text.unicodeScalars) }
  static func < (a: TextOrder, b: TextOrder) -> Bool { a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars) }
}

extension Comparison {
  /// The comparison with its sides exchanged.
  public var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// How two values compare.
  public func holds<Number: Comparable>(_ a: Number, _ b: Number) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// How two numbers compare of which only the ends of a range are known; `nil` is an open end.
  func outcomes<Number: Comparable>(
    _ a: (least: Number?, most: Number?), _ b: (least: Number?, most: Number?)
  ) -> Outcomes {
    switch self {
    case .less: return Comparison.less(a, b)
    case .greater: return Comparison.less(b, a)
    case .lessOrEqual: return Comparison.less(b, a).negated
    case .greaterOrEqual: return Comparison.less(a, b).negated
    case .equal: return Comparison.equal(a, b)
    case .notEqual: return Comparison.equal(a, b).negated
    }
  }

  private static func less<Number: Comparable>(
    _ a: (least: Number?, most: Number?), _ b: (least: Number?, most: Number?)
  ) -> Outcomes {
    if let most = a.most, let least = b.least, most < least { return .yes }
    if let least = a.least, let most = b.most, least >= most { return .no }
    return .yesOrNo
  }

  private static func equal<Number: Comparable>(
    _ a: (least: Number?, most: Number?), _ b: (least: Number?, most: Number?)
  ) -> Outcomes {
    if less(a, b) == .yes || less(b, a) == .yes { return .no }
    if let least = a.least, least == a.most, least == b.least, least == b.most { return .yes }
    return .yesOrNo
  }
}
