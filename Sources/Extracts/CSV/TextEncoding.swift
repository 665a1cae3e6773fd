/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// What spreadsheets of Western Europe save as.
  case windows1252 = "windows-1252"
}

extension TextEncoding {
  /// The text that bytes are; `nil` where they are not text in this encoding.
  func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .windows1252:
      var text = ""
      text.reserveCapacity(bytes.count)
      for byte in bytes {
        guard let character = TextEncoding.character(ofWindows1252: byte) else { return nil }
        text.unicodeScalars.append(character)
      }
      return text
    }
  }

  /// How many of the bytes from the first on are text; all of them where nothing is wrong.
  func lengthOfText(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8:
      var decoder = UTF8.ForwardParser()
      var place = 0
      var iterator = bytes.makeIterator()
      while true {
        switch decoder.parseScalar(from: &iterator) {
        case .valid(let scalar): place += scalar.count
        case .emptyInput, .error: return place
        }
      }
    case .windows1252:
      return bytes.firstIndex { TextEncoding.character(ofWindows1252: $0) == nil } ?? bytes.count
    }
  }

  /// How many characters the first bytes of a text are.
  func characterCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8: bytes.count { $0 & 0xC0 != 0x80 }
    case .windows1252: bytes.count
    }
  }

  private static func character(ofWindows1252 byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let code = charactersFrom80[Int(byte) - 0x80]
    return code == 0 ? nil : Unicode.Scalar(code)
  }

  /// The characters of the bytes from 0x80 to 0x9F; zero where there is none.
  ///
  /// **Source:** WHATWG Encoding Standard, index windows-1252, of which the five places without a character are left out.
  private static let charactersFrom80: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
