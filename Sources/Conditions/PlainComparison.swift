extension Comparison {
  /// How two known values compare, as FEEL has it: null where it has no answer.
  @inline(never)
  func plain(_ a: Value, _ b: Value) -> Outcomes {
    if a == .null || b == .null {
      return isOrder ? .null : Outcomes((a == b) == (self == .equal))
    }
    switch (a, b) {
    case (.number(let a), .number(let b)): return outcomes((a.least, a.most), (b.least, b.most))
    case (.text(let a), .text(let b)): return Outcomes(holds(TextOrder(a), TextOrder(b)))
    case (.truth(let a), .truth(let b)): return isOrder ? .null : Outcomes((a == b) == (self == .equal))
    case (.choice(let a), .choice(let b)): return isOrder ? .null : Outcomes(holds(a, b))
    case (.list(let a), .list(let b)):
      return of(a.count == b.count, parts: zip(a, b).map { Comparison.equal.plain($0, $1) })
    case (.exact(.range(let a)), .exact(.range(let b))): return of(true, parts: Comparison.ends(a, b))
    case (.exact(.context(let a)), .exact(.context(let b))): return contexts(a, b)
    default: return measures(a, b)
    }
  }

  /// Durations and moments, which compare as numbers do.
  private func measures(_ a: Value, _ b: Value) -> Outcomes {
    if let a = a.nanoseconds, let b = b.nanoseconds { return Outcomes(holds(a, b)) }
    if let a = a.months, let b = b.months { return Outcomes(holds(a, b)) }
    if case .duration(let a) = a, case .duration(let b) = b { return isOrder ? .null : Outcomes(holds(a == b ? 0 : 1, 0)) }
    guard let (first, second) = Value.moments(a, b), a.isDate == b.isDate else {
      return isOrder ? .null : Outcomes(self == .notEqual)
    }
    guard (first.offset == nil) == (second.offset == nil) else { return isOrder ? .null : Outcomes(self == .notEqual) }
    // What is finer than a second does not count.
    let scale = Int128(ClockTime.nanosecondsOfSecond)
    return Outcomes(
      holds(
        first.nanoseconds.dividedDown(by: scale) - Int128(first.offset ?? 0),
        second.nanoseconds.dividedDown(by: scale) - Int128(second.offset ?? 0)))
  }

  private func contexts(_ a: ValueContext, _ b: ValueContext) -> Outcomes {
    let parts = a.entries.map { entry in b[entry.name].map { Comparison.equal.plain(entry.value, $0) } ?? .no }
    return of(a.entries.count == b.entries.count, parts: parts)
  }

  private static func ends(_ a: ValueRange, _ b: ValueRange) -> [Outcomes] {
    let ends = [(a.low, b.low), (a.high, b.high)].map { one, other -> Outcomes in
      guard let one, let other else { return Outcomes(one == nil && other == nil) }
      return Comparison.equal.plain(one, other)
    }
    return ends + [
      Outcomes(a.isLowIncluded == b.isLowIncluded || a.low == nil),
      Outcomes(a.isHighIncluded == b.isHighIncluded || a.high == nil),
    ]
  }

  /// Equality of what has parts.
  private func of(_ isAlike: Bool, parts: [Outcomes]) -> Outcomes {
    if isOrder { return .null }
    let equal = parts.reduce(Outcomes(isAlike)) { $0.and($1) }
    return self == .equal ? equal : equal.negated
  }
}

extension Value {
  /// Whether FEEL's `=` holds of two known values.
  func isEqual(to other: Value) -> Bool { Comparison.equal.plain(self, other) == .yes }

  /// Whether one known value comes before another; `nil` where the two have no order.
  func isLess(than other: Value) -> Bool? {
    switch Comparison.less.plain(self, other) {
    case .yes: true
    case .no: false
    default: nil
    }
  }
}

extension Int128 {
  /// The quotient, rounded down.
  func dividedDown(by divisor: Int128) -> Int128 {
    self >= 0 || self % divisor == 0 ? self / divisor : self / divisor - 1
  }
}
