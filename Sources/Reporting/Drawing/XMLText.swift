/// Elements of XML as they are written, one to a line.
struct XMLText {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  /// An element with its attributes in the order given, and text in it or nothing.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String? = nil) {
    let head = XMLText.head(name, attributes)
    line(content.map { "<\(head)>\(XMLText.escaped($0))</\(name)>" } ?? "<\(head)/>")
  }

  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) { line("<\(XMLText.head(name, attributes))>") }

  mutating func close(_ name: String) { line("</\(name)>") }

  private static func head(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
    name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // Signs that no XML may hold, and that nobody sees.
      case _ where character.unicodeScalars.allSatisfy { $0.value < 32 && !"\t\n\r".unicodeScalars.contains($0) }: break
      default: escaped.append(character)
      }
    }
  }
}
