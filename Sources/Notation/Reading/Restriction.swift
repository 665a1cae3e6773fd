import CivilTime
import Conditions

/// A condition that says of one thing which constants it may be: `this.outcome = "end"`.
struct Restriction {
  enum Allowed {
    case only(Set<Value>)
    case allBut(Set<Value>)
    /// Numbers from one end to another; `nil` is open.
    case numbers(from: Decimal128?, isFromIncluded: Bool, to: Decimal128?, isToIncluded: Bool)
  }

  let subject: Expression
  let allowed: Allowed

  init?(_ condition: Expression) {
    switch condition {
    case .compare(let comparison, let subject, .constant(let value)): self.init(subject, comparison, value)
    case .compare(let comparison, .constant(let value), let subject): self.init(subject, comparison.mirrored, value)
    case .anyOf(let subject, let items):
      guard let values = Self.constants(items) else { return nil }
      self.init(subject: subject, allowed: .only(values))
    case .not(.anyOf(let subject, let items)):
      guard let values = Self.constants(items) else { return nil }
      self.init(subject: subject, allowed: .allBut(values))
    case .within(let subject, .constant(.number(let low)), let lowIncluded, .constant(.number(let high)), let highIncluded):
      guard let low = low.exact, let high = high.exact else { return nil }
      self.init(
        subject: subject, allowed: .numbers(from: low, isFromIncluded: lowIncluded, to: high, isToIncluded: highIncluded))
    case .not(let subject): self.init(subject: subject, allowed: .only([.truth(false)]))
    default: self.init(subject: condition, allowed: .only([.truth(true)]))
    }
  }

  private init(subject: Expression, allowed: Allowed) {
    self.subject = subject
    self.allowed = allowed
  }

  private init?(_ subject: Expression, _ comparison: Comparison, _ value: Value) {
    if case .number(let range) = value, let number = range.exact {
      self.init(subject: subject, allowed: Self.numbers(comparison, number))
      return
    }
    guard let value = value.writtenOneWay else { return nil }
    switch (comparison, value) {
    case (.notEqual, .truth(let truth)): self.init(subject: subject, allowed: .only([.truth(!truth)]))
    case (.equal, _): self.init(subject: subject, allowed: .only([value]))
    case (.notEqual, _): self.init(subject: subject, allowed: .allBut([value]))
    default: return nil
    }
  }

  /// The values of constants; `nil` where some are none, or can be written in ways that are not told apart.
  private static func constants(_ items: [Expression]) -> Set<Value>? {
    let values = items.compactMap { if case .constant(let value) = $0 { value.writtenOneWay } else { nil } }
    return values.count == items.count ? Set(values) : nil
  }

  private static func numbers(_ comparison: Comparison, _ number: Decimal128) -> Allowed {
    switch comparison {
    case .equal: .numbers(from: number, isFromIncluded: true, to: number, isToIncluded: true)
    case .notEqual: .allBut([.number(NumberRange(number))])
    case .less: .numbers(from: nil, isFromIncluded: false, to: number, isToIncluded: false)
    case .lessOrEqual: .numbers(from: nil, isFromIncluded: false, to: number, isToIncluded: true)
    case .greater: .numbers(from: number, isFromIncluded: false, to: nil, isToIncluded: false)
    case .greaterOrEqual: .numbers(from: number, isFromIncluded: true, to: nil, isToIncluded: false)
    }
  }
}

extension Restriction.Allowed {
  /// Whether no constant is allowed by both.
  func excludes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.only(let a), .only(let b)): a.isDisjoint(with: b)
    case (.only(let a), .allBut(let b)), (.allBut(let b), .only(let a)): a.isSubset(of: b)
    case (.numbers(_, _, let high?, let included), .numbers(let low?, let lowIncluded, _, _))
    where high < low || (high == low && !(included && lowIncluded)):
      true
    case (.numbers(let low?, let lowIncluded, _, _), .numbers(_, _, let high?, let included))
    where high < low || (high == low && !(included && lowIncluded)):
      true
    case (.numbers(let low?, true, let high?, true), .allBut(let values)),
      (.allBut(let values), .numbers(let low?, true, let high?, true)):
      low == high && values.contains(.number(NumberRange(low)))
    default: false
    }
  }
}

extension Comparison {
  /// The comparison with its sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension Value {
  /// The value in the one way to write it, so that two which are written otherwise are not equal; `nil` where there is no
  /// such way.
  fileprivate var writtenOneWay: Value? {
    switch self {
    case .duration(let range): range.exact?.writtenOneWay.map { .duration(DurationRange($0)) }
    case .exact, .list: nil
    default: self
    }
  }
}

extension Period {
  /// The period in hours or months, whichever of the two it is.
  fileprivate var writtenOneWay: Period? {
    switch unit {
    case .hour, .month: return self
    case .day: return multiplied(by: 24, .hour)
    case .week: return multiplied(by: 168, .hour)
    case .year: return multiplied(by: 12, .month)
    case .workingDay: return nil
    }
  }

  private func multiplied(by factor: Int, _ unit: Unit) -> Period? {
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Period(product, unit)
  }
}
