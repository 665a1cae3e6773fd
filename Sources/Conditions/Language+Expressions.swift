public import Diagnostics

extension Language {
  /// An expression that must be true or false.
  public func condition(_ text: String, at place: Place, into diagnostics: inout [Diagnostic]) -> Condition? {
    read(text, at: place, into: &diagnostics) { checker, syntax in
      guard let expression = checker.truth(syntax) else { return nil }
      return Checker.Typed(expression: expression, type: .truth)
    }
  }

  /// An expression of a given type, or of any where none is given.
  ///
  /// Where a word of a closed list is expected a text is read as one, and where a set is, a list of texts.
  public func value(
    _ text: String, at place: Place, expected: ConditionType? = nil, into diagnostics: inout [Diagnostic]
  ) -> Condition? {
    read(text, at: place, into: &diagnostics) { checker, syntax in
      guard let typed = checker.infer(syntax, expecting: expected) else { return nil }
      guard let expected, typed.type.joined(with: expected) == nil else { return typed }
      checker.report(.wrongType(expected: expected.inWords, found: typed.type.inWords, mend: nil), at: syntax)
      return nil
    }
  }

  /// A condition of nothing but states: states, `unborn`, `and`, `or`, `not`, `true` and `false`.
  public func stateCondition(_ text: String, at place: Place, into diagnostics: inout [Diagnostic]) -> Condition? {
    read(text, at: place, into: &diagnostics) { checker, syntax in
      guard let expression = checker.stateCondition(syntax) else { return nil }
      return Checker.Typed(expression: expression, type: .truth)
    }
  }

  private func read(
    _ text: String, at place: Place, into diagnostics: inout [Diagnostic],
    check: (inout Checker, Syntax) -> Checker.Typed?
  ) -> Condition? {
    guard let syntax = attempt(place, &diagnostics, { () throws(Fault) in try Parser.expression(text) }) else { return nil }
    var checker = Checker(scope: scope, origin: place)
    let typed = check(&checker, syntax)
    diagnostics += checker.diagnostics
    return typed.map { condition($0, text: text, place: place, checker.references) }
  }

  /// What reading gives, or `nil` after telling the fault that stopped it.
  func attempt<Result>(
    _ place: Place, _ diagnostics: inout [Diagnostic], _ reading: () throws(Fault) -> Result
  ) -> Result? {
    do { return try reading() } catch {
      let faulty = place.advanced(by: error.start, length: error.end - error.start)
      diagnostics.append(error.problem.diagnostic(at: faulty))
      return nil
    }
  }

  func condition(_ typed: Checker.Typed, text: String, place: Place, _ references: References) -> Condition {
    let whole = place.advanced(by: 0, length: text.unicodeScalars.count)
    return Condition(
      expression: typed.expression, type: typed.type, text: text, place: whole, references: references)
  }
}

extension Checker {
  /// States joined with `and`, `or` and `not`; anything else is reported where it stands.
  mutating func stateCondition(_ syntax: Syntax) -> Expression? {
    switch syntax.form {
    case .truth(let truth): return .constant(.truth(truth))
    case .and(let left, let right): return joined(left, right, Expression.and)
    case .or(let left, let right): return joined(left, right, Expression.or)
    case .call(let name, let arguments) where name.text == "not" && arguments.count == 1:
      return stateCondition(arguments[0]).map { .not($0) }
    case .name, .member:
      guard let path = syntax.path else { break }
      if path.map(\.text) == ["unborn"] { return .fact(.unborn) }
      if isSomethingElse(path) { break }
      return state(path).map { .state($0) }
    default: break
    }
    report(.stateConditionOnly, at: syntax)
    return nil
  }

  private mutating func joined(
    _ left: Syntax, _ right: Syntax, _ make: (Expression, Expression) -> Expression
  ) -> Expression? {
    let first = stateCondition(left)
    guard let second = stateCondition(right), let first else { return nil }
    return make(first, second)
  }

  /// Whether a path that is no state means something that a condition of states has no place for.
  private func isSomethingElse(_ path: [Syntax.Name]) -> Bool {
    guard states(path.map(\.text)).isEmpty else { return false }
    let name = path[0].text
    return ["this", "trigger", "child", "siblings", "today", "each"].contains(name)
      || scope.events.contains { $0.name == name } || scope.parameters.contains { $0.name == name }
  }
}
