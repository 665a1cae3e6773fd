import Diagnostics

extension Shape {
  /// Whether a node is of the kind that this shape describes, whatever stands in it.
  func fits(_ node: PlacedNode) -> Bool {
    switch self {
    case .anything: true
    case .scalar(.words(let words, _)): node.scalar.map(words.contains) ?? false
    case .scalar(.truth): ScalarShape.truth.accepts(node)
    case .scalar: node.scalar != nil
    case .list: node.list != nil
    case .mapping, .names, .oneOf: node.entries != nil
    case .either(let shapes): shapes.contains { $0.fits(node) }
    }
  }

  /// The shape in words for a message: "a text", "a list of names".
  var inWords: String {
    switch self {
    case .anything: "anything"
    case .scalar(let scalar): scalar.inWords
    case .list: "a list"
    case .mapping, .names, .oneOf: "a mapping"
    case .either(let shapes): shapes.map(\.inWords).joined(separator: " or ")
    }
  }
}

extension Shape {
  /// What to do where something of another kind is written.
  var mend: String {
    switch self {
    case .anything, .either: "Write \(inWords)."
    case .scalar(let scalar): scalar.mend
    case .list: "Write its items below it, each on a line behind -, or leave it out."
    case .mapping, .names, .oneOf: "Write its keys below it, each with : and a value, or leave it out."
    }
  }
}

extension ScalarShape {
  /// Whether a scalar is written so. `null` and `~` are nothing, never a word.
  func accepts(_ node: PlacedNode) -> Bool {
    guard case .scalar(let text, let quoted) = node.content, quoted || !Self.isNull(text) else { return false }
    let isTruth = !quoted && Self.truths.contains(text)
    switch self {
    case .text: return !text.isEmpty
    case .name: return !isTruth && Self.isName(text, joinedBy: "_")
    case .fileName: return !isTruth && Self.isName(text, joinedBy: "_-")
    case .path:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return !isTruth && parts.allSatisfy { Self.isName($0, joinedBy: "_") }
    case .date: return Self.isDate(text)
    case .truth: return isTruth
    case .wholeNumber:
      return !quoted && (1...9).contains(text.utf8.count) && text.first != "0" && text.utf8.allSatisfy(Self.isDigit)
    case .words(let words, _): return words.contains(text)
    }
  }

  /// The code that tells a scalar that is written otherwise.
  var code: DiagnosticCode {
    switch self {
    case .text: .wrongShape
    case .name, .fileName, .path: .badName
    case .date: .badDate
    case .truth: .badTruth
    case .wholeNumber: .badInteger
    case .words(_, let code): code
    }
  }

  var inWords: String {
    switch self {
    case .text: "a text"
    case .name, .fileName: "a name"
    case .path: "a name or names joined by dots"
    case .date: "a date"
    case .truth: "true or false"
    case .wholeNumber: "a whole number above zero"
    case .words(let words, _): words.count == 1 ? "the word \"\(words[0])\"" : "one of a closed list of words"
    }
  }

  var mend: String {
    switch self {
    case .name: "Write it in lower case, with _ between its words: core_group_held."
    case .fileName: "Write it in lower case, with - or _ between its words: coastal-2020."
    case .path: "Write names in lower case, joined by dots: on_plan.reviewed."
    case .date: "Write it as year, month and day: 2013-04-15."
    case .text: "Write a text there."
    case .truth: "Write true or false."
    case .wholeNumber: "Write a whole number such as 2."
    case .words(let words, _): words.count == 1 ? "Write \(words[0])." : "Write one of: \(words.joined(separator: ", "))."
    }
  }

  /// The words that YAML reads as true or false where they are not quoted.
  static let truths: Set<String> = ["true", "True", "TRUE", "false", "False", "FALSE"]

  static func isNull(_ text: String) -> Bool { ["null", "Null", "NULL", "~"].contains(text) }

  /// A letter in lower case, then letters, digits and joining marks.
  static func isName(_ text: some StringProtocol, joinedBy marks: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || marks.utf8.contains($0) }
  }

  /// Four digits, two and two, joined by `-`.
  static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return false }
    return bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == UInt8(ascii: "-") : isDigit(bytes[$0]) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
