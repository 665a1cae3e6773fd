/// Lines of Swift as they are written, each at its depth.
struct SwiftText {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ line: String) {
    if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
    text += "\n"
  }

  mutating func gap() { line("") }

  /// A comment of documentation, on one line.
  mutating func says(_ sentence: String) {
    line("/// " + sentence.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  mutating func open(_ head: String) {
    line(head + " {")
    depth += 1
  }

  mutating func close() {
    depth -= 1
    line("}")
  }

  /// What stands in braces behind a head.
  mutating func block(_ head: String, _ body: (inout SwiftText) -> Void) {
    open(head)
    body(&self)
    close()
  }

  /// Lines that were written elsewhere, at this depth.
  mutating func append(_ other: SwiftText) {
    for text in other.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { line(String(text)) }
  }
}
