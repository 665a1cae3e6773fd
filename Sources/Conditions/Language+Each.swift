public import Diagnostics

/// `agency in trigger.involved`: the name of a member and the set or list it runs over.
public struct EachClause: Sendable {
  public let name: String
  /// The set or list, of type `.set` or `.list`.
  public let list: Condition
  /// The type of a member, under which the name belongs into the scope of the rule's other expressions.
  public let member: ConditionType

  public init(name: String, list: Condition, member: ConditionType) {
    self.name = name
    self.list = list
    self.member = member
  }
}

extension Language {
  /// `NAME in EXPRESSION`, where the expression gives a set or a list of words.
  ///
  /// Texts in a list that is written out are roles.
  public func each(_ text: String, at place: Place, into diagnostics: inout [Diagnostic]) -> EachClause? {
    let parts = attempt(place, &diagnostics) { () throws(Fault) -> (Syntax.Name, Syntax) in
      var parser = try Parser(text)
      guard parser.current.isName else {
        throw Fault(.eachNotASet("Expected a name, found \(parser.current.inWords)."), at: parser.current)
      }
      let name = try parser.name(as: "a name for the member")
      guard parser.accept("in") else {
        throw Fault(.eachNotASet("Expected \"in\", found \(parser.current.inWords)."), at: parser.current)
      }
      let list = try parser.expression()
      try parser.expectEnd()
      return (name, list)
    }
    guard let (name, syntax) = parts else { return nil }
    var checker = Checker(scope: scope, origin: place)
    let typed = checker.infer(syntax, expecting: .list(.choice(scope.roles)))
    diagnostics += checker.diagnostics
    guard let typed else { return nil }
    guard case .choice? = typed.type.member else {
      let problem = Problem.eachNotASet("This must be a set or list of words, found \(typed.type.inWords).")
      diagnostics.append(problem.diagnostic(at: place.advanced(by: syntax.start, length: syntax.end - syntax.start)))
      return nil
    }
    let words = String(text.unicodeScalars.dropFirst(syntax.start).prefix(syntax.end - syntax.start))
    let list = condition(typed, text: words, place: place.advanced(by: syntax.start), checker.references)
    return EachClause(name: name.text, list: list, member: typed.type.member ?? .text)
  }
}
