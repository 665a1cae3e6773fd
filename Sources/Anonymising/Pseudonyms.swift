/// Names in place of names: the same for the same name under one key.
public struct Pseudonyms: Sendable {
  /// **Unit**: hexadecimal digits of a pseudonym, 64 bits: among ten million cases two of one pseudonym have a chance of one in
  /// 370,000.
  public static let length = 16

  private let digest: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameter digest: a keyed digest of at least 8 bytes, from which nothing of the message can be told without the key.
  public init(digest: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.digest = digest }

  public func ofCase(_ name: String) -> String { "case-" + letters(["case", name]) }

  /// Children go by case, so that it cannot be counted how often one first name comes.
  public func ofChild(_ name: String, inCase caseName: String) -> String { "child-" + letters(["child", caseName, name]) }

  /// Texts go by case, too: two events are joined by a text that they share, and two cases are not.
  public func ofText(_ text: String, inCase caseName: String) -> String { "text-" + letters(["text", caseName, text]) }

  /// Each part stands behind its length, so that no two lists of parts are one message.
  private func letters(_ parts: [String]) -> String {
    var message: [UInt8] = Array("plumbline anonymise 1".utf8)
    for part in parts {
      let bytes = Array(part.utf8)
      message += (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
    }
    return digest(message).prefix(Pseudonyms.length / 2).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
