/// A number that tells one sequence of bytes from another: the same on every machine, and no secret.
struct Fingerprint {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { bytes in
      var place = 0
      // Four in turn, so that none waits for the one before it.
      var others = (Fingerprint(), Fingerprint(), Fingerprint())
      while place + 32 <= bytes.count {
        add(bytes.word(at: place))
        others.0.add(bytes.word(at: place + 8))
        others.1.add(bytes.word(at: place + 16))
        others.2.add(bytes.word(at: place + 24))
        place += 32
      }
      while place + 8 <= bytes.count {
        add(bytes.word(at: place))
        place += 8
      }
      for other in [others.0, others.1, others.2] { add(other.value) }
      var rest: UInt64 = 0
      for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
      add(rest)
    }
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ number: UInt64) {
    let mixed = (value ^ number) &* 0xC2B2_AE3D_27D4_EB4F
    value = mixed ^ mixed >> 31
  }
}

extension UnsafeRawBufferPointer {
  /// The eight bytes from a place on, the first as the lowest.
  fileprivate func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
