/// Names of cases and children as histories may have them, whatever an extract calls them; no two become one.
enum SafeName {
  /// The text where it is a name already and none that is made here; else with each character that no name has, and each `_`,
  /// written as `_u`, its number in hexadecimal and `_`.
  static func of(_ text: String) -> String {
    if !text.isEmpty, text.unicodeScalars.allSatisfy(isPartOfName), !holdsNumber(text) { return text }
    var name = ""
    for scalar in text.unicodeScalars {
      if isPartOfName(scalar), scalar != "_" {
        name.unicodeScalars.append(scalar)
      } else {
        name += "_u" + String(scalar.value, radix: 16) + "_"
      }
    }
    return name
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
  }

  /// Whether a name could be taken for one that is made here: `_u`, hexadecimal digits and `_` stand in it.
  private static func holdsNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return false }
    return bytes.indices.dropLast(3).contains { start in
      guard bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "u") else { return false }
      let digits = bytes[(start + 2)...].prefix {
        ("0"..."9").contains(Unicode.Scalar($0)) || ("a"..."f").contains(Unicode.Scalar($0))
      }
      return !digits.isEmpty && digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: "_")
    }
  }
}
