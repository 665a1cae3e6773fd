import Procedures

/// Reads how long a `<send>` waits: a number and `s` or `ms`.
///
/// **Source:** CSS 2, "Times", which W3C SCXML 1.0, 6.2.2 refers to.
enum DelayText {
  /// The longest delay that is read.
  private static let most = 1e15

  /// The delay in whole milliseconds, parts of one dropped; `nil` where the text is no time.
  static func milliseconds(_ text: String) -> Milliseconds? {
    let isMilliseconds = text.hasSuffix("ms")
    guard isMilliseconds || text.hasSuffix("s") else { return nil }
    let number = text.dropLast(isMilliseconds ? 2 : 1)
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }), parts.last?.isEmpty == false,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    guard let whole = Double("0" + parts[0]), whole <= most else { return nil }
    let digits = isMilliseconds ? "" : String(((parts.count == 2 ? String(parts[1]) : "") + "000").prefix(3))
    return Milliseconds(isMilliseconds ? Int(whole) : Int(whole) * 1000 + (Int(digits) ?? 0))
  }

  /// The delay as it is written.
  static func text(of delay: Milliseconds) -> String {
    delay.count % 1000 == 0 ? "\(delay.count / 1000)s" : "\(delay.count)ms"
  }
}
