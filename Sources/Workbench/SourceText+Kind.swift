import Diagnostics
import Notation

extension SourceText {
  /// The tree of a text that is to be a file of a kind; what is no file of Plumbline at all has one fault, which says so.
  ///
  /// Codes: those of reading YAML, and the one that is given.
  func tree(of kind: FileKind, otherwise code: DiagnosticCode) -> (node: PlacedNode?, diagnostics: [Diagnostic]) {
    let (node, faults) = YAMLReader.read(self)
    guard isOfNoKind(faults) else { return (node, faults) }
    let message = "This is no \(kind.inWords)\(seemingKind.map { ", but \($0)" } ?? "")."
    return (nil, [Diagnostic(code, message, at: .whole(name), mend: "Name a file that begins with `\(kind.rawValue):`.")])
  }

  /// Whether the text is not YAML and does not begin as any kind of file does either, so that its faults help nobody.
  func isOfNoKind(_ faults: [Diagnostic]) -> Bool {
    guard faults.hasErrors, !faults.contains(where: { $0.code == .emptyFile || $0.code == .fileTooLarge }) else { return false }
    guard let key = firstKey else { return true }
    let kinds = FileKind.allCases.map(\.rawValue)
    return !kinds.contains(key) && Suggestion.nearest(to: key, among: kinds) == nil
  }

  /// What stands before the first colon of the first line that says something; `nil` where there is none.
  private var firstKey: String? {
    let first = lines.first { line in
      let text = line.drop { $0.isWhitespace }
      return !text.isEmpty && !text.hasPrefix("#") && !text.hasPrefix("---") && !text.hasPrefix("%")
    }
    guard let first, let colon = first.firstIndex(of: ":") else { return nil }
    return String(first[..<colon].filter { $0.isLetter || $0 == "_" })
  }

  /// What the ending of its name says that it is; `nil` where that says nothing, or that it is YAML.
  var seemingKind: String? {
    switch name.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() {
    case "md", "markdown": "a text in Markdown"
    case "txt": "a plain text"
    case "json": "JSON"
    case "csv": "a table"
    case "dot", "mmd": "a drawing"
    case "swift": "a program"
    default: nil
    }
  }

  /// The name of the file without its folder and its ending.
  var nameWithoutEnding: String {
    name.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? name
  }
}
