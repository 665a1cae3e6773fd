/// A number of 256 bits without a sign: what the product of two 34-digit numbers needs before it is rounded.
struct WideMagnitude {
  var high: UInt128
  var low: UInt128

  init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ a: UInt128, times b: UInt128) {
    let product = a.multipliedFullWidth(by: b)
    self.init(high: product.high, low: product.low)
  }

  static func + (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    return WideMagnitude(high: a.high + b.high + (carry ? 1 : 0), low: low)
  }

  /// The difference of a number and one that is not greater.
  static func - (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
    return WideMagnitude(high: a.high - b.high - (borrow ? 1 : 0), low: low)
  }

  static func < (a: WideMagnitude, b: WideMagnitude) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }

  /// How many decimal digits the number has; it has at most 72.
  var digits: Int {
    if high == 0 { return PowersOfTen.digits(of: low) }
    return 38 + PowersOfTen.digits(of: divided(by: PowersOfTen.table[38]).quotient)
  }

  /// The quotient, which must fit 128 bits, and what is left over.
  func divided(by divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
    high == 0 ? low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth((high, low))
  }
}
