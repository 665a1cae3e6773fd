import Crypto

/// What tells the bytes of one file from those of any other: the SHA-256 of all that was added. It hides nothing.
///
/// **Source:** FIPS 180-4, as RFC 6234 has it.
/// - Complexity: O(n) in the bytes, and no more memory for more of them.
public struct ContentDigest: Sendable {
  private var hash = SHA256()
  /// How much was added.
  ///
  /// **Unit**: bytes.
  public private(set) var size = 0

  public init() {}

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
    size += bytes.count
  }

  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Adds a text behind the number of its bytes, so that two texts are never taken for another two.
  public mutating func add(part text: String) {
    add(Array("\(text.utf8.count):".utf8))
    add(Array(text.utf8))
  }

  /// 64 hexadecimal digits.
  public var text: String {
    hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
