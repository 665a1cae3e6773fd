/// A page of documentation as it is written, in the Markdown of a DocC catalogue.
struct MarkdownPage {
  private(set) var text: String

  init(title: String) { text = "# \(MarkdownPage.plain(title))\n" }

  /// A line with an empty one before it.
  mutating func paragraph(_ line: String) { text += "\n\(line)\n" }

  mutating func heading(_ title: String, level: Int = 2) {
    paragraph("\(String(repeating: "#", count: level)) \(MarkdownPage.plain(title))")
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    paragraph(items.map { "- \($0)" }.joined(separator: "\n"))
  }

  mutating func table(_ head: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    let lines = [head, head.map { _ in "---" }] + rows.map { $0.map(MarkdownPage.cell) }
    paragraph(lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n"))
  }

  /// Text in which no character means anything to Markdown.
  static func plain(_ text: String) -> String {
    text.reduce(into: "") { plain, character in
      if "\\*<>[]`".contains(character) { plain.append("\\") }
      plain.append(character)
    }
  }

  static func code(_ text: String) -> String { "`\(text)`" }

  private static func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }
}
