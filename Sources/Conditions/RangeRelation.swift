/// How the ends of two ranges lie, a point being a range of itself.
struct RangeRelation {
  private let a: ValueRange
  private let b: ValueRange
  /// The order of the beginnings, of the ends, of the first's end and the second's beginning, and the reverse.
  private let begins: EndOrder
  private let ends: EndOrder
  private let endToBegin: EndOrder
  private let beginToEnd: EndOrder

  init?(_ first: Value, _ second: Value) {
    a = RangeRelation.range(first)
    b = RangeRelation.range(second)
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
