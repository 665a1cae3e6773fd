import Diagnostics

/// Cuts the text of an expression into tokens.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// All tokens, the last of which is the end.
  static func tokens(of text: String) throws(Fault) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private mutating func next() throws(Fault) -> Token {
    try space()
    let start = position
    guard let scalar = current else { return Token(kind: .end, start: start, end: start) }
    if Lexer.beginsName(scalar) { return word() }
    if Lexer.isDigit(scalar) || (scalar == "." && peek(1).map(Lexer.isDigit) == true) { return try number() }
    if scalar == "\"" { return try text() }
    for length in [2, 1] where position + length <= scalars.count {
      let written = String(scalars: scalars[position..<position + length])
      guard let sign = Token.Sign(rawValue: written) else { continue }
      position += length
      return Token(kind: .sign(sign), start: start, end: position)
    }
    throw Fault(.unexpectedCharacter(scalar), from: start, to: start + 1)
  }

  /// White space and comments: from `//` to the end of the line, and between `/*` and `*/`.
  private mutating func space() throws(Fault) {
    while let scalar = current {
      if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "/", peek(1) == "/" {
        while let scalar = current, scalar != "\n" && scalar != "\r" { position += 1 }
      } else if scalar == "/", peek(1) == "*" {
        let start = position
        position += 2
        while current != nil, !(current == "*" && peek(1) == "/") { position += 1 }
        guard current != nil else { throw Fault(.unclosedBracket("\"/*\""), from: start, to: start + 2) }
        position += 2
      } else {
        return
      }
    }
  }

  private mutating func word() -> Token {
    let start = position
    while let scalar = current, Lexer.beginsName(scalar) || Lexer.isDigit(scalar) { position += 1 }
    let name = String(scalars: scalars[start..<position])
    return Token(kind: .word(name), start: start, end: position)
  }

  /// Digits, a point with digits behind it, and a power of ten; two points are a range and not part of the number.
  private mutating func number() throws(Fault) -> Token {
    let start = position
    digits()
    if current == ".", peek(1).map(Lexer.isDigit) == true {
      position += 1
      digits()
    }
    if current == "e" || current == "E" {
      let signs = peek(1) == "+" || peek(1) == "-" ? 2 : 1
      if peek(signs).map(Lexer.isDigit) == true {
        position += signs
        digits()
      }
    }
    let written = String(scalars: scalars[start..<position])
    guard let number = Decimal128(written) else { throw Fault(.badNumber(written), from: start, to: position) }
    if let scalar = current, Lexer.beginsName(scalar) {
      throw Fault(.nameAfterNumber(written), from: start, to: position + 1)
    }
    return Token(kind: .number(number), start: start, end: position)
  }

  private mutating func digits() {
    while let scalar = current, Lexer.isDigit(scalar) { position += 1 }
  }

  private mutating func text() throws(Fault) -> Token {
    let start = position
    var content = String.UnicodeScalarView()
    position += 1
    while let scalar = current {
      position += 1
      if scalar == "\"" { return Token(kind: .text(String(content)), start: start, end: position) }
      content.append(scalar == "\\" ? try escaped() : scalar)
    }
    throw Fault(.unclosedText, from: start, to: start + 1)
  }

  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    let start = position - 1
    guard let letter = current else { throw Fault(.badEscape, from: start, to: start + 1) }
    position += 1
    switch letter {
    case "\"", "\\", "'": return letter
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try codePoint(digits: 4, from: start)
    case "U": return try codePoint(digits: 6, from: start)
    default: throw Fault(.badEscape, from: start, to: position)
    }
  }

  private mutating func codePoint(digits count: Int, from start: Int) throws(Fault) -> Unicode.Scalar {
    let end = min(position + count, scalars.count)
    let written = String(scalars: scalars[position..<end])
    position = end
    guard written.unicodeScalars.count == count, written.allSatisfy(\.isHexDigit),
      let number = UInt32(written, radix: 16), let scalar = Unicode.Scalar(number)
    else { throw Fault(.badEscape, from: start, to: end) }
    return scalar
  }

  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || (scalar.isASCII ? scalar.properties.isAlphabetic : scalar.properties.isXIDContinue)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
