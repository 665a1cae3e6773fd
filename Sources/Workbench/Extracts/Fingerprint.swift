/// A number that tells one sequence of bytes from another: the same on every machine, and no secret.
struct Fingerprint {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        place += 8
      }
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
