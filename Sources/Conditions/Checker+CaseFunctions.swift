// The functions that only a case history needs.
extension Checker {
  mutating func occurred(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one event", name, arguments), let list = occurrences(name, arguments[0]) else { return nil }
    return Typed(expression: .call(.occurred, [list.expression]), type: .truth)
  }

  mutating func latest(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one event", name, arguments), let list = occurrences(name, arguments[0]),
      let member = list.type.member
    else { return nil }
    return Typed(expression: .call(.latest, [list.expression]), type: member)
  }

  mutating func since(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(2, "two events", name, arguments) else { return nil }
    let list = occurrences(name, arguments[0])
    guard let mark = occurrences(name, arguments[1]), let list else { return nil }
    return Typed(expression: .call(.since, [list.expression, mark.expression]), type: list.type)
  }

  /// An event, filtered perhaps, over all episodes instead of the present one.
  mutating func ever(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one event", name, arguments), let list = occurrences(name, arguments[0]) else { return nil }
    guard let reaching = list.expression.overAllEpisodes else {
      wrong(name, "the name of an event, perhaps with a filter", list, arguments[0], mend: "Write ever(EVENT[...]).")
      return nil
    }
    return Typed(expression: reaching, type: list.type)
  }

  mutating func known(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one value", name, arguments), let value = infer(arguments[0]) else { return nil }
    switch value.type {
    case .occurrences:
      let mend = "Write occurred(\(written(arguments[0])))."
      wrong(name, "a value", value, arguments[0], mend: mend)
      return nil
    case .children, .list, .range, .context:
      wrong(name, "a value of the record", value, arguments[0])
      return nil
    default: return Typed(expression: .call(.known, [value.expression]), type: .truth)
    }
  }

  mutating func workingDaysBetween(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(2, "two dates", name, arguments) else { return nil }
    let from = argument(name, arguments[0], .date)
    guard let to = argument(name, arguments[1], .date), let from else { return nil }
    return Typed(expression: .call(.workingDaysBetween, [from, to]), type: .number)
  }

  mutating func addWorkingDays(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(2, "a date and a number", name, arguments) else { return nil }
    let date = argument(name, arguments[0], .date)
    guard let count = argument(name, arguments[1], .number), let date else { return nil }
    return Typed(expression: .call(.addWorkingDays, [date, count]), type: .date)
  }

  /// `running(RULE)`, `overdue(RULE)`, `due(RULE)`.
  mutating func clocks(_ name: Syntax.Name, _ arguments: [Syntax], _ question: ClockQuestion) -> Typed? {
    guard takes(1, "the name of a rule", name, arguments) else { return nil }
    guard let path = arguments[0].path else {
      let problem = Problem.wrongArgument(
        function: name.text, expected: "the name of a rule", found: "an expression", mend: nil)
      report(problem, at: arguments[0])
      return nil
    }
    guard let rule = rule(path) else { return nil }
    return Typed(expression: .clocks(question, rule), type: question == .due ? .date : .number)
  }

  // MARK: Arguments

  private mutating func occurrences(_ name: Syntax.Name, _ syntax: Syntax) -> Typed? {
    guard let typed = infer(syntax) else { return nil }
    guard case .occurrences = typed.type else {
      wrong(name, "an event", typed, syntax)
      return nil
    }
    return typed
  }

  private mutating func argument(_ name: Syntax.Name, _ syntax: Syntax, _ type: ConditionType) -> Expression? {
    guard let typed = infer(syntax) else { return nil }
    guard typed.type == type else {
      let mend = typed.type == .text && type == .date ? "Write a date as date(\"2020-01-31\")." : nil
      wrong(name, type.inWords, typed, syntax, mend: mend)
      return nil
    }
    return typed.expression
  }
}

extension Expression {
  /// A list of occurrences of this episode as one over all; `nil` for a list that is not a plain event with filters.
  var overAllEpisodes: Expression? {
    switch self {
    case .occurrences(let events, _): .occurrences(events, .ever)
    case .filter(let list, let condition): list.overAllEpisodes.map { .filter($0, keeping: condition) }
    default: nil
    }
  }
}
