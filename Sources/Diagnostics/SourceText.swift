/// A text that was read, with its lines, so that a diagnostic can show the line it speaks of.
public struct SourceText: Sendable {
  /// The name as it should be shown.
  public let name: String
  public let text: String
  /// The lines without their ends; `\n`, `\r\n` and `\r` end a line.
  public let lines: [Substring]

  public init(name: String, text: String) {
    self.name = name
    self.text = text
    self.lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// The line with this number, counted from 1, or `nil` outside the text.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
