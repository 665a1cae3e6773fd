public import Diagnostics

extension Language {
  /// `EVENT`, `EVENT[CONDITION]`, `any of [...]`, `all of [...]`, `entering STATE`, `leaving STATE`.
  public func pattern(_ text: String, at place: Place, into diagnostics: inout [Diagnostic]) -> Pattern? {
    read(text, at: place, for: .pattern, into: &diagnostics) { reader throws(Fault) in try reader.wholePattern() }
  }

  /// A pattern, `EVENT.DATE_ATTRIBUTE` or `overdue RULE`.
  public func trigger(_ text: String, at place: Place, into diagnostics: inout [Diagnostic]) -> Trigger? {
    read(text, at: place, for: .trigger, into: &diagnostics) { reader throws(Fault) in try reader.wholeTrigger() }
  }

  /// The name of a state: a path of the own workflow or the end of one, or `workflow.path`.
  public func stateReference(
    _ text: String, at place: Place, into diagnostics: inout [Diagnostic]
  ) -> StateReference? {
    let path = attempt(place, &diagnostics) { () throws(Fault) -> [Syntax.Name] in
      var parser = try Parser(text)
      var path = [try parser.name(as: "the name of a state")]
      while parser.accept([.point]) != nil { path.append(try parser.name(as: "the name of a state")) }
      try parser.expectEnd()
      return path
    }
    guard let path else { return nil }
    var checker = Checker(scope: scope, origin: place)
    let state = checker.state(path)
    diagnostics += checker.diagnostics
    return state
  }

  private func read<Result>(
    _ text: String, at place: Place, for door: PatternReader.Door, into diagnostics: inout [Diagnostic],
    _ reading: (inout PatternReader) throws(Fault) -> Result?
  ) -> Result? {
    var told: [Diagnostic] = []
    let result = attempt(place, &diagnostics) { () throws(Fault) -> Result? in
      var reader = try PatternReader(text, at: place, for: door, in: self)
      defer { told = reader.diagnostics }
      return try reading(&reader)
    }
    diagnostics += told
    return result ?? nil
  }
}
