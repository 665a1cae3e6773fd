/// The report of what a mapping reads of an extract.
public struct MappingUseReport: Sendable {
  /// A line of a table: a name, what is said of it, and how often it stands there.
  public struct Line: Sendable {
    let name: String
    let count: Int?
    let note: String

    public init(_ name: String, _ count: Int? = nil, _ note: String = "") {
      (self.name, self.count, self.note) = (name, count, note)
    }
  }

  /// A part of the report.
  public struct Section: Sendable {
    let title: String
    /// What is said in place of no lines.
    let otherwise: String
    let lines: [Line]

    public init(_ title: String, otherwise: String, _ lines: [Line]) {
      (self.title, self.otherwise, self.lines) = (title, otherwise, lines)
    }
  }

  private let title: String
  private let counts: [(label: String, count: Int)]
  private let sections: [Section]

  public init(_ title: String, counts: [(label: String, count: Int)], _ sections: [Section]) {
    (self.title, self.counts, self.sections) = (title, counts, sections)
  }

  public func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.heading(title, underlinedWith: "=")
    for (label, count) in counts { page.field(label, "\(count)", indent: 0) }
    for section in sections { write(section, on: &page) }
    return page.text
  }

  private func write(_ section: Section, on page: inout TextPage) {
    page.gap()
    page.line(section.title, accent: .heading)
    guard !section.lines.isEmpty else { return page.paragraph(section.otherwise, indent: 2) }
    let names = section.lines.map { TextPage.clean($0.name) }
    let width = min(60, (names.map(\.count).max() ?? 0) + 2)
    let digits = section.lines.compactMap { $0.count.map { "\($0)".count } }.max() ?? 0
    for (name, line) in zip(names, section.lines) {
      let count = digits == 0 ? "" : (line.count.map { $0 == 0 ? "." : "\($0)" } ?? "").flushed(to: digits)
      let note = line.note.isEmpty ? "" : "  " + TextPage.clean(line.note)
      page.line(("  " + name).padded(to: width + 2) + count + note)
    }
  }
}
