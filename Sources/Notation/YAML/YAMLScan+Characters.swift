import Diagnostics

extension YAMLScan {
  var current: Unicode.Scalar? { position < text.count ? text[position] : nil }

  var place: Place { Place(file: file, line: line, column: column) }

  /// Whether a comment may begin here.
  var isAfterBlank: Bool { position == 0 || Self.isBlankOrEnd(text[position - 1]) }

  func peek(_ ahead: Int) -> Unicode.Scalar? { position + ahead < text.count ? text[position + ahead] : nil }

  /// Goes on by so many characters; `\r\n` ends one line.
  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < text.count {
      let scalar = text[position]
      position += 1
      if Self.isLineEnd(scalar), !(scalar == "\r" && current == "\n") {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
    }
  }

  /// Goes to the end of the line.
  mutating func skipLine() {
    while let scalar = current, !Self.isLineEnd(scalar) { advance() }
    if current == "\r", peek(1) == "\n" { advance() }
  }

  /// Adds a fault where the scan stands.
  mutating func tell(_ code: DiagnosticCode, _ message: String, mend: String?) {
    tell(Diagnostic(code, message, at: place, mend: mend))
  }

  /// Adds a fault; the last of very many says that there are more.
  mutating func tell(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    guard diagnostics.count == Self.mostFaults, !isOver else { return }
    isOver = true
    diagnostics.append(
      Diagnostic(
        .yamlSyntax, "The file has more than \(Self.mostFaults) faults, and the rest of it was not looked through.",
        at: self.place, mend: "Mend those that are told, or see whether another file is meant."))
  }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  static func isBlankOrEnd(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { isBlank($0) || isLineEnd($0) } ?? true
  }

  static func isFlowMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }
}
