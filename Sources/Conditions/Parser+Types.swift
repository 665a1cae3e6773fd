import Diagnostics

extension Parser {
  /// A type behind `instance of`: `number`, `list<text>`, `context<a: number>`.
  mutating func typePattern(depth: Int) throws(Fault) -> TypePattern {
    if depth > 20 { throw Fault(.nestedTooDeeply, at: current) }
    let start = current
    let name = try typeName()
    switch name.text {
    case "list": return .list(try member(depth: depth))
    case "range": return .range(try member(depth: depth))
    case "context": return .context(try fields(depth: depth))
    case "function":
      try function(depth: depth)
      return .function
    default: break
    }
    guard let pattern = TypePattern.named[name.text] else {
      let mend = Suggestion.mend(for: name.text, among: TypePattern.names)
      throw Fault(.unknownType(name.text, mend: mend), from: start.start, to: name.end)
    }
    return pattern
  }

  /// The words of a type's name; `and` is part of some.
  private mutating func typeName() throws(Fault) -> Syntax.Name {
    let first = current
    for words in TypePattern.namesOfWords where words.indices.allSatisfy({ token(ahead: $0).kind == .word(words[$0]) }) {
      for _ in words { advance() }
      return Syntax.Name(text: words.joined(separator: " "), start: first.start, end: previous.end)
    }
    if case .word("function") = first.kind {
      advance()
      return Syntax.Name(text: "function", start: first.start, end: first.end)
    }
    return try name(as: "a type")
  }

  private mutating func member(depth: Int) throws(Fault) -> TypePattern {
    guard accept([.less]) != nil else { return .any }
    let member = try typePattern(depth: depth + 1)
    try expectGreater()
    return member
  }

  private mutating func fields(depth: Int) throws(Fault) -> [ContextPattern] {
    guard accept([.less]) != nil else { return [] }
    var fields: [ContextPattern] = []
    if accept([.greater]) != nil { return [] }
    repeat {
      let name = try name(as: "a name")
      guard accept([.colon]) != nil else { throw Fault(.expected("\":\" and a type", found: current.inWords), at: current) }
      fields.append(ContextPattern(name: name.text, type: try typePattern(depth: depth + 1)))
    } while accept([.comma]) != nil
    try expectGreater()
    return fields
  }

  /// `function<number, text> -> Any`, of which nothing is kept.
  private mutating func function(depth: Int) throws(Fault) {
    if accept([.less]) != nil, accept([.greater]) == nil {
      repeat { _ = try typePattern(depth: depth + 1) } while accept([.comma]) != nil
      try expectGreater()
    }
    guard accept([.minus]) != nil else { return }
    try expectGreater()
    _ = try typePattern(depth: depth + 1)
  }

  private mutating func expectGreater() throws(Fault) {
    guard accept([.greater]) != nil else { throw Fault(.expected("\">\"", found: current.inWords), at: current) }
  }
}

extension TypePattern {
  /// The types that have a name.
  static let named: [String: TypePattern] = [
    "Any": .any, "number": .type(.number), "string": .type(.text), "boolean": .type(.truth), "date": .type(.date),
    "time": .type(.time), "date and time": .type(.dateTime), "days and time duration": .type(.daysDuration),
    "years and months duration": .type(.monthsDuration),
  ]

  static let names = named.keys.sorted() + ["context", "function", "list", "range"]

  /// The names of several words, the words apart.
  static let namesOfWords = [
    ["date", "and", "time"], ["days", "and", "time", "duration"], ["years", "and", "months", "duration"],
  ]
}
