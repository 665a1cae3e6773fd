/// Builds an XML text, element by element and indented.
struct XMLText {
  private(set) var text: String
  private var depth = 0
  /// Whether the last start tag still lacks its end.
  private var hasOpenTag = false

  init(comment: [String]) {
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<!-- \(comment.map(Self.commented).joined(separator: "\n     ")) -->\n"
  }

  /// A line of a comment: two hyphens one after the other would end it, or make it none.
  private static func commented(_ line: String) -> String {
    var written = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "-", written.last == "-" { written.append(" ") }
      written.append(scalar)
    }
    return String(written)
  }

  /// An element with attributes; those without a value are left out. Nothing between its tags makes it an empty one.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String?)], _ inside: (inout XMLText) -> Void = { _ in }
  ) {
    let indentation = String(repeating: "  ", count: depth)
    let written = attributes.compactMap { name, value in value.map { " \(name)=\(Self.quoted($0))" } }.joined()
    if hasOpenTag { text += ">\n" }
    text += "\(indentation)<\(name)\(written)"
    hasOpenTag = true
    depth += 1
    inside(&self)
    depth -= 1
    text += hasOpenTag ? "/>\n" : "\(indentation)</\(name)>\n"
    hasOpenTag = false
  }

  /// A value between the quotation marks that it does not hold.
  static func quoted(_ value: String) -> String {
    let mark: Unicode.Scalar = value.unicodeScalars.contains("\"") && !value.unicodeScalars.contains("'") ? "'" : "\""
    var written = String.UnicodeScalarView([mark])
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": written.append(contentsOf: "&amp;".unicodeScalars)
      case "<": written.append(contentsOf: "&lt;".unicodeScalars)
      case ">": written.append(contentsOf: "&gt;".unicodeScalars)
      case mark: written.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t", "\r": written.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default: written.append(scalar)
      }
    }
    written.append(mark)
    return String(written)
  }
}
