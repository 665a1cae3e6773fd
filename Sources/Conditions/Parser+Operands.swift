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
    case .sign(.leftParenthesis):
      advance()
      let inner = try expression()
      try close(.rightParenthesis, opened: token)
      return try node(inner.form, of: [inner], from: token.start, to: previous.end)
    case .sign(.leftBracket): return try list()
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
    return try list(from: try expression(), opened: opening)
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
    case "for":
      throw Fault(.notPartOfLanguage("for", instead: "Filter the list: LIST[CONDITION]."), at: current)
    case "function":
      throw Fault(.notPartOfLanguage("a function of one's own", instead: nil), at: current)
    case "not": return try call()
    default:
      if ReservedWord.all.contains(word) { throw Fault(.expected("a value", found: current.inWords), at: current) }
      if wordsBeforeParenthesis > 0 { return try call() }
      advance()
      return try node(.name(word), of: [])
    }
  }

  /// How many words stand before a parenthesis, so that they are a function's name; 0 where they are not.
  private var wordsBeforeParenthesis: Int {
    var count = 0
    while case .word(let word) = token(ahead: count).kind, isPartOfFunctionName(word, at: count) { count += 1 }
    return token(ahead: count).kind == .sign(.leftParenthesis) ? count : 0
  }

  /// No reserved word is part of a function's name, except the last of `working days between`.
  private func isPartOfFunctionName(_ word: String, at count: Int) -> Bool {
    if !ReservedWord.all.contains(word) { return true }
    return word == "between" && count == 2 && token(ahead: 0).kind == .word("working")
      && token(ahead: 1).kind == .word("days")
  }

  private mutating func call() throws(Fault) -> Syntax {
    let start = current.start
    var words: [String] = []
    while case .word(let word) = current.kind {
      words.append(word)
      advance()
      if word == "not" { break }
    }
    let name = Syntax.Name(text: words.joined(separator: " "), start: start, end: previous.end)
    let opening = current
    guard accept([.leftParenthesis]) != nil else {
      throw Fault(.expected("\"(\" after \"\(name.text)\"", found: current.inWords), at: current)
    }
    if accept([.rightParenthesis]) != nil { return try node(.call(name, []), of: [], from: start) }
    var arguments: [Syntax] = []
    repeat {
      arguments.append(try expression())
      if current.kind == .sign(.colon) {
        throw Fault(.notPartOfLanguage("an argument with a name", instead: "Write the arguments in order."), at: current)
      }
    } while accept([.comma]) != nil
    try close(.rightParenthesis, opened: opening)
    return try node(.call(name, arguments), of: arguments, from: start, to: previous.end)
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

  // MARK: Tests behind `in`

  /// A range, a list of tests in parentheses, or one test.
  mutating func tests() throws(Fault) -> [Syntax.Test] {
    let opening = current
    guard accept([.leftParenthesis]) != nil else { return [try test()] }
    var tests = [try test()]
    if case .value(let low) = tests[0], accept([.twoPoints]) != nil { return [try range(from: low, opened: opening)] }
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
      return try range(from: low, opened: opening)
    case .sign(.leftBracket) where token(ahead: 1).kind != .sign(.rightBracket):
      advance()
      let first = try expression()
      if accept([.twoPoints]) != nil { return try range(from: first, opened: opening) }
      return .value(try postfix(of: try list(from: first, opened: opening)))
    default: return .value(try endpoint())
    }
  }

  /// The rest of a range whose first end has been read.
  private mutating func range(from low: Syntax, opened: Token) throws(Fault) -> Syntax.Test {
    let high = try rangeEnd()
    guard let closing = accept([.rightBracket, .rightParenthesis, .leftBracket]) else {
      throw Fault(.expected("\"]\" or \")\" at the end of the range", found: current.inWords), at: current)
    }
    let lowIncluded = opened.kind == .sign(.leftBracket)
    return .range(
      Syntax.Range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: closing == .rightBracket))
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
