extension Decimal128 {
  /// A number as FEEL writes it: digits, at most one point, and perhaps `e` with a power of ten.
  ///
  /// `nil` for any other text and for a number too large. More than 34 digits are rounded half to even.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    var digits: [UInt8] = []
    var exponent = 0
    var pointSeen = false
    while let byte = bytes.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      bytes.removeFirst()
      if byte == UInt8(ascii: "."), !pointSeen, bytes.first.map(Decimal128.isDigit) == true {
        pointSeen = true
      } else if Decimal128.isDigit(byte) {
        digits.append(byte - UInt8(ascii: "0"))
        if pointSeen { exponent -= 1 }
      } else {
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    if !bytes.isEmpty {
      guard let power = Decimal128.power(of: bytes.dropFirst()) else { return nil }
      exponent += power
    }
    guard let number = Decimal128.number(of: digits, exponent: exponent) else { return nil }
    self = isNegative ? -number : number
  }

  /// The number in digits, with no power of ten: `1200`, `-0.05`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = isNegative ? "-" : ""
    let places = -Int(exponent)
    if places <= 0 { return sign + digits + String(repeating: "0", count: -places) }
    if places >= digits.utf8.count {
      return sign + "0." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }
    return sign + digits.dropLast(places) + "." + digits.suffix(places)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// The power of ten written after `e`: a sign perhaps, then at most six digits.
  private static func power(of bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard (1...6).contains(rest.count), rest.allSatisfy(isDigit) else { return nil }
    let power = rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -power : power
  }

  private static func number(of digits: [UInt8], exponent: Int) -> Decimal128? {
    let significant = digits.drop { $0 == 0 }
    let kept = significant.prefix(Decimal128.digits)
    let dropped = significant.dropFirst(Decimal128.digits)
    var whole = kept.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    if let first = dropped.first {
      let isOverHalf = first > 5 || (first == 5 && dropped.dropFirst().contains { $0 != 0 })
      if isOverHalf || (first == 5 && whole & 1 == 1) { whole += 1 }
    }
    return rounded(WideMagnitude(low: whole), sign: 1, exponent: exponent + dropped.count)
  }
}

extension Decimal128: CustomStringConvertible {}
