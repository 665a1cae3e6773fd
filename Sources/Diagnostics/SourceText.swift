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
    self.lines = Self.lines(of: text)
  }

  /// The line ends are bytes of their own in UTF-8, and no part of any other character.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var (start, next) = (bytes.startIndex, bytes.startIndex)
    while next < bytes.endIndex {
      let byte = bytes[next]
      let end = next
      bytes.formIndex(after: &next)
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      lines.append(text[start..<end])
      if byte == UInt8(ascii: "\r"), next < bytes.endIndex, bytes[next] == UInt8(ascii: "\n") { bytes.formIndex(after: &next) }
      start = next
    }
    lines.append(text[start...])
    return lines
  }

  /// The line with this number, counted from 1, or `nil` outside the text.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
