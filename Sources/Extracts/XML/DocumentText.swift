import Diagnostics

/// The characters of an XML document as UTF-8, whatever its encoding, up to the first place where they are none.
///
/// Nothing but characters reaches the parser, no encoding is declared any more, and no document type: what entities and
/// defaults a type declares is not read, and would be missing in silence.
///
/// Codes: PL8142, PL8145, PL8162.
final class DocumentText {
  /// **Unit**: bytes, of which the declaration of a document is to be less.
  private static let longestDeclaration = 1024

  private enum Encoding {
    case bytes(TextEncoding)
    /// Each byte is the character of its number.
    case latin1
    case utf16(isBigEndian: Bool)
  }

  private let file: String
  private let source: ByteSource
  private var encoding: Encoding?
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  /// What was read and is not yet decoded.
  private var raw: [UInt8] = []
  private var text: [UInt8] = []
  private var given = 0
  private var isAtEnd = false
  private var prolog = Prolog()
  private var line = 1
  private var column = 1
  /// Why nothing more is given.
  private(set) var fault: Diagnostic?

  init(file: String, _ source: @escaping ByteSource) {
    self.file = file
    self.source = source
  }

  /// Fills the room with what comes next; zero at the end or at a fault.
  func read(_ room: UnsafeMutableRawBufferPointer) -> Int {
    if given == text.count { decodeMore() }
    let count = min(room.count, text.count - given)
    text.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    return count
  }

  private func decodeMore() {
    (text, given) = ([], 0)
    if encoding == nil { begin() }
    guard let encoding else { return }
    while text.isEmpty, fault == nil {
      if !decode(raw, as: encoding) || isAtEnd { break }
      fill()
    }
    if text.isEmpty, fault == nil, !raw.isEmpty { refuseBytes() }
    passProlog()
  }

  private func fill() {
    let count = piece.withUnsafeMutableBytes { max(0, source($0)) }
    raw += piece[..<count]
    if count == 0 { isAtEnd = true }
  }

  // MARK: - The encoding

  private func begin() {
    while !isAtEnd, raw.count < DocumentText.longestDeclaration { fill() }
    guard !raw.isEmpty else {
      fault = .emptyExtract(file)
      return
    }
    let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark { raw.removeFirst(3) }
    let wide = wideEncoding()
    let head = wide == nil ? raw.prefix(DocumentText.longestDeclaration).map { $0 } : narrowed(isBigEndian: raw[0] == 0)
    let declared = EncodingDeclaration(in: head)
    guard let found = wide ?? narrowEncoding(declared?.name, hasMark: hasMark), wide == nil || declared?.isWide ?? true else {
      fault = Diagnostic(
        .extractEncoding, "The document says that it is in an encoding which is not read, or in another than it is.",
        at: Place(file: file, line: 1, column: 1 + (declared?.place.lowerBound ?? 0)),
        mend: "Save it as UTF-8; UTF-16, ISO-8859-1 and windows-1252 are read also, where it says so.")
      return
    }
    encoding = found
    decodeDeclaration(declared, as: found)
  }

  /// An encoding of two bytes a unit, seen by the mark at the beginning or by the first bracket.
  private func wideEncoding() -> Encoding? {
    if raw.starts(with: [0xFE, 0xFF]) || raw.starts(with: [0xFF, 0xFE]) {
      let isBigEndian = raw[0] == 0xFE
      raw.removeFirst(2)
      return .utf16(isBigEndian: isBigEndian)
    }
    if raw.starts(with: [0, 0x3C]) || raw.starts(with: [0x3C, 0]) { return .utf16(isBigEndian: raw[0] == 0) }
    return nil
  }

  private func narrowed(isBigEndian: Bool) -> [UInt8] {
    let head = raw.prefix(2 * DocumentText.longestDeclaration)
    return stride(from: isBigEndian ? 1 : 0, to: head.count, by: 2).map { head[$0] }
  }

  private func narrowEncoding(_ name: String?, hasMark: Bool) -> Encoding? {
    switch name {
    case nil, "utf-8", "utf8", "us-ascii", "ascii": .bytes(.utf8)
    case _ where hasMark: nil
    case "iso-8859-1", "latin1", "latin-1": .latin1
    case "windows-1252", "cp1252": .bytes(.windows1252)
    default: nil
    }
  }

  /// Decodes what stands at the beginning, with blanks where the encoding was declared.
  private func decodeDeclaration(_ declared: EncodingDeclaration?, as encoding: Encoding) {
    guard decode(raw, as: encoding), let declared, declared.place.upperBound <= text.count else { return }
    for place in declared.place { text[place] = 0x20 }
  }

  // MARK: - Characters

