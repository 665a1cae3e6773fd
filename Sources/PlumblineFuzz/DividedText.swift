import Diagnostics

/// A text that holds several files, divided by lines like `=== england/a.yaml`.
enum DividedText {
  /// The files in it; the whole text where nothing divides it. At most eight, so that no input costs much.
  static func parts(of source: SourceText) -> [SourceText] {
    var parts: [SourceText] = []
    var (name, lines) = (source.name, [Substring]())
    func close() {
      let isNamed = parts.contains { $0.name == name } || SampleProcedure.files.contains { $0.source.name == name }
      guard !lines.isEmpty, !isNamed, parts.count < 8 else { return }
      parts.append(SourceText(name: name, text: lines.joined(separator: "\n") + "\n"))
    }
    guard source.text.contains("=== ") else { return [source] }
    for line in source.lines {
      if line.hasPrefix("=== ") {
        close()
        (name, lines) = (String(line.dropFirst(4)), [])
      } else {
        lines.append(line)
      }
    }
    close()
    return parts
  }
}
