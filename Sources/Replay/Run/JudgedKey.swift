/// What a judgement's identifier tells apart.
struct JudgedKey: BitwiseCopyable, Equatable {
  let rule: Int32
  let opening: Int32
  let child: Int16
  let member: Int16

  /// A place in a table whose size is a power of two.
  func place(in size: Int) -> Int {
    var bits = UInt64(UInt32(bitPattern: rule)) << 32 | UInt64(UInt32(bitPattern: opening))
    bits ^= (UInt64(UInt16(bitPattern: member)) << 16 | UInt64(UInt16(bitPattern: child))) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 29) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: bits >> 32) & (size - 1)
  }
}