  /// Makes text of as many bytes as are characters, and keeps those of which more must come.
  /// - Returns: whether more may be decoded.
  private func decode(_ bytes: [UInt8], as encoding: Encoding) -> Bool {
    var used = bytes.count
    var isWell = true
    switch encoding {
    case .bytes(.utf8):
      used = bytes.withUnsafeBufferPointer { TextEncoding.utf8.lengthOfText(in: $0) }
      text += bytes[..<used]
      isWell = bytes.count - used < 4
    case .bytes(let narrow):
      used = bytes.withUnsafeBufferPointer { narrow.lengthOfText(in: $0) }
      text += bytes[..<used].withUnsafeBufferPointer { Array((narrow.text(of: $0) ?? "").utf8) }
      isWell = used == bytes.count
    case .latin1:
      for byte in bytes {
        if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
      }
    case .utf16(let isBigEndian): (used, isWell) = decodeUnits(bytes, isBigEndian: isBigEndian)
    }
    raw = Array(bytes[used...])
    if !isWell, text.isEmpty { refuseBytes() }
    return isWell
  }

  private func decodeUnits(_ bytes: [UInt8], isBigEndian: Bool) -> (used: Int, isWell: Bool) {
    func unit(_ place: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var place = 0
    while place + 1 < bytes.count {
      let first = unit(place)
      if let scalar = Unicode.Scalar(first) {
        text += UTF8.encode(scalar)!
        place += 2
        continue
      }
      guard UTF16.isLeadSurrogate(first) else { return (place, false) }
      guard place + 3 < bytes.count else { return (place, true) }
      let second = unit(place + 2)
      guard UTF16.isTrailSurrogate(second) else { return (place, false) }
      text += UTF8.encode(UTF16.decode(UTF16.EncodedScalar([first, second])))!
      place += 4
    }
    return (place, true)
  }

  private func refuseBytes() {
    fault = Diagnostic(
      .extractEncoding, "These bytes are no text in the encoding of the document; nothing from here on is read.",
      at: Place(file: file, line: line, column: column),
      mend: "Save it as UTF-8, or let its first line declare the encoding that it is in.")
  }

  // MARK: - The lines, and what stands before the first element

  private func passProlog() {
    for (place, byte) in text.enumerated() {
      if !prolog.isOver, prolog.pass(byte) {
        text.removeSubrange(place...)
        fault = Diagnostic(
          .xmlExtractShape, "The document declares its type; entities and defaults of a type are not read.",
          at: Place(file: file, line: line, column: max(1, column - 2)),
          mend: "Take the DOCTYPE away, and write out what its entities stand for.")
        return
      }
      if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
    }
  }
}

/// Goes through what stands before the first element of a document: comments, instructions, and perhaps its type.
private struct Prolog {
  private enum Within {
    case nothing, bracket, exclamation, dash
    case comment(dashes: Int)
    case instruction(isEnding: Bool)
    case element
  }

  private var within = Within.nothing

  var isOver: Bool { if case .element = within { true } else { false } }

  /// Goes on by a byte.
  /// - Returns: whether a document type begins with it, two bytes behind its bracket.
  mutating func pass(_ byte: UInt8) -> Bool {
    switch (within, byte) {
    case (.nothing, 0x3C): within = .bracket
    case (.nothing, _), (.element, _): break
    case (.bracket, 0x21): within = .exclamation
    case (.bracket, 0x3F): within = .instruction(isEnding: false)
    case (.bracket, _): within = .element
    case (.exclamation, 0x2D): within = .dash
    case (.exclamation, _): return true
    case (.dash, _): within = .comment(dashes: 0)
    case (.comment(let dashes), 0x2D): within = .comment(dashes: dashes + 1)
    case (.comment(2...), 0x3E): within = .nothing
    case (.comment, _): within = .comment(dashes: 0)
    case (.instruction(true), 0x3E): within = .nothing
    case (.instruction, _): within = .instruction(isEnding: byte == 0x3F)
    }
    return false
  }
}

/// The encoding that the first line of a document names.
private struct EncodingDeclaration {
  /// In small letters.
  let name: String
  /// From the word `encoding` to the quote that ends the name.
  ///
  /// **Unit**: bytes from the beginning.
  let place: Range<Int>

  var isWide: Bool { name.hasPrefix("utf-16") || name.hasPrefix("iso-10646-ucs-2") }

  init?(in head: [UInt8]) {
    let text = Array(head)
    guard text.starts(with: "<?xml".utf8), let end = EncodingDeclaration.find("?>", in: text[...]),
      let word = EncodingDeclaration.find("encoding", in: text[..<end]),
      let quote = text[word..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let last = text[(quote + 1)..<end].firstIndex(of: text[quote])
    else { return nil }
    name = String(decoding: text[(quote + 1)..<last], as: UTF8.self).lowercased()
    place = word..<(last + 1)
  }

  private static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: word) }
  }
}
