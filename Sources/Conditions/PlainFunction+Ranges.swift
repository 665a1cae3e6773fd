/// One end of a range, which may have no end.
private enum RangeEnd {
  case beforeAll
  case at(Value)
  case afterAll

  init(low value: Value?) { self = value.map { .at($0) } ?? .beforeAll }
  init(high value: Value?) { self = value.map { .at($0) } ?? .afterAll }
}

/// The order of two ends; null where the two values have none.
private enum EndOrder {
  case less, equal, greater

  init?(_ a: RangeEnd, _ b: RangeEnd) {
    switch (a, b) {
    case (.at(let a), .at(let b)):
      guard let isLess = a.isLess(than: b), let isGreater = b.isLess(than: a) else { return nil }
      self = isLess ? .less : isGreater ? .greater : .equal
    case (.beforeAll, .beforeAll), (.afterAll, .afterAll): self = .equal
    case (.beforeAll, _), (_, .afterAll): self = .less
    case (.afterAll, _), (_, .beforeAll): self = .greater
    }
  }
}

extension PlainFunction {
  /// The relations of points and ranges in time or number, as the standard's table has them.
  func ofRanges(_ arguments: [Value]) -> Value {
    // The second of each pair is the first with its arguments exchanged.
    switch self {
    case .metBy: return PlainFunction.meets.ofRanges(arguments.reversed())
    case .finishedBy: return PlainFunction.finishes.ofRanges(arguments.reversed())
    case .during: return PlainFunction.includes.ofRanges(arguments.reversed())
    case .startedBy: return PlainFunction.starts.ofRanges(arguments.reversed())
    case .after: return PlainFunction.before.ofRanges(arguments.reversed())
    case .overlapsAfter: return PlainFunction.overlapsBefore.ofRanges(arguments.reversed())
    default: return Relation(arguments[0], arguments[1])?.holds(self).map { .truth($0) } ?? .null
    }
  }
}

/// How the ends of two ranges lie, a point being a range of itself.
private struct Relation {
  private let a: ValueRange
  private let b: ValueRange
  /// The order of the beginnings, of the ends, of the first's end and the second's beginning, and the reverse.
  private let begins: EndOrder
  private let ends: EndOrder
  private let endToBegin: EndOrder
  private let beginToEnd: EndOrder

  init?(_ first: Value, _ second: Value) {
    a = Relation.range(first)
    b = Relation.range(second)
    guard let begins = EndOrder(RangeEnd(low: a.low), RangeEnd(low: b.low)),
      let ends = EndOrder(RangeEnd(high: a.high), RangeEnd(high: b.high)),
      let endToBegin = EndOrder(RangeEnd(high: a.high), RangeEnd(low: b.low)),
      let beginToEnd = EndOrder(RangeEnd(low: a.low), RangeEnd(high: b.high))
    else { return nil }
    (self.begins, self.ends, self.endToBegin, self.beginToEnd) = (begins, ends, endToBegin, beginToEnd)
  }

  private static func range(_ value: Value) -> ValueRange {
    if case .exact(.range(let range)) = value { return range }
    return ValueRange(low: value, isLowIncluded: true, high: value, isHighIncluded: true)
  }

  func holds(_ function: PlainFunction) -> Bool? {
    switch function {
    case .before: isBefore
    case .meets: a.isHighIncluded && b.isLowIncluded && endToBegin == .equal
    case .overlaps: !isBefore && !isAfter
    case .overlapsBefore: beginsFirst && !isBefore && endsFirst
    case .finishes: a.isHighIncluded == b.isHighIncluded && ends == .equal && !beginsFirst
    case .includes: !beginsLater && !endsSooner
    case .starts: a.isLowIncluded == b.isLowIncluded && begins == .equal && !endsAfter
    case .coincides:
      begins == .equal && ends == .equal && a.isLowIncluded == b.isLowIncluded && a.isHighIncluded == b.isHighIncluded
    default: nil
    }
  }

  private var isBefore: Bool {
    endToBegin == .less || (endToBegin == .equal && !(a.isHighIncluded && b.isLowIncluded))
  }

  private var isAfter: Bool {
    beginToEnd == .greater || (beginToEnd == .equal && !(a.isLowIncluded && b.isHighIncluded))
  }

  /// The first has a point before every point of the second.
  private var beginsFirst: Bool { begins == .less || (begins == .equal && a.isLowIncluded && !b.isLowIncluded) }

  /// The second has a point before every point of the first.
  private var beginsLater: Bool { begins == .greater || (begins == .equal && !a.isLowIncluded && b.isLowIncluded) }

  /// The first has no point after every point of the second.
  private var endsFirst: Bool { ends == .less || (ends == .equal && (!a.isHighIncluded || b.isHighIncluded)) }

  /// The second has a point after every point of the first.
  private var endsSooner: Bool { ends == .less || (ends == .equal && !a.isHighIncluded && b.isHighIncluded) }

  /// The first has a point after every point of the second.
  private var endsAfter: Bool { ends == .greater || (ends == .equal && a.isHighIncluded && !b.isHighIncluded) }
}

extension Value {
  /// FEEL's `in` where ranges are values: in a range, in or among the members of a list, or the same.
  func isIn(_ other: Value) -> Value {
    switch other {
    case .exact(.range): return PlainFunction.includes.ofRanges([other, self])
    case .list(let members):
      let outcomes = members.map { member -> Outcomes in
        if case .exact(.range) = member { return Outcomes(isIn(member)) }
        return Comparison.equal.plain(self, member)
      }
      return outcomes.reduce(Outcomes.no) { $0.or($1) }.value
    default: return Comparison.equal.plain(self, other).value
    }
  }

  /// FEEL's `is`: of one type and alike in every part, where `=` looks at what a value stands for.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.exact(.time(let a)), .exact(.time(let b))): a == b
    case (.exact(.dateTime(let a)), .exact(.dateTime(let b))): a == b
    default: isEqual(to: other)
    }
  }
}
