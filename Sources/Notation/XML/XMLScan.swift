import Diagnostics

/// The characters of an XML text, read from front to back.
struct XMLScan {
  private let file: String
  private let scalars: [Unicode.Scalar]
  /// Where each line begins.
  private let lineStarts: [Int]
  private(set) var position = 0

  init(_ source: SourceText) {
    file = source.name
    scalars = Array(source.text.unicodeScalars)
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      let endsLine = scalar == "\n" || (scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
      if endsLine { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  /// Whether the whole text is of characters that nearly every encoding writes alike.
  var isASCII: Bool { scalars.allSatisfy(\.isASCII) }

  var isAtEnd: Bool { position >= scalars.count }

  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  /// The place of the next character.
  var place: Place { place(at: position) }

  /// - Complexity: the logarithm of the number of lines.
  func place(at position: Int, length: Int = 1) -> Place {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= position { low = middle } else { high = middle }
    }
    return Place(file: file, line: low + 1, column: position - lineStarts[low] + 1, length: length)
  }

  func startsWith(_ text: String) -> Bool {
    var index = position
    for scalar in text.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  mutating func advance(by count: Int = 1) { position = min(scalars.count, position + count) }

  /// Steps over a text where it comes next.
  mutating func skip(_ text: String) -> Bool {
    guard startsWith(text) else { return false }
    advance(by: text.unicodeScalars.count)
    return true
  }

  /// Steps over white space; whether there was any.
  @discardableResult mutating func skipSpace() -> Bool {
    let start = position
    while let scalar = next, scalar.isXMLSpace { advance() }
    return position > start
  }

  /// Everything up to a text, which is stepped over; `nil` where it does not come.
  ///
  /// - Throws: a fault at a character that no XML text holds.
  mutating func takeThrough(_ end: String) throws(XMLFault) -> String? {
    var taken = String.UnicodeScalarView()
    while !isAtEnd {
      if skip(end) { return String(taken) }
      taken.append(try takeCharacter())
    }
    return nil
  }

  /// One character; the end of a line is `\n`, however it is written.
  mutating func takeCharacter() throws(XMLFault) -> Unicode.Scalar {
    guard let scalar = next, scalar.isXMLCharacter else { throw fault(.badCharacter) }
    advance()
    guard scalar == "\r" else { return scalar }
    _ = skip("\n")
    return "\n"
  }

  /// A name with or without a prefix.
  mutating func takeName() throws(XMLFault) -> String {
    guard let first = next, first.beginsXMLName else { throw fault(.badName) }
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar.continuesXMLName {
      name.append(scalar)
      advance()
    }
    return String(name)
  }

  /// The character that a reference stands for; the scan stands behind its `&`.
  mutating func takeReference() throws(XMLFault) -> Unicode.Scalar {
    let start = position - 1
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != ";", name.count < 32, scalar.continuesXMLName || scalar == "#" {
      name.append(scalar)
      advance()
    }
    let place = place(at: start, length: position - start + 1)
    guard skip(";") else { throw XMLFault(problem: .badReference, place: place) }
    let written = String(name)
    guard written.hasPrefix("#") else {
      guard let scalar = Self.entities[written] else { throw XMLFault(problem: .unknownEntity(written), place: place) }
      return scalar
    }
    let isHexadecimal = written.hasPrefix("#x")
    guard let number = UInt32(written.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number), scalar.isXMLCharacter, !written.contains("+")
    else { throw XMLFault(problem: .badReference, place: place) }
    return scalar
  }

  private static let entities: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": "\""]

  func fault(_ problem: XMLProblem) -> XMLFault { XMLFault(problem: problem, place: place) }
}

extension Unicode.Scalar {
  var isXMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }

  var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  var beginsXMLName: Bool {
    switch value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  var continuesXMLName: Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: beginsXMLName
    }
  }
}
