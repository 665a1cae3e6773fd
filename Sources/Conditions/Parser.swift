/// Reads tokens as an expression, by FEEL's grammar.
///
/// The levels, loosest first: `or`, `and`, comparisons, sums, products, powers, minus, paths and filters.
struct Parser {
  private let tokens: [Token]
  private(set) var index = 0
  private var depth = 0
  private var isAtRangeEnd = false

  init(_ text: String) throws(Fault) {
    tokens = try Lexer.tokens(of: text)
  }

  /// The whole text as one expression.
  static func expression(_ text: String) throws(Fault) -> Syntax {
    var parser = try Parser(text)
    let syntax = try parser.expression()
    try parser.expectEnd()
    return syntax
  }

  mutating func expression() throws(Fault) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    if depth > Syntax.greatestDepth / 4 { throw Fault(.nestedTooDeeply, at: current) }
    return try disjunction()
  }

  // MARK: Levels

  private mutating func disjunction() throws(Fault) -> Syntax {
    var left = try conjunction()
    while accept("or") {
      let right = try conjunction()
      left = try node(.or(left, right), of: [left, right])
    }
    return left
  }

  private mutating func conjunction() throws(Fault) -> Syntax {
    var left = try comparison()
    while accept("and") {
      let right = try comparison()
      left = try node(.and(left, right), of: [left, right])
    }
    return left
  }

  private mutating func comparison() throws(Fault) -> Syntax {
    var left = try sum()
    while true {
      if let comparison = acceptComparison() {
        let right = try sum()
        left = try node(.compare(comparison, left, right), of: [left, right])
      } else if accept("between") {
        left = try between(left)
      } else if accept("in") {
        let tests = try tests()
        left = try node(.within(left, tests), of: [left] + tests.flatMap(\.parts), to: previous.end)
      } else if accept("instance") {
        try expect("of", as: "\"of\" and a type")
        let type = try typePattern(depth: 0)
        left = try node(.instance(left, type), of: [left], to: previous.end)
      } else {
        return left
      }
    }
  }

  /// `x between a and b` is `x in [a..b]`.
  private mutating func between(_ left: Syntax) throws(Fault) -> Syntax {
    let low = try sum()
    try expect("and", as: "\"and\" and the upper end")
    let high = try sum()
    let range = Syntax.Range(low: low, lowIncluded: true, high: high, highIncluded: true)
    return try node(.within(left, [.range(range)]), of: [left, low, high])
  }

  private mutating func sum() throws(Fault) -> Syntax {
    var left = try product()
    while let sign = accept([.plus, .minus]) {
      let right = try product()
      left = try node(.arithmetic(sign == .plus ? .add : .subtract, left, right), of: [left, right])
    }
    return left
  }

  private mutating func product() throws(Fault) -> Syntax {
    var left = try power()
    while let sign = accept([.times, .divide]) {
      let right = try power()
      left = try node(.arithmetic(sign == .times ? .multiply : .divide, left, right), of: [left, right])
    }
    return left
  }

  private mutating func power() throws(Fault) -> Syntax {
    var left = try negation()
    while accept([.power]) != nil {
      let right = try negation()
      left = try node(.arithmetic(.power, left, right), of: [left, right])
    }
    return left
  }

  /// FEEL's minus binds closer than its power: `-5 ** 2` is 25.
  private mutating func negation() throws(Fault) -> Syntax {
    let first = current
    guard accept([.minus]) != nil else { return try postfix() }
    depth += 1
    defer { depth -= 1 }
    if depth > Syntax.greatestDepth / 4 { throw Fault(.nestedTooDeeply, at: current) }
    let operand = try negation()
    return try node(.negative(operand), of: [operand], from: first.start)
  }

  /// Reads something within brackets of its own, in which no range ends.
  mutating func insideBrackets(
    _ read: (inout Parser) throws(Fault) -> Syntax
  ) throws(Fault) -> Syntax {
    let before = isAtRangeEnd
    isAtRangeEnd = false
    defer { isAtRangeEnd = before }
    return try read(&self)
  }

  /// A sum, which is what may stand at the end of a range.
  mutating func endpoint() throws(Fault) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    if depth > Syntax.greatestDepth / 4 { throw Fault(.nestedTooDeeply, at: current) }
    return try sum()
  }

  /// The upper end of a range, behind which a `[` may close the range.
  mutating func rangeEnd() throws(Fault) -> Syntax {
    let before = isAtRangeEnd
    isAtRangeEnd = true
    defer { isAtRangeEnd = before }
    return try sum()
  }

  /// Whether nothing that could be in brackets follows the bracket at hand.
  private var isClosingRange: Bool {
    switch token(ahead: 1).kind {
    case .end, .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace), .sign(.comma): true
    case .sign(let sign): Comparison(sign) != nil
    case .word(let word): ["and", "or", "then", "else", "satisfies", "return", "instance", "in", "between"].contains(word)
    default: false
    }
  }

  private mutating func postfix() throws(Fault) -> Syntax { try postfix(of: try operand()) }

  /// The paths and filters behind a value.
  mutating func postfix(of first: Syntax) throws(Fault) -> Syntax {
    var base = first
    while true {
      if accept([.point]) != nil {
        let member = try memberName()
        base = try node(.member(base, member), of: [base], to: member.end)
      } else if case .sign(.leftBracket) = current.kind, !(isAtRangeEnd && isClosingRange) {
        let opening = advance()
        let inner = try expression()
        try close(.rightBracket, opened: opening)
        base = try node(.index(base, inner), of: [base, inner], to: previous.end)
      } else {
        return base
      }
    }
  }
}

