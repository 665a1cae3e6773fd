/// Where a number goes that lies between two with fewer digits.
enum Rounding {
  case down, up, towardsZero, awayFromZero, halfEven, halfAwayFromZero, halfTowardsZero

  /// Whether the greater magnitude is taken, given how the cut-off digits compare with a half.
  func isRaised(isNegative: Bool, isOdd: Bool, half: ComparedWithHalf) -> Bool {
    switch self {
    case .down: isNegative
    case .up: !isNegative
    case .towardsZero: false
    case .awayFromZero: true
    case .halfEven: half == .above || (half == .equal && isOdd)
    case .halfAwayFromZero: half != .below
    case .halfTowardsZero: half == .above
    }
  }
}

/// How what is cut off a number compares with half of the last digit that is kept.
enum ComparedWithHalf {
  case below, equal, above
}

extension Decimal128 {
  /// A whole number of at most 38 digits, rounded half to even to 34.
  init?(whole: Int128) {
    guard let number = Decimal128.rounded(whole, exponent: 0) else { return nil }
    self = number
  }

  /// The number with at most so many digits behind the point; a negative count cuts before it.
  ///
  /// `nil` for a count that no number has.
  func rounded(toPlaces places: Int, _ rounding: Rounding) -> Decimal128? {
    guard (-6_111...6_176).contains(places) else { return nil }
    let cut = -places - Int(exponent)
    guard cut > 0, !isZero else { return self }
    let unit = cut <= 38 ? PowersOfTen.table[cut] : 0
    let (kept, left) = cut <= 38 ? significand.magnitude.quotientAndRemainder(dividingBy: unit) : (0, significand.magnitude)
    guard left != 0 else { return Decimal128.rounded(significand.signum() * Int128(kept), exponent: -places) }
    let half: ComparedWithHalf = cut > 38 || left < unit - left ? .below : left == unit - left ? .equal : .above
    let isRaised = rounding.isRaised(isNegative: isNegative, isOdd: kept & 1 == 1, half: half)
    return Decimal128.rounded(significand.signum() * Int128(kept + (isRaised ? 1 : 0)), exponent: -places)
  }

  /// The whole number towards zero, or `nil` where it does not fit.
  var truncatedWhole: Int128? {
    guard let whole = rounded(toPlaces: 0, .towardsZero), whole.exponent <= 38 else { return nil }
    let (scaled, overflow) = whole.significand.multipliedReportingOverflow(
      by: Int128(clamping: PowersOfTen.table[Int(whole.exponent)]))
    return overflow ? nil : scaled
  }

  /// What is left of the number after whole multiples of another, with the sign of the other.
  ///
  /// `nil` where the other is zero.
  func modulo(_ divisor: Decimal128) -> Decimal128? {
    guard let quotient = (self / divisor)?.rounded(toPlaces: 0, .down),
      let rest = (quotient * divisor).flatMap({ self - $0 })
    else { return nil }
    // A quotient just below a whole number is rounded to it, and is one too many.
    return rest.isZero || rest.isNegative == divisor.isNegative ? rest : rest + divisor
  }
}

extension Decimal128 {
  /// The greatest whole number that is not greater, or `nil` where it does not fit.
  public var wholeBelow: Decimal128? { rounded(toPlaces: 0, .down) }
}
