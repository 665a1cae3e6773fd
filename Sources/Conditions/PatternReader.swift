import Diagnostics

/// Reads patterns and triggers: names of events and states, with conditions in brackets.
struct PatternReader {
  enum Door {
    case pattern
    case trigger
  }

  private let language: Language
  private let door: Door
  private let text: String
  private let place: Place
  private var parser: Parser
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, at place: Place, for door: Door, in language: Language) throws(Fault) {
    self.language = language
    self.door = door
    self.text = text
    self.place = place
    parser = try Parser(text)
  }

  /// The whole text as a pattern; `nil` after a report.
  mutating func wholePattern() throws(Fault) -> Pattern? {
    let pattern = try pattern(depth: 0)
    try expectEnd()
    return pattern
  }

  /// The whole text as a trigger; `nil` after a report.
  mutating func wholeTrigger() throws(Fault) -> Trigger? {
    if parser.isAt(word: "overdue"), parser.token(ahead: 1).isName {
      parser.advance()
      let path = try path("the name of a rule")
      try expectEnd()
      return check { $0.rule(path) }.map { .overdue($0) }
    }
    if parser.current.isName, parser.token(ahead: 1).kind == .sign(.point) {
      let path = try path("the name of an event")
      try expectEnd()
      return try date(path)
    }
    return try wholePattern().map { .pattern($0) }
  }

  /// `pregnancy_known.expected_birth`.
  private mutating func date(_ path: [Syntax.Name]) throws(Fault) -> Trigger? {
    guard path.count == 2 else {
      throw fault("A date that opens a clock is written EVENT.ATTRIBUTE.", nil, path[0].start, path[path.count - 1].end)
    }
    guard let event = event(path[0]) else { return nil }
    let attributes = language.scope.events[event].attributes
    guard let attribute = attributes.first(where: { $0.name == path[1].text }) else {
      let known = attributes.filter { $0.type == .date }.map(\.name)
      let mend = Suggestion.mend(for: path[1].text, among: known)
      report(.unknownAttribute(path[1].text, event: path[0].text, mend: mend), path[1])
      return nil
    }
    guard attribute.type == .date else {
      throw fault(
        "\"\(path[1].text)\" is \(attribute.type.inWords) and not a date, so it opens no clock.",
        "Name an attribute that is a date, or the event alone.", path[1].start, path[1].end)
    }
    return .date(event, attribute.index)
  }

  private mutating func pattern(depth: Int) throws(Fault) -> Pattern? {
    if depth > 20 { throw Fault(.nestedTooDeeply, at: parser.current) }
    for word in ["any", "all"] where parser.isAt(word: word) && parser.token(ahead: 1).kind == .word("of") {
      let patterns = try several(depth: depth)
      return patterns.map { word == "any" ? .any($0) : .all($0) }
    }
    for word in ["entering", "leaving"] where parser.isAt(word: word) && parser.token(ahead: 1).isName {
      parser.advance()
      let path = try path("the name of a state")
      return check { $0.state(path) }.map { word == "entering" ? .entering($0) : .leaving($0) }
    }
    return try single()
  }

  /// `any of [p, p]`, with every pattern in it looked at even where one is wrong.
  private mutating func several(depth: Int) throws(Fault) -> [Pattern]? {
    parser.advance()
    parser.advance()
    let opening = parser.current
    guard parser.accept([.leftBracket]) != nil else {
      throw expected("\"[\" and a list of patterns")
    }
    var patterns: [Pattern?] = []
    repeat { patterns.append(try pattern(depth: depth + 1)) } while parser.accept([.comma]) != nil
    guard parser.accept([.rightBracket]) != nil else {
      if parser.current.kind == .end { throw Fault(.unclosedBracket(opening.inWords), at: opening) }
      throw expected("\",\" or \"]\"")
    }
    let good = patterns.compactMap { $0 }
    return good.count == patterns.count ? good : nil
  }

  /// `event` or `event[condition]`.
  private mutating func single() throws(Fault) -> Pattern? {
    guard parser.current.isName else { throw expected("the name of an event, or any of, all of, entering, leaving") }
    let name = try parser.name(as: "the name of an event")
    let event = event(name)
    let opening = parser.current
    guard parser.accept([.leftBracket]) != nil else { return event.map { .event($0, nil) } }
    let start = parser.current.start
    let syntax = try parser.expression()
    try parser.close(.rightBracket, opened: opening)
    guard let event else { return nil }
    return condition(syntax, of: event, from: start, to: parser.previous.start).map { .event(event, $0) }
  }

  private mutating func condition(_ syntax: Syntax, of event: EventIndex, from start: Int, to end: Int) -> Condition? {
    var scope = language.scope
    scope.this = [event]
    var checker = Checker(scope: scope, origin: place, patternEvent: event)
    let expression = checker.truth(syntax)
    diagnostics += checker.diagnostics
    let scalars = text.unicodeScalars.dropFirst(start).prefix(end - start)
    return expression.map {
      language.condition(
        Checker.Typed(expression: $0, type: .truth), text: String(scalars), place: place.advanced(by: start),
        checker.references)
    }
  }

  // MARK: Names

  private mutating func path(_ words: String) throws(Fault) -> [Syntax.Name] {
    var path: [Syntax.Name] = []
    repeat {
      guard parser.current.isName else { throw expected(words) }
      path.append(try parser.name(as: words))
    } while parser.accept([.point]) != nil
    return path
  }

  private mutating func event(_ name: Syntax.Name) -> EventIndex? {
    let events = language.scope.events
    if let event = events.firstIndex(where: { $0.name == name.text }) { return event }
    report(.unknownEvent(name.text, mend: mend(ofEvent: name.text)), name)
    return nil
  }

  private func mend(ofEvent name: String) -> String? {
    let checker = Checker(scope: language.scope, origin: place)
    if !checker.states([name]).isEmpty { return "It is a state: write entering \(name) or leaving \(name)." }
    return Suggestion.mend(
      for: name, among: language.scope.events.map(\.name),
      otherwise: "Write an event of the vocabulary, or declare this one there.")
  }

  private mutating func check<Result>(_ look: (inout Checker) -> Result?) -> Result? {
    var checker = Checker(scope: language.scope, origin: place)
    let result = look(&checker)
    diagnostics += checker.diagnostics
    return result
  }

  // MARK: Reports

  private mutating func report(_ problem: Problem, _ name: Syntax.Name) {
    diagnostics.append(problem.diagnostic(at: place.advanced(by: name.start, length: name.end - name.start)))
  }

  private func expectEnd() throws(Fault) {
    if parser.current.kind != .end { throw expected("the end") }
  }

  private func expected(_ words: String) -> Fault {
    fault("Expected \(words), found \(parser.current.inWords).", mendOfDoor, parser.current.start, parser.current.end)
  }

  private var mendOfDoor: String {
    switch door {
    case .pattern: "Write EVENT, EVENT[CONDITION], any of [...], all of [...], entering STATE or leaving STATE."
    case .trigger: "Write a pattern, EVENT.DATE or overdue RULE."
    }
  }

  private func fault(_ message: String, _ mend: String?, _ start: Int, _ end: Int) -> Fault {
    let problem: Problem =
      switch door {
      case .pattern: .badPattern(message, mend: mend)
      case .trigger: .badTrigger(message, mend: mend)
      }
    return Fault(problem, from: start, to: end)
  }
}

extension Token {
  /// Whether the token can be a name.
  var isName: Bool {
    if case .word(let word) = kind { !ReservedWord.all.contains(word) } else { false }
  }
}
