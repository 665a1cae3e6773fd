/// Tells a result from others over many runs, without the number of its line.
struct SARIFFingerprint {
  /// How many results had the same text before, by the text.
  private var seen: [String: Int] = [:]

  /// The fingerprint of the next result that is known by these texts: 16 digits, and a number where it is not the first.
  mutating func next(_ texts: [String]) -> String {
    let text = texts.joined(separator: "\u{0}")
    seen[text, default: 0] += 1
    let number = seen[text] ?? 1
    let digits = String(SARIFFingerprint.hash(text), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + (number == 1 ? "" : ":\(number)")
  }

  /// FNV-1a of 64 bits over the bytes of UTF-8, the same on every machine.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
