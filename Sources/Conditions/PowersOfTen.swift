/// The powers of ten that fit 128 bits.
enum PowersOfTen {
  /// `table[n]` is 10 to the power `n`, for `n` from 0 to 38.
  static let table: [UInt128] = {
    var powers: [UInt128] = [1]
    while powers.count < 39 { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()

  /// How many decimal digits a number has; 1 for zero.
  static func digits(of number: UInt128) -> Int {
    // 1233 / 4096 is a little over the logarithm of 2 to the base 10.
    let bits = UInt128.bitWidth - number.leadingZeroBitCount
    let guess = (bits * 1233) >> 12
    if guess > 38 { return 39 }
    return max(1, number < table[guess] ? guess : guess + 1)
  }
}
