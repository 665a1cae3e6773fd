/// How a text stands in a file of YAML.
enum RecordedText {
  /// A plain word or words where that reads as it is, else between quotation marks.
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || " _-./".unicodeScalars.contains(scalar)
    }
    let begins = text.unicodeScalars.first.map { $0 != " " && $0 != "-" } ?? false
    let isWord = !["null", "true", "false"].contains(text.lowercased())
    return isPlain && begins && isWord && text.last != " " ? text : quoted(text)
  }

  /// Between quotation marks, with what may not stand between them as it is left out.
  static func quoted(_ text: String) -> String {
    let clean = String(text.map { $0.isNewline ? " " : $0 })
    return "'\(clean.replacing("'", with: "''"))'"
  }
}
