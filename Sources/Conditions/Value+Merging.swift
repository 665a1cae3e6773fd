extension Value {
  var isDate: Bool {
    if case .date = self { true } else { false }
  }

  /// Whether nothing about the value is unknown or uncertain.
  public var isExact: Bool {
    switch self {
    case .unknown: false
    case .number(let range): range.exact != nil
    case .date(let date): date.isExact
    case .duration(let range): range.exact != nil
    case .set(let set): set.inside | set.outside == ~0
    case .list(let members): members.allSatisfy(\.isExact)
    case .occurrences(let list): list.isComplete && list.items.allSatisfy { $0.belongs == .yes }
    case .exact(let value): value.isExact
    case .null, .truth, .text, .choice, .occurrence, .child, .children: true
    }
  }

  /// What is left possible where the value is one of two.
  func merged(with other: Value) -> Value {
    if self == other { return self }
    switch (self, other) {
    case (.number(let a), .number(let b)): return .number(a.merged(with: b))
    case (.date(let a), .date(let b)):
      return .date(DateValue(earliest: min(a.earliest, b.earliest), latest: max(a.latest, b.latest)))
    case (.set(let a), .set(let b)):
      return .set(PartialSet(inside: a.inside & b.inside, outside: a.outside & b.outside))
    default: return .unknown
    }
  }
}

extension NumberRange {
  /// The range that holds both.
  func merged(with other: NumberRange) -> NumberRange {
    let least = least.flatMap { a in other.least.map { min(a, $0) } }
    let most = most.flatMap { a in other.most.map { max(a, $0) } }
    return NumberRange(least: least, most: most)
  }
}

extension ExactValue {
  /// Whether nothing in it is unknown or uncertain.
  public var isExact: Bool {
    switch self {
    case .time, .dateTime, .length: true
    case .range(let range): range.low?.isExact != false && range.high?.isExact != false
    case .context(let context): context.entries.allSatisfy(\.value.isExact)
    }
  }
}
