extension Decimal128 {
  /// The sum, or `nil` where it is too large for a number.
  public static func + (a: Decimal128, b: Decimal128) -> Decimal128? {
    if a.exponent == b.exponent {
      // Two numbers of 34 digits cannot overflow 128 bits.
      return rounded(a.significand + b.significand, exponent: Int(a.exponent))
    }
    if a.isZero { return b }
    if b.isZero { return a }
    return a.exponent > b.exponent ? aligned(a, b) : aligned(b, a)
  }

  /// The difference, or `nil` where it is too large for a number.
  public static func - (a: Decimal128, b: Decimal128) -> Decimal128? { a + -b }

  public static prefix func - (a: Decimal128) -> Decimal128 {
    Decimal128(exactly: -a.significand, exponent: Int(a.exponent))
  }

  /// The product, or `nil` where it is too large for a number.
  public static func * (a: Decimal128, b: Decimal128) -> Decimal128? {
    let product = WideMagnitude(a.significand.magnitude, times: b.significand.magnitude)
    let sign = a.significand.signum() * b.significand.signum()
    return rounded(product, sign: sign, exponent: Int(a.exponent) + Int(b.exponent))
  }

  /// The quotient, or `nil` where the divisor is zero or the quotient too large for a number.
  public static func / (a: Decimal128, b: Decimal128) -> Decimal128? {
    if b.isZero { return nil }
    if a.isZero { return .zero }
    let (top, topZeros) = a.filled
    let (bottom, bottomZeros) = b.filled
    // Both have 34 digits now, so the quotient of 34 digits needs 33 or 34 more in the dividend.
    let zeros = top < bottom ? digits : digits - 1
    let (quotient, remainder) = WideMagnitude(top, times: PowersOfTen.table[zeros]).divided(by: bottom)
    let exponent = Int(a.exponent) - topZeros - (Int(b.exponent) - bottomZeros) - zeros
    let nearest = halfEven(quotient, remainder: remainder, of: bottom)
    return inRange(nearest, sign: a.significand.signum() * b.significand.signum(), exponent: exponent)
  }

  /// The number multiplied with itself, or `nil` where that is too large, or divides by zero.
  public func raised(to power: Int) -> Decimal128? {
    var result = Decimal128.one
    var base = self
    var left = power.magnitude
    while left > 0 {
      if left & 1 == 1 {
        guard let next = result * base else { return power < 0 && !isZero ? .zero : nil }
        result = next
      }
      left >>= 1
      if left > 0 {
        guard let square = base * base else { return power < 0 && !isZero ? .zero : nil }
        base = square
      }
    }
    return power < 0 ? .one / result : result
  }

  public var magnitude: Decimal128 { isNegative ? -self : self }

  /// The sum of two numbers of which the first has the greater exponent; neither is zero.
  private static func aligned(_ a: Decimal128, _ b: Decimal128) -> Decimal128? {
    let (filled, zeros) = a.filled
    let gap = Int(a.exponent) - zeros - Int(b.exponent)
    // Beyond this the smaller number is less than a hundredth of the greater one's last place.
    if gap > digits + 2 { return a }
    let shift = Int(a.exponent) - Int(b.exponent)
    let large =
      shift <= 38
      ? WideMagnitude(a.significand.magnitude, times: PowersOfTen.table[shift])
      : WideMagnitude(filled, times: PowersOfTen.table[gap])
    let small = WideMagnitude(low: b.significand.magnitude)
    let exponent = Int(b.exponent)
    if a.isNegative == b.isNegative {
      return rounded(large + small, sign: a.significand.signum(), exponent: exponent)
    }
    if large < small { return rounded(small - large, sign: b.significand.signum(), exponent: exponent) }
    return rounded(large - small, sign: a.significand.signum(), exponent: exponent)
  }

  /// The digits with zeros added until there are 34, and how many were added.
  private var filled: (digits: UInt128, zeros: Int) {
    let zeros = Decimal128.digits - PowersOfTen.digits(of: significand.magnitude)
    return (significand.magnitude * PowersOfTen.table[zeros], zeros)
  }
}

extension Decimal128 {
  /// A whole number of any digits times a power of ten, rounded half to even to 34 digits.
  static func rounded(_ significand: Int128, exponent: Int) -> Decimal128? {
    rounded(WideMagnitude(low: significand.magnitude), sign: significand.signum(), exponent: exponent)
  }

  static func rounded(_ magnitude: WideMagnitude, sign: Int128, exponent: Int) -> Decimal128? {
    if magnitude.high == 0, magnitude.low < PowersOfTen.table[digits] {
      return inRange(magnitude.low, sign: sign, exponent: exponent)
    }
    let surplus = magnitude.digits - digits
    let divisor = PowersOfTen.table[surplus]
    let (quotient, remainder) = magnitude.divided(by: divisor)
    let nearest = halfEven(quotient, remainder: remainder, of: divisor)
    return inRange(nearest, sign: sign, exponent: exponent + surplus)
  }

  /// A quotient moved to the next whole number where the remainder is over half, or half and the quotient odd.
  static func halfEven(_ quotient: UInt128, remainder: UInt128, of divisor: UInt128) -> UInt128 {
    let other = divisor - remainder
    if remainder < other { return quotient }
    if remainder > other { return quotient + 1 }
    return quotient + (quotient & 1)
  }

  /// The number if its size can be held: too large is `nil`, too small is zero, as IEEE 754 has it.
  private static func inRange(_ magnitude: UInt128, sign: Int128, exponent: Int) -> Decimal128? {
    if magnitude == 0 { return .zero }
    let scale = PowersOfTen.digits(of: magnitude) - 1 + exponent
    if scale > greatestScale { return nil }
    if scale < leastScale { return .zero }
    return Decimal128(exactly: sign * Int128(magnitude), exponent: exponent)
  }
}
