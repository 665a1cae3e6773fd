import Crypto

/// A secret key by which names become pseudonyms: the same for the same name, and telling nothing of it to who has not the key.
///
/// The key cannot be read back, and is part of no description.
public struct PseudonymKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// **Unit**: bytes; as many as the digest has.
  public static let leastSize = 32

  private let key: SymmetricKey

  /// The key of these bytes; `nil` where there are fewer than `leastSize`.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= PseudonymKey.leastSize else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// A new key of 256 bits.
  ///
  /// - Parameter random: gives 64 random bits that nobody can foretell.
  public init(_ random: () -> UInt64) {
    let words = (0..<(PseudonymKey.leastSize / 8)).map { _ in random() }
    key = SymmetricKey(data: words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } })
  }

  /// The digest of a message under the key: 32 bytes.
  ///
  /// **Source:** HMAC with SHA-256, RFC 2104 and RFC 6234.
  public func digest(_ message: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: message, using: key)) }

  public var description: String { "a key" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension PseudonymKey {
  /// The key of a file: its bytes, or those that it writes as hexadecimal digits; `nil` where they are fewer than
  /// `leastSize`.
  ///
  /// A file of nothing but an even number of hexadecimal digits, and blanks about them, is read as those.
  public init?(fileContent bytes: [UInt8]) {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let trimmed = Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let digits = trimmed.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard !digits.isEmpty, digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 != nil }) else {
      self.init(bytes)
      return
    }
    let values = digits.compactMap { $0 }
    self.init(stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) })
  }
}
