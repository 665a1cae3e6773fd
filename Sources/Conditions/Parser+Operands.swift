extension Parser {
  /// A literal, a name, a call, a list, something in parentheses, or an `if`, `some` or `every`.
  mutating func operand() throws(Fault) -> Syntax {
    let token = current
    switch token.kind {
    case .number(let number):
      advance()
      return try node(.number(number), of: [])
    case .text(let text):
      advance()
      return try node(.text(text), of: [])
    case .sign(.at): return try dated()
    case .sign(.leftParenthesis): return try parenthesised()
    case .sign(.leftBracket): return try list()
    case .sign(.rightBracket) where self.token(ahead: 1).kind != .end: return try openRange()
    case .sign(.leftBrace): return try context()
    case .word(let word): return try worded(word)
    case .end where index == 0: throw Fault(.nothingWritten, at: token)
    default: throw Fault(.expected("a value", found: token.inWords), at: token)
    }
  }

  private mutating func dated() throws(Fault) -> Syntax {
    let sign = advance()
    guard case .text(let text) = current.kind else {
      throw Fault(.expected("a date or duration in quotes after \"@\"", found: current.inWords), at: current)
    }
    advance()
    return try node(.dated(text), of: [], from: sign.start)
  }

  private mutating func list() throws(Fault) -> Syntax {
    let opening = advance()
    if accept([.rightBracket]) != nil { return try node(.list([]), of: [], from: opening.start) }
    let first = try expression()
    if accept([.twoPoints]) != nil { return try rangeOperand(from: first, opened: opening) }
    return try list(from: first, opened: opening)
  }

  /// An expression, a range without its lower end, or a range with one end only: `(1..5)`, `(< 5)`.
  private mutating func parenthesised() throws(Fault) -> Syntax {
    let opening = advance()
    if let comparison = acceptComparison() {
      let end = try expression()
      try close(.rightParenthesis, opened: opening)
      return try node(.bound(comparison, end), of: [end], from: opening.start, to: previous.end)
    }
    let inner = try insideBrackets { parser throws(Fault) in try parser.expression() }
    if accept([.twoPoints]) != nil { return try rangeOperand(from: inner, opened: opening) }
    try close(.rightParenthesis, opened: opening)
    return try node(inner.form, of: [inner], from: opening.start, to: previous.end)
  }

  /// `]1..5]`.
  private mutating func openRange() throws(Fault) -> Syntax {
    let opening = advance()
    let low = try endpoint()
    guard accept([.twoPoints]) != nil else { throw Fault(.expected("\"..\"", found: current.inWords), at: current) }
    return try rangeOperand(from: low, opened: opening)
  }

  private mutating func rangeOperand(from low: Syntax, opened: Token) throws(Fault) -> Syntax {
    let range = try range(from: low, opened: opened)
    return try node(.range(range), of: [low, range.high], from: opened.start, to: previous.end)
  }

  /// `{name: value, "another name": value}`.
  private mutating func context() throws(Fault) -> Syntax {
    let opening = advance()
    if accept([.rightBrace]) != nil { return try node(.context([]), of: [], from: opening.start) }
    var entries: [Syntax.Argument] = []
    repeat {
      let name = try entryName()
      guard accept([.colon]) != nil else { throw Fault(.expected("\":\" and a value", found: current.inWords), at: current) }
      entries.append(Syntax.Argument(name: name, value: try insideBrackets { parser throws(Fault) in try parser.expression() }))
    } while accept([.comma]) != nil
    try close(.rightBrace, opened: opening)
    return try node(.context(entries), of: entries.map(\.value), from: opening.start, to: previous.end)
  }

  /// The rest of a list whose first member has been read.
  private mutating func list(from first: Syntax, opened: Token) throws(Fault) -> Syntax {
    var items = [first]
    while accept([.comma]) != nil { items.append(try expression()) }
    try close(.rightBracket, opened: opened)
    return try node(.list(items), of: items, from: opened.start, to: previous.end)
  }

  private mutating func worded(_ word: String) throws(Fault) -> Syntax {
    switch word {
    case "true", "false":
      advance()
      return try node(.truth(word == "true"), of: [])
    case "null":
      advance()
      return try node(.null, of: [])
    case "if": return try choose()
    case "some": return try quantified(.some)
    case "every": return try quantified(.every)
    case "for": return try each()
    case "function":
      throw Fault(.notPartOfLanguage("a function of one's own", instead: "Write the expression where it is needed."), at: current)
    case "not": return try call(words: 1)
    default:
      if ReservedWord.all.contains(word) { throw Fault(.expected("a value", found: current.inWords), at: current) }
      let words = wordsBeforeParenthesis
      if words > 0 { return try call(words: words) }
      advance()
      return try node(.name(word), of: [])
    }
  }

  /// How many words stand before a parenthesis, so that they are a function's name; 0 where they are not.
  private var wordsBeforeParenthesis: Int {
    for name in FunctionName.withReservedWords where stand(name) { return name.count }
    var count = 0
    while case .word(let word) = token(ahead: count).kind, !ReservedWord.all.contains(word) { count += 1 }
    return token(ahead: count).kind == .sign(.leftParenthesis) ? count : 0
  }

  /// Whether these words and a parenthesis stand here.
  private func stand(_ words: [String]) -> Bool {
    words.indices.allSatisfy { token(ahead: $0).kind == .word(words[$0]) }
      && token(ahead: words.count).kind == .sign(.leftParenthesis)
  }

  private mutating func call(words count: Int) throws(Fault) -> Syntax {
    let start = current.start
    var words: [String] = []
    while words.count < count, case .word(let word) = current.kind {
      words.append(word)
      advance()
    }
    let name = Syntax.Name(text: words.joined(separator: " "), start: start, end: previous.end)
    let opening = current
    guard accept([.leftParenthesis]) != nil else {
      throw Fault(.expected("\"(\" after \"\(name.text)\"", found: current.inWords), at: current)
    }
    if accept([.rightParenthesis]) != nil { return try node(.call(name, []), of: [], from: start) }
    if isAtNamedArgument { return try namedCall(name, opened: opening) }
    var arguments: [Syntax] = []
    repeat {
      arguments.append(try insideBrackets { parser throws(Fault) in try parser.expression() })
    } while accept([.comma]) != nil
    try close(.rightParenthesis, opened: opening)
    return try node(.call(name, arguments), of: arguments, from: start, to: previous.end)
  }

  /// Whether words and a colon stand here.
  private var isAtNamedArgument: Bool {
    var count = 0
    while case .word = token(ahead: count).kind { count += 1 }
    return count > 0 && token(ahead: count).kind == .sign(.colon)
  }

  private mutating func namedCall(_ name: Syntax.Name, opened: Token) throws(Fault) -> Syntax {
    var arguments: [Syntax.Argument] = []
    repeat {
      let name = try entryName()
      guard accept([.colon]) != nil else {
        throw Fault(.expected("\":\", as behind the other names", found: current.inWords), at: current)
      }
      let value = try insideBrackets { parser throws(Fault) in try parser.expression() }
      arguments.append(Syntax.Argument(name: name, value: value))
    } while accept([.comma]) != nil
    try close(.rightParenthesis, opened: opened)
    return try node(.namedCall(name, arguments), of: arguments.map(\.value), from: name.start, to: previous.end)
  }

  /// Words before a colon, or a text there.
  private mutating func entryName() throws(Fault) -> Syntax.Name {
    let first = current
    if case .text(let text) = first.kind {
      advance()
      return Syntax.Name(text: text, start: first.start, end: first.end)
    }
    var words: [String] = []
    while case .word(let word) = current.kind {
      words.append(word)
      advance()
    }
    guard !words.isEmpty else { throw Fault(.expected("a name", found: first.inWords), at: first) }
    return Syntax.Name(text: words.joined(separator: " "), start: first.start, end: previous.end)
  }

  private mutating func choose() throws(Fault) -> Syntax {
    let start = advance().start
    let condition = try expression()
    try expect("then", as: "\"then\"")
    let first = try expression()
    try expect("else", as: "\"else\"")
    let second = try expression()
    return try node(.choose(condition, first, second), of: [condition, first, second], from: start)
  }

  /// `some a in L, b in M satisfies C` is `some a in L satisfies some b in M satisfies C`.
  private mutating func quantified(_ quantifier: Syntax.Quantifier) throws(Fault) -> Syntax {
    let start = advance().start
    var ranges: [(name: Syntax.Name, list: Syntax)] = []
    repeat {
      let name = try name(as: "a name for the member")
      try expect("in", as: "\"in\" and a list")
      ranges.append((name, try expression()))
    } while accept([.comma]) != nil
    try expect("satisfies", as: "\"satisfies\"")
    var body = try expression()
    for (name, list) in ranges.reversed() {
      body = try node(.quantified(quantifier, name, over: list, satisfies: body), of: [list, body], from: start)
    }
    return body
  }

  /// `for a in L, b in M return e`.
  private mutating func each() throws(Fault) -> Syntax {
    let start = advance().start
    var iterators: [Syntax.Iterator] = []
    repeat {
      let name = try name(as: "a name for the member")
      try expect("in", as: "\"in\" and a list")
      let first = try expression()
      let over: Syntax.Iteration = accept([.twoPoints]) != nil ? .series(first, try expression()) : .list(first)
      iterators.append(Syntax.Iterator(name: name, over: over))
    } while accept([.comma]) != nil
    try expect("return", as: "\"return\"")
    let body = try expression()
    let parts = iterators.flatMap { Syntax.parts(of: $0.over) }
    return try node(.each(iterators, gives: body), of: parts + [body], from: start, to: body.end)
  }

  // MARK: Tests behind `in`

  /// A range, a list of tests in parentheses, or one test.
  mutating func tests() throws(Fault) -> [Syntax.Test] {
    let opening = current
    guard accept([.leftParenthesis]) != nil else { return [try test()] }
    var tests = [try test()]
    if case .value(let low) = tests[0], accept([.twoPoints]) != nil {
      return [.range(try range(from: low, opened: opening))]
    }
    while accept([.comma]) != nil { tests.append(try test()) }
    try close(.rightParenthesis, opened: opening)
    return tests
  }

  private mutating func test() throws(Fault) -> Syntax.Test {
    let opening = current
    if let comparison = acceptComparison() { return .comparison(comparison, try endpoint()) }
    switch opening.kind {
    case .sign(.rightBracket):
      advance()
      let low = try endpoint()
      guard accept([.twoPoints]) != nil else { throw Fault(.expected("\"..\"", found: current.inWords), at: current) }
      return .range(try range(from: low, opened: opening))
    case .sign(.leftBracket) where token(ahead: 1).kind != .sign(.rightBracket):
      advance()
      let first = try expression()
      if accept([.twoPoints]) != nil { return .range(try range(from: first, opened: opening)) }
      return .value(try postfix(of: try list(from: first, opened: opening)))
    default: return .value(try endpoint())
    }
  }

  /// The rest of a range whose first end has been read.
  private mutating func range(from low: Syntax, opened: Token) throws(Fault) -> Syntax.Range {
    let high = try rangeEnd()
    guard let closing = accept([.rightBracket, .rightParenthesis, .leftBracket]) else {
      throw Fault(.expected("\"]\" or \")\" at the end of the range", found: current.inWords), at: current)
    }
    let lowIncluded = opened.kind == .sign(.leftBracket)
    return Syntax.Range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: closing == .rightBracket)
  }
}

extension Syntax.Test {
  /// The expressions of the test.
  var parts: [Syntax] {
    switch self {
    case .value(let value), .comparison(_, let value): [value]
    case .range(let range): [range.low, range.high]
    }
  }
}
