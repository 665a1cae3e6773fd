/// Turns diagnostics into text for a person or a program.
public struct DiagnosticRenderer: Sendable {
  public enum Style: Sendable {
    case plain
    case colour
  }

  private let sources: [String: SourceText]
  private let style: Style

  /// - Parameter sources: the texts that were read; a diagnostic in any other file is told without its line.
  public init(sources: [SourceText], style: Style = .plain) {
    self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.style = style
  }

  /// One diagnostic as a paragraph: place, severity, code and message; the line with a mark below it; notes; mend.
  public func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    var lines = [
      "\(bold("\(place.file):\(place.line):\(place.column):")) \(heading(diagnostic)) \(diagnostic.message)"
    ]
    lines += excerpt(of: place)
    for note in diagnostic.notes {
      let prefix = note.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      lines.append("  note: \(prefix)\(note.message)")
    }
    if let mend = diagnostic.mend { lines.append("  mend: \(mend)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All diagnostics in reading order, then a line that counts them.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    let ordered = diagnostics.inReadingOrder()
    let errors = ordered.count { $0.severity == .error }
    let warnings = ordered.count - errors
    var text = ordered.map(render).joined(separator: "\n")
    if !ordered.isEmpty { text += "\n\(counted(errors, "error")), \(counted(warnings, "warning"))\n" }
    return text
  }

  private func excerpt(of place: Place) -> [String] {
    guard let line = sources[place.file]?.line(place.line) else { return [] }
    let shown = line.prefix(160)
    let indent = String(shown.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " })
    guard place.column <= shown.count + 1 else { return ["  \(shown)"] }
    let length = max(1, min(place.length, shown.count - place.column + 1))
    return ["  \(shown)", "  \(indent)\(bold(String(repeating: "^", count: length)))"]
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    let text = "\(diagnostic.severity.rawValue) \(diagnostic.code.label):"
    switch (style, diagnostic.severity) {
    case (.plain, _): return text
    case (.colour, .error): return "\u{1B}[1;31m\(text)\u{1B}[0m"
    case (.colour, .warning): return "\u{1B}[1;33m\(text)\u{1B}[0m"
    }
  }

  private func bold(_ text: String) -> String {
    style == .colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

/// "1 error", "2 errors", "no errors".
public func counted(_ count: Int, _ noun: String) -> String {
  switch count {
  case 0: "no \(noun)s"
  case 1: "1 \(noun)"
  default: "\(count) \(noun)s"
  }
}
