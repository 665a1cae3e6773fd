public import Diagnostics

/// Histories as YAML.
public enum HistoryText {
  /// The file of a history, of which each event stands on a line.
  ///
  /// - Parameter node: the tree of a history.
  public static func yaml(_ node: PlacedNode) -> String {
    var text = ""
    for entry in node.entries ?? [] {
      switch entry.key {
      case "events":
        text += "events:\n"
        for event in entry.value.list ?? [] { text += "  - \(inline(event))\n" }
      case "children":
        text += "children:\n"
        for child in entry.value.entries ?? [] { text += "  \(scalar(child.key, quoted: false)): \(inline(child.value))\n" }
      default: text += "\(entry.key): \(inline(entry.value))\n"
      }
    }
    return text
  }

  private static func inline(_ node: PlacedNode) -> String {
    switch node.content {
    case .scalar(let text, let quoted): scalar(text, quoted: quoted)
    case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .entries(let entries):
      "{" + entries.map { "\(scalar($0.key, quoted: false)): \(inline($0.value))" }.joined(separator: ", ") + "}"
    case .nothing: "{}"
    }
  }

  /// Without quotes where nothing in the text has a meaning of its own in YAML, or begins or ends it.
  private static func scalar(_ text: String, quoted: Bool) -> String {
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let isPlain =
      !quoted && (text.utf8.first.map(isWord) ?? false) && (text.utf8.last.map(isWord) ?? false)
      && text.utf8.allSatisfy { isWord($0) || [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0) }
    if isPlain { return text }
    var bytes: [UInt8] = []
    FieldText.writeJSON(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