// MARK: Tokens

extension Parser {
  var current: Token { tokens[index] }
  var previous: Token { tokens[max(0, index - 1)] }

  /// The token so many places further on; the end stays the end.
  func token(ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  func isAt(word: String) -> Bool { current.kind == .word(word) }

  mutating func accept(_ word: String) -> Bool {
    guard isAt(word: word) else { return false }
    advance()
    return true
  }

  mutating func accept(_ signs: [Token.Sign]) -> Token.Sign? {
    guard case .sign(let sign) = current.kind, signs.contains(sign) else { return nil }
    advance()
    return sign
  }

  mutating func acceptComparison() -> Comparison? {
    guard case .sign(let sign) = current.kind, let comparison = Comparison(sign) else { return nil }
    advance()
    return comparison
  }

  mutating func expect(_ word: String, as words: String) throws(Fault) {
    guard accept(word) else { throw Fault(.expected(words, found: current.inWords), at: current) }
  }

  mutating func close(_ sign: Token.Sign, opened: Token) throws(Fault) {
    if accept([sign]) != nil { return }
    if current.kind == .end { throw Fault(.unclosedBracket(opened.inWords), at: opened) }
    throw Fault(.expected("an operator or \"\(sign.rawValue)\"", found: current.inWords), at: current)
  }

  func expectEnd() throws(Fault) {
    if current.kind == .end { return }
    throw Fault(.expected("an operator or the end", found: current.inWords), at: current)
  }

  mutating func name(as words: String) throws(Fault) -> Syntax.Name {
    let token = current
    guard case .word(let text) = token.kind, !ReservedWord.all.contains(text) else {
      throw Fault(.expected(words, found: token.inWords), at: token)
    }
    advance()
    return Syntax.Name(text: text, start: token.start, end: token.end)
  }

  /// The name behind a point; some of the standard's names are two words.
  mutating func memberName() throws(Fault) -> Syntax.Name {
    let first = try name(as: "the name of an attribute or state")
    guard case .word(let second) = current.kind, Property(rawValue: first.text + " " + second) != nil else { return first }
    advance()
    return Syntax.Name(text: first.text + " " + second, start: first.start, end: previous.end)
  }

  /// A node over its parts, from the first to the last unless told otherwise.
  func node(_ form: Syntax.Form, of parts: [Syntax], from: Int? = nil, to: Int? = nil) throws(Fault) -> Syntax {
    let start = from ?? parts.first?.start ?? previous.start
    let end = to ?? parts.last?.end ?? previous.end
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    if depth > Syntax.greatestDepth { throw Fault(.nestedTooDeeply, from: start, to: end) }
    return Syntax(form: form, start: start, end: end, depth: depth)
  }
}

extension Comparison {
  init?(_ sign: Token.Sign) {
    switch sign {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}
