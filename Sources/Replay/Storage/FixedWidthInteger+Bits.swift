extension FixedWidthInteger {
  /// Takes the lowest of its bits away, and gives that bit's place. There must be one.
  @inline(__always) mutating func takeLowestBit() -> Int {
    let place = trailingZeroBitCount
    self &= self &- 1
    return place
  }
}
