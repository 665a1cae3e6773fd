/// Elements of SVG as they are written, one to a line.
struct SVGText {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  /// An element with its attributes in the order given, and text in it or nothing.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String? = nil) {
    let head = "<" + name + attributes.map { " \($0)=\"\(SVGText.escaped($1))\"" }.joined()
    line(content.map { "\(head)>\(SVGText.escaped($0))</\(name)>" } ?? "\(head)/>")
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
