import Diagnostics

/// A walk over the marks of a YAML text before it is composed.
///
/// It tells, each at its place, what a composer would follow, hide or exhaust itself on: anchors, tags, several
/// documents, keys that stand twice or are not one word, and nesting that is too deep.
struct YAMLScan {
  /// The deepest nesting of lists and mappings that is read.
  static let deepestNesting = 64
  /// After so many faults the rest of a file is not looked through.
  static let mostFaults = 1000

  let file: String
  let text: [Unicode.Scalar]
  var position = 0
  var line = 1
  var column = 1
  var block: [BlockLevel] = []
  var flow: [FlowLevel] = []
  var diagnostics: [Diagnostic] = []
  /// The last text that begins on one line and is over on each later one, by that later line.
  var runOns: [Int: RunOn] = [:]
  /// Whether anything of the document has been seen, and whether its end has.
  var hasContent = false
  var hasEnded = false
  /// Whether the rest of the text is left alone: it is nested too deep, or has more faults than anyone reads.
  var isOver = false

  /// A list or mapping of a block, told by the column of its dashes or keys.
  struct BlockLevel {
    let column: Int
    let isList: Bool
    var keys: [String: Place] = [:]
  }

  /// A list or mapping between brackets.
  struct FlowLevel {
    let isList: Bool
    var keys: [String: Place] = [:]
  }

  /// A text over several lines.
  struct RunOn {
    let place: Place
    let isQuoted: Bool
    /// Whether nothing but dashes stands before it on its first line.
    let isFirst: Bool
  }

  init(_ source: SourceText) {
    self.file = source.name
    self.text = Array(source.text.unicodeScalars)
  }

  /// Everything the scan finds, in the order of the text.
  static func faults(of source: SourceText) -> [Diagnostic] {
    var scan = YAMLScan(source)
    scan.run()
    return scan.diagnostics
  }

  /// The text over several lines that is over on a line, if there is one.
  static func runOn(endingAt line: Int, of source: SourceText) -> RunOn? {
    var scan = YAMLScan(source)
    scan.run()
    return scan.runOns[line]
  }

  private mutating func run() {
    if current == "\u{FEFF}" { position += 1 }
    while let scalar = current, !isOver {
      if Self.isLineEnd(scalar) || Self.isBlank(scalar) {
        advance()
      } else if scalar == "#", isAfterBlank {
        skipLine()
      } else if column == 1, flow.isEmpty, readMarker(scalar) {
        continue
      } else {
        readToken(scalar)
      }
    }
  }

  /// Reads `---`, `...` or a `%` directive at the start of a line.
  private mutating func readMarker(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "%", !hasContent {
      tell(.yamlSyntax, "A line that begins with % is a YAML directive, which is not used here.", mend: "Delete the line.")
      skipLine()
      return true
    }
    guard isMarker("-") || isMarker(".") else { return false }
    if scalar == "." {
      hasEnded = hasContent
    } else if hasContent {
      tell(.yamlManyDocuments, "A second document begins here, and a file holds one.", mend: "Put it into a file of its own.")
      hasContent = false
      hasEnded = false
    }
    block = []
    advance(3)
    return true
  }

  private func isMarker(_ mark: Unicode.Scalar) -> Bool {
    (0..<3).allSatisfy { peek($0) == mark } && Self.isBlankOrEnd(peek(3))
  }

  private mutating func readToken(_ scalar: Unicode.Scalar) {
    if hasEnded, !hasContent || flow.isEmpty {
      tell(.yamlManyDocuments, "Something stands after the end of the document.", mend: "Delete the line \"...\".")
      hasEnded = false
    }
    hasContent = true
    let isFollowedByBlank = Self.isBlankOrEnd(peek(1))
    switch scalar {
    case "-" where isFollowedByBlank && flow.isEmpty: enterListItem()
    case "?" where isFollowedByBlank:
      tell(.yamlSyntax, "A key is one word or text, so \"?\" does not stand before it.", mend: "Delete the \"?\".")
      advance()
    case "[", "{": openFlow(isList: scalar == "[")
    case "]", "}": closeFlow()
    case ":" where isFollowedByBlank: advance()
    case "," where !flow.isEmpty: advance()
    case "&", "*": readAnchor(scalar)
    case "!":
      tell(.yamlTag, "Tags are not used: every value is read as it is written.", mend: "Delete the tag.")
      skipWord()
    case "|", ">": readBlockText()
    case "\"", "'": readQuoted(scalar)
    case "\u{85}", "\u{2028}", "\u{2029}", "\0":
      tell(.yamlSyntax, "A line separator or control character stands here.", mend: "Use an ordinary line end.")
      advance()
    default: readPlain()
    }
  }

  private mutating func readAnchor(_ mark: Unicode.Scalar) {
    guard let next = peek(1), !Self.isBlankOrEnd(next), !Self.isFlowMark(next) else {
      advance()
      return
    }
    let what = mark == "&" ? "Anchors" : "References to anchors"
    tell(.yamlAnchor, "\(what) are not used: every value is written where it holds.", mend: "Write the value out.")
    skipWord()
  }

  /// Goes to the end of a word of a tag or an anchor.
  private mutating func skipWord() {
    while let scalar = current, !Self.isBlankOrEnd(scalar), flow.isEmpty || !Self.isFlowMark(scalar) { advance() }
  }
}
