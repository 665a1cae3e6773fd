/// One word, number, text or sign of an expression, with where it stands.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case number(Decimal128)
    case text(String)
    /// A name or a word of the language: `and`, `if`, `count`.
    case word(String)
    case sign(Sign)
    case end
  }

  enum Sign: String, Sendable, CaseIterable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case twoPoints = ".."
    case point = "."
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "="
    case less = "<"
    case greater = ">"
    case power = "**"
    case times = "*"
    case plus = "+"
    case minus = "-"
    case divide = "/"
    case at = "@"
  }

  let kind: Kind
  /// Where the token begins, in Unicode scalars from the start of the text.
  let start: Int
  let end: Int

  /// The token as a message names it.
  var inWords: String {
    switch kind {
    case .number(let number): "the number \(number)"
    case .text(let text): "the text \"\(text)\""
    case .word(let word): "\"\(word)\""
    case .sign(let sign): "\"\(sign.rawValue)\""
    case .end: "the end"
    }
  }
}

/// The words that FEEL keeps for itself: none of them can be a name.
enum ReservedWord {
  static let all: Set<String> = [
    "and", "or", "not", "if", "then", "else", "some", "every", "in", "satisfies", "between", "true", "false", "null",
    "for", "return", "function", "instance",
  ]
}
