/// Texts as they stand in fields.
public enum FieldText {
  /// A text as a field of a table.
  ///
  /// **Source:** RFC 4180: quoted where there is a quote, a comma or a line end in it, with quotes doubled.
  public static func writeCSV(_ text: String, to bytes: inout [UInt8]) {
    guard text.utf8.contains(where: { [UInt8(ascii: "\""), UInt8(ascii: ","), 13, 10].contains($0) }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The members of a set as a field, with a space between them; their names hold nothing that would be quoted.
  public static func writeSet(_ members: [String], to bytes: inout [UInt8]) {
    for (place, member) in members.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: member.utf8)
    }
  }

  /// A text as a string of JSON, with its quotes.
  ///
  /// **Source:** RFC 8259, section 7.
  public static func writeJSON(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
