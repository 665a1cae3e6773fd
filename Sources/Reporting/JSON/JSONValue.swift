/// A value of a JSON document, whose members keep their order.
enum JSONValue {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case members([(String, JSONValue)])

  /// The text, or null where there is none.
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

extension JSONValue {
  /// The document, indented by two spaces; lists and members of nothing but plain values stand on one line if short.
  var document: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// The value on one line, without blanks.
  var line: String {
    switch self {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): "\(number)"
    case .text(let string): JSONValue.quoted(string)
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .members(let members): "{" + members.map { JSONValue.quoted($0) + ":" + $1.line }.joined(separator: ",") + "}"
    }
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .truth(let truth): text += truth ? "true" : "false"
    case .number(let number): text += "\(number)"
    case .text(let string): text += JSONValue.quoted(string)
    case .list(let values):
      write(values.map { (nil, $0) }, between: ("[", "]"), to: &text, indent: indent)
    case .members(let members):
      write(members.map { ($0, $1) }, between: ("{", "}"), to: &text, indent: indent)
    }
  }

  private func write(
    _ items: [(String?, JSONValue)], between ends: (String, String), to text: inout String, indent: Int
  ) {
    let isShort = items.allSatisfy { $0.1.isPlain } && items.count <= 4
    let space = isShort ? "" : "\n" + String(repeating: " ", count: indent + 2)
    text += ends.0
    for (place, item) in items.enumerated() {
      if place > 0 { text += isShort ? ", " : "," }
      text += space
      if let key = item.0 { text += "\(JSONValue.quoted(key)): " }
      item.1.write(to: &text, indent: indent + 2)
    }
    if !isShort { text += "\n" + String(repeating: " ", count: indent) }
    text += ends.1
  }

  private var isPlain: Bool {
    switch self {
    case .null, .truth, .number: true
    case .text(let text): text.count <= 30
    case .list(let values): values.isEmpty
    case .members(let members): members.isEmpty
    }
  }

  /// A text in quotes, with what JSON does not allow as it is written as `\u` and four digits.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
