import CivilTime

extension Evaluator {
  /// More than any text needs.
  ///
  /// **Unit**: bytes.
  private var longestText: Int { 1_000_000 }

  /// FEEL's arithmetic; null with anything is null.
  ///
  /// **Unknown**: a text longer than any needs is not made.
  mutating func arithmetic(_ operation: Arithmetic, _ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.number(let a), .number(let b)): return a.combined(operation, with: b)
    case (.text(let a), .text(let b)): return a.utf8.count + b.utf8.count <= longestText ? .text(a + b) : .unknown
    case (.date(let date), .duration(let length)), (.duration(let length), .date(let date)):
      let moved = shifted(date, by: length, operation == .add ? .later : .earlier)
      return length.exact != nil && moved.isBeyondAllDays ? .null : moved
    case (.date(let a), .date(let b)): return difference(a, b)
    // A duration that the record decides on may be one of minutes.
    default: return a.isExact && b.isExact ? PlainArithmetic.result(operation, a, b) : .unknown
    }
  }

  func negative(_ value: Value) -> Value {
    switch value {
    case .null: return .null
    case .number(let range): return .number(NumberRange(least: range.most.map(-), most: range.least.map(-)))
    case .duration(let range):
      guard let most = range.most else { return .unknown }
      return .duration(DurationRange(least: most.negated, most: range.least.negated))
    case .exact: return PlainArithmetic.negative(value)
    default: return .unknown
    }
  }

  func absolute(_ value: Value) -> Value {
    switch value {
    case .null: return .null
    case .number(let range): return .number(range.magnitude)
    case .duration(let range):
      if range.least.count >= 0 { return value }
      guard let most = range.most, most.count <= 0 else { return .unknown }
      return negative(value)
    case .exact(.length(let nanoseconds)): return .exact(.length(abs(nanoseconds)))
    default: return .unknown
    }
  }

  mutating func least(of a: Value, _ b: Value) -> Value { either(a, b, .less) }
  mutating func greatest(of a: Value, _ b: Value) -> Value { either(a, b, .greater) }

  /// The one of two that comes first in an order, or the range that holds it.
  private mutating func either(_ a: Value, _ b: Value, _ order: Comparison) -> Value {
    if a == .null || b == .null { return .null }
    let mark = mark
    let outcomes = compare(order, a, b)
    switch outcomes {
    case .yes: return a
    case .no: return b
    case .null: return .null
    default: break
    }
    forget(since: mark)
    switch (a, b) {
    case (.number(let a), .number(let b)): return .number(order == .less ? a.lesser(b) : a.greater(b))
    case (.date(let a), .date(let b)):
      let better: (Day, Day) -> Day = order == .less ? { min($0, $1) } : { max($0, $1) }
      return .date(DateValue(earliest: better(a.earliest, b.earliest), latest: better(a.latest, b.latest)))
    default: return .unknown
    }
  }
}

extension Value {
  /// Whether it is the first or the last day that can be numbered, which is where a move beyond them ends.
  fileprivate var isBeyondAllDays: Bool {
    guard case .date(let date) = self, date.isExact else { return false }
    return date.earliest == .earliest || date.earliest == .latest
  }
}

extension Period {
  var negated: Period { Period(0 &- count, unit) }
}

extension NumberRange {
  /// The range of all results.
  ///
  /// **Unknown**: a divisor that may be zero leaves the result unknown; one that is zero makes it null, as does a
  /// result too large for a number.
  func combined(_ operation: Arithmetic, with other: NumberRange) -> Value {
    if let a = exact, let b = other.exact {
      return operation.result(a, b).map { .number(NumberRange($0)) } ?? .null
    }
    switch operation {
    case .add: return .number(NumberRange(least: plus(least, other.least), most: plus(most, other.most)))
    case .subtract:
      return .number(NumberRange(least: plus(least, other.most.map(-)), most: plus(most, other.least.map(-))))
    case .multiply: return extremes(of: other) { $0 * $1 }
    case .divide:
      if other.exact?.isZero == true { return .null }
      guard other.excludesZero else { return .unknown }
      return extremes(of: other) { $0 / $1 }
    case .power: return powers(other)
    }
  }

  /// Too large a sum leaves the end open.
  private func plus(_ a: Decimal128?, _ b: Decimal128?) -> Decimal128? {
    guard let a, let b else { return nil }
    return a + b
  }

  private var excludesZero: Bool { least.map { $0 > .zero } == true || most.map { $0 < .zero } == true }

  /// The least and the most of four corners; unknown where an end is open.
  private func extremes(of other: NumberRange, _ combine: (Decimal128, Decimal128) -> Decimal128?) -> Value {
    guard let least, let most, let otherLeast = other.least, let otherMost = other.most else { return .unknown }
    var corners: [Decimal128] = []
    for a in [least, most] {
      for b in [otherLeast, otherMost] {
        guard let corner = combine(a, b) else { return .unknown }
        corners.append(corner)
      }
    }
    return .number(NumberRange(least: corners.min(), most: corners.max()))
  }

  /// A power that is written out; the range of an even one turns at zero.
  private func powers(_ power: NumberRange) -> Value {
    guard let exponent = power.exact?.whole, let least, let most, exponent > 0 || excludesZero,
      let first = least.raised(to: exponent), let last = most.raised(to: exponent)
    else { return .unknown }
    let turns = exponent > 0 && exponent % 2 == 0 && least.isNegative && !most.isNegative
    return .number(NumberRange(least: turns ? .zero : min(first, last), most: max(first, last)))
  }

  /// The range of the number without its sign.
  var magnitude: NumberRange {
    if let least, !least.isNegative { return self }
    if let most, most <= .zero { return NumberRange(least: -most, most: least.map(-)) }
    let end = least.flatMap { low in most.map { max(low.magnitude, $0.magnitude) } }
    return NumberRange(least: .zero, most: end)
  }

  /// The range of the lesser of two numbers.
  func lesser(_ other: NumberRange) -> NumberRange {
    let low = least.flatMap { a in other.least.map { min(a, $0) } }
    return NumberRange(least: low, most: [most, other.most].compactMap { $0 }.min())
  }

  /// The range of the greater of two numbers.
  func greater(_ other: NumberRange) -> NumberRange {
    let high = most.flatMap { a in other.most.map { max(a, $0) } }
    return NumberRange(least: [least, other.least].compactMap { $0 }.max(), most: high)
  }
}

extension Arithmetic {
  func result(_ a: Decimal128, _ b: Decimal128) -> Decimal128? {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: b.whole.flatMap { a.raised(to: $0) }
    }
  }
}
