/// A decimal number of at most 34 significant digits, as FEEL and IEEE 754 `decimal128` have it.
///
/// Every result is rounded half to even. Equal numbers have one representation, so that `1.0` and `1` are equal and
/// hash alike.
public struct Decimal128: Sendable, Hashable {
  /// The digits as a whole number, without zeros at the end.
  let significand: Int128
  /// The power of ten by which the digits are multiplied; 0 for zero.
  let exponent: Int32

  static let digits = 34
  /// The greatest and the least power of ten of a number's first digit.
  static let leastScale = -6143
  static let greatestScale = 6144

  public static let zero = Decimal128(0)
  public static let one = Decimal128(1)

  public init(_ whole: Int) {
    self.init(exactly: Int128(whole), exponent: 0)
  }

  /// A number of digits already few enough; zeros at its end are moved to the exponent.
  init(exactly significand: Int128, exponent: Int) {
    guard significand != 0 else {
      self.significand = 0
      self.exponent = 0
      return
    }
    var digits = significand
    var power = exponent
    if let small = Int64(exactly: significand) {
      var short = small
      while short % 10 == 0 {
        short /= 10
        power += 1
      }
      digits = Int128(short)
    } else {
      while digits % 10 == 0 {
        digits /= 10
        power += 1
      }
    }
    self.significand = digits
    self.exponent = Int32(power)
  }

  public var isZero: Bool { significand == 0 }
  public var isNegative: Bool { significand < 0 }

  /// The number as an `Int`, or `nil` where it is not whole or too large.
  public var whole: Int? {
    guard exponent >= 0, exponent <= 18 else { return significand == 0 ? 0 : nil }
    let (scaled, overflow) = significand.multipliedReportingOverflow(by: Int128(PowersOfTen.table[Int(exponent)]))
    return overflow ? nil : Int(exactly: scaled)
  }

  /// The power of ten of the first digit.
  var scale: Int { PowersOfTen.digits(of: significand.magnitude) - 1 + Int(exponent) }
}

extension Decimal128: Comparable {
  /// Compares by value.
  public static func < (a: Decimal128, b: Decimal128) -> Bool {
    if a.exponent == b.exponent { return a.significand < b.significand }
    if a.significand.signum() != b.significand.signum() { return a.significand < b.significand }
    let isNegative = a.significand < 0
    if a.scale != b.scale { return (a.scale < b.scale) != isNegative }
    // The first digits stand at the same power of ten, so both fit the same 34 places.
    return a.digitsInFull < b.digitsInFull
  }

  /// The digits with zeros added at the end until there are 34.
  private var digitsInFull: Int128 {
    let missing = Decimal128.digits - PowersOfTen.digits(of: significand.magnitude)
    return significand * Int128(PowersOfTen.table[missing])
  }
}
