public import Diagnostics

extension SourceText {
  /// The largest file that is read.
  ///
  /// **Unit**: bytes of UTF-8.
  public static let largestSize = 4_194_304

  /// The text that the bytes of a file hold; a byte order mark at the start is dropped.
  ///
  /// Codes: PL1001 where the bytes are not UTF-8 or hold a NUL, PL1002 where there are none, PL1003 where there are
  /// more than ``largestSize``.
  public static func decoding(name: String, bytes: some Collection<UInt8>) -> (source: SourceText?, diagnostics: [Diagnostic]) {
    let start = Place(file: name, line: 1, column: 1)
    guard !bytes.isEmpty else {
      return (nil, [empty("The file is empty.", at: start)])
    }
    guard bytes.count <= largestSize else {
      return (nil, [tooLarge(at: start)])
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      let place = firstFault(in: bytes, file: name)
      return (nil, [Diagnostic(.notUTF8, "The file is not text in UTF-8.", at: place, mend: "Save it as UTF-8.")])
    }
    let withoutMark = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    return (SourceText(name: name, text: withoutMark), [])
  }

  /// PL1002 at a place.
  static func empty(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyFile, message, at: place,
      mend: "Begin it with the key of its kind, such as `workflow:` or `history:`, or name another file.")
  }

  /// PL1003 at a place.
  static func tooLarge(at place: Place) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, "The file is larger than 4 MB, which is the most that is read.", at: place,
      mend: "Split it into several files.")
  }

  /// Where the first NUL or byte that is not UTF-8 stands.
  private static func firstFault(in bytes: some Collection<UInt8>, file: String) -> Place {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator), scalar != "\0" {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return Place(file: file, line: line, column: column)
  }
}
