/// Names as histories have them, made of what an extract calls its cases and children.
enum SafeName {
  /// The text where it is a name already; else with each character that no name has written as `_` and its number.
  static func of(_ text: String) -> String {
    if !text.isEmpty, text.unicodeScalars.allSatisfy(isPartOfName) { return text }
    var name = ""
    for scalar in text.unicodeScalars {
      if isPartOfName(scalar) { name.unicodeScalars.append(scalar) } else { name += "_" + String(scalar.value, radix: 16) }
    }
    return name
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
  }
}
