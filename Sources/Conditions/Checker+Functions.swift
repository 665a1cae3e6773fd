import Diagnostics

extension Checker {
  mutating func call(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    switch name.text {
    case "not": return negation(name, arguments)
    case "range": return range(name, arguments)
    case "today": return todayCall(name, arguments)
    case "running": return clocks(name, arguments, .running)
    case "overdue": return clocks(name, arguments, .overdue)
    case "due": return clocks(name, arguments, .due)
    default: break
    }
    if let function = Function(rawValue: name.text) { return call(function, name, arguments) }
    if let function = PlainFunction(rawValue: name.text) { return call(function, name, arguments) }
    if let leftOut = LeftOutFunction.all[name.text] {
      report(.notPartOfLanguage(leftOut.why, instead: leftOut.mend), at: name)
      return nil
    }
    let ours = ["not", "range", "today", "running", "overdue", "due"]
    let names = Function.allCases.map(\.rawValue) + PlainFunction.allCases.map(\.rawValue) + ours
    report(.unknownFunction(name.text, mend: Suggestion.mend(for: name.text, among: names)), at: name)
    return nil
  }

  private mutating func call(_ function: Function, _ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    switch function {
    case .count: count(name, arguments)
    case .listContains: listContains(name, arguments)
    case .minimum, .maximum: extreme(name, arguments, function)
    case .sum: ofMembers(name, arguments, .sum, .number)
    case .all, .any: ofMembers(name, arguments, function, .truth)
    case .absolute: absolute(name, arguments)
    case .occurred: occurred(name, arguments)
    case .latest: latest(name, arguments)
    case .since: since(name, arguments)
    case .ever: ever(name, arguments)
    case .known: known(name, arguments)
    case .workingDaysBetween: workingDaysBetween(name, arguments)
    case .addWorkingDays: addWorkingDays(name, arguments)
    }
  }

  // MARK: FEEL's own

  private mutating func negation(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one argument", name, arguments), let operand = truthOrNull(arguments[0]) else { return nil }
    return Typed(expression: .not(operand), type: .truth)
  }

  private mutating func count(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one list", name, arguments), let list = infer(arguments[0]) else { return nil }
    guard list.type.member != nil else {
      wrong(name, "a list", list, arguments[0])
      return nil
    }
    return Typed(expression: .call(.count, [membersOf(list)]), type: .number)
  }

  private mutating func listContains(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(2, "a list and what it may contain", name, arguments) else { return nil }
    // A list of texts gets its meaning from what is looked for.
    let early = arguments[0].isOpen ? infer(arguments[1]) : nil
    if arguments[0].isOpen, early == nil { return nil }
    let list = infer(arguments[0], expecting: early.map { .list($0.type) })
    guard let item = early ?? infer(arguments[1], expecting: list?.type.member), let list else { return nil }
    guard let member = list.type.member, member.hasEquality else {
      wrong(name, "a set or a list of values", list, arguments[0])
      return nil
    }
    guard member.joined(with: item.type) != nil else {
      wrong(name, "\(member.inWords) to look for", item, arguments[1])
      return nil
    }
    return withoutNull(.call(.listContains, [list.expression, item.expression]), arguments)
  }

  /// The members of one list, or of the arguments written one after the other.
  mutating func members(_ name: Syntax.Name, _ arguments: [Syntax]) -> (list: Expression, member: ConditionType)? {
    guard let first = arguments.first else {
      report(.wrongArgumentCount(name.text, expected: "a list", found: 0), at: name)
      return nil
    }
    let typed = arguments.map { infer($0) }
    if arguments.count == 1, let only = typed[0], let member = only.type.member { return (only.expression, member) }
    var type = ConditionType.null
    for (one, syntax) in zip(typed, arguments) {
      guard let one else { return nil }
      guard let joined = type.joined(with: one.type), one.type.member == nil else {
        wrong(name, "arguments of one type", one, syntax)
        return nil
      }
      type = joined
    }
    if arguments.count == 1, first.isNull { return (.constant(.null), .null) }
    return (.list(typed.compactMap { $0?.expression }), type)
  }

  private mutating func extreme(_ name: Syntax.Name, _ arguments: [Syntax], _ function: Function) -> Typed? {
    guard let (list, member) = members(name, arguments) else { return nil }
    guard member.isOrdered || member == .null else {
      wrong(name, "numbers, texts, dates, times or durations", Typed(expression: list, type: member), arguments[0])
      return nil
    }
    return Typed(expression: .call(function, [list]), type: member)
  }

  private mutating func ofMembers(
    _ name: Syntax.Name, _ arguments: [Syntax], _ function: Function, _ type: ConditionType
  ) -> Typed? {
    guard let (list, member) = members(name, arguments) else { return nil }
    guard member == type || member == .null else {
      wrong(name, "a list of \(type == .truth ? "truths" : "numbers")", Typed(expression: list, type: member), arguments[0])
      return nil
    }
    return Typed(expression: .call(function, [list]), type: type)
  }

  private mutating func absolute(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one argument", name, arguments), let operand = infer(arguments[0]) else { return nil }
    guard operand.type == .number || operand.type.isDuration else {
      wrong(name, "a number or a duration", operand, arguments[0])
      return nil
    }
    return Typed(expression: .call(.absolute, [operand.expression]), type: operand.type)
  }

  // MARK: Reports

  mutating func takes(_ count: Int, _ words: String, _ name: Syntax.Name, _ arguments: [Syntax]) -> Bool {
    if arguments.count == count { return true }
    report(.wrongArgumentCount(name.text, expected: words, found: arguments.count), at: name)
    return false
  }

  mutating func wrong(
    _ name: Syntax.Name, _ expected: String, _ found: Typed, _ syntax: Syntax, mend: String? = nil
  ) {
    let problem = Problem.wrongArgument(
      function: name.text, expected: expected, found: found.type.inWords, mend: mend)
    report(problem, at: syntax)
  }
}
