// Roots, logarithms and powers, right to at least 28 digits.
extension Decimal128 {
  private static let half = Decimal128(exactly: 5, exponent: -1)
  private static let logarithmOfTwo = Decimal128(exactly: 6_931_471_805_599_453_094_172_321_214_581_766, exponent: -34)
  private static let logarithmOfTen = Decimal128(exactly: 2_302_585_092_994_045_684_017_991_454_684_364, exponent: -33)

  /// The square root, or `nil` below zero.
  var squareRoot: Decimal128? {
    if isZero { return self }
    guard !isNegative, var root = logarithm.flatMap({ ($0 * Decimal128.half)?.exponential }) else { return nil }
    // Each of Newton's steps doubles the digits that are right.
    for _ in 0..<2 {
      guard let next = (self / root).flatMap({ $0 + root }).flatMap({ $0 * Decimal128.half }) else { return nil }
      root = next
    }
    // A root of few digits is given as it is.
    if let short = root.rounded(toPlaces: 31 - root.scale, .halfEven), short * short == self { return short }
    return root
  }

  /// The natural logarithm, or `nil` of zero and below.
  var logarithm: Decimal128? {
    guard !isNegative, !isZero else { return nil }
    if self == .one { return .zero }
    let tens = scale
    var rest = Decimal128(exactly: significand, exponent: Int(exponent) - tens)
    var halvings = 0
    while let limit = Decimal128(exactly: 14, exponent: -1) as Decimal128?, rest > limit, let next = rest * Decimal128.half {
      rest = next
      halvings += 1
    }
    guard let top = rest - .one, let bottom = rest + .one, let ratio = top / bottom, let series = ratio.inverseTangent,
      let twos = Decimal128(halvings) * Decimal128.logarithmOfTwo, let powers = Decimal128(tens) * Decimal128.logarithmOfTen
    else { return nil }
    return (series + twos).flatMap { $0 + powers }
  }

  /// Twice the inverse hyperbolic tangent of a small number: the logarithm of (1 + x) / (1 - x).
  private var inverseTangent: Decimal128? {
    guard let square = self * self else { return nil }
    var power = self
    var sum = self
    for place in 1..<40 {
      guard let next = power * square, let term = next / Decimal128(2 * place + 1), let more = sum + term else { return nil }
      (power, sum) = (next, more)
    }
    return sum + sum
  }

  /// The power of e, or `nil` where it is too large.
  var exponential: Decimal128? {
    guard let tens = (self / Decimal128.logarithmOfTen)?.rounded(toPlaces: 0, .halfEven)?.whole else {
      return isNegative ? .zero : nil
    }
    guard abs(tens) < 7_000 else { return isNegative ? .zero : nil }
    guard let rest = (Decimal128(tens) * Decimal128.logarithmOfTen).flatMap({ self - $0 }) else { return nil }
    var term = Decimal128.one
    var sum = Decimal128.one
    for place in 1..<45 {
      guard let next = (term * rest).flatMap({ $0 / Decimal128(place) }), let more = sum + next else { return nil }
      (term, sum) = (next, more)
    }
    return sum * Decimal128(exactly: 1, exponent: tens)
  }

  /// A power of any exponent, or `nil` where there is none or it is too large.
  func raised(to power: Decimal128) -> Decimal128? {
    if let whole = power.whole, whole.magnitude <= 1_000_000 { return raised(to: whole) }
    if isZero { return power.isNegative ? nil : .zero }
    return logarithm.flatMap { $0 * power }?.exponential
  }
}
