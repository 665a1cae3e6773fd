extension Checker {
  /// A filter, or a member by its place, which the type of what stands in the brackets decides.
  mutating func index(_ list: Syntax, _ inner: Syntax) -> Typed? {
    guard let base = infer(list) else { return nil }
    guard let member = base.type.member, !base.type.isSet else {
      let ofSet = "Write some x in SET satisfies ..., or list contains(SET, WORD)."
      let mend = base.type.isSet ? ofSet : "Write [VALUE] for a list of one."
      report(.notAList(found: base.type.inWords, mend: mend), at: list)
      return nil
    }
    items.append(Item(variable: nil, type: member))
    defer { items.removeLast() }
    guard let typed = infer(inner) else { return nil }
    if typed.type == .number {
      return Typed(expression: .element(base.expression, at: typed.expression), type: member)
    }
    guard (typed.type == .null && !base.expression.readsCase) || isTruth(typed, inner) else { return nil }
    return Typed(expression: .filter(base.expression, keeping: typed.expression), type: base.type)
  }

  mutating func quantified(
    _ quantifier: Syntax.Quantifier, _ name: Syntax.Name, _ list: Syntax, _ body: Syntax
  ) -> Typed? {
    guard let base = infer(list) else { return nil }
    guard let member = base.type.member else {
      report(.notAList(found: base.type.inWords, mend: nil), at: list)
      return nil
    }
    let over = membersOf(base)
    guard let condition = truth(body, about: Item(variable: name.text, type: member)) else { return nil }
    switch quantifier {
    case .some: return Typed(expression: .some(over: over, satisfies: condition), type: .truth)
    case .every: return Typed(expression: .every(over: over, satisfies: condition), type: .truth)
    }
  }

  mutating func choose(_ condition: Syntax, _ branches: [Syntax], expecting expected: ConditionType?) -> Typed? {
    let test = truthOrNull(condition)
    var hint = expected
    var typed: [Typed?] = [nil, nil]
    for place in branches[0].isOpen ? [1, 0] : [0, 1] {
      typed[place] = infer(branches[place], expecting: hint)
      if hint == nil { hint = typed[place]?.type }
    }
    guard let test, let first = typed[0], let second = typed[1] else { return nil }
    guard let type = first.type.joined(with: second.type) else {
      let message = "The two ways of \"if\" give \(first.type.inWords) and \(second.type.inWords)."
      report(.operandTypes(message, mend: "Give both one type."), at: branches[1])
      return nil
    }
    return Typed(
      expression: .choose(condition: test, then: first.expression, otherwise: second.expression), type: type)
  }

  private mutating func truth(_ syntax: Syntax, about item: Item) -> Expression? {
    items.append(item)
    defer { items.removeLast() }
    return truth(syntax)
  }

  /// The members of a list; those of a set are told how many there can be.
  func membersOf(_ list: Typed) -> Expression {
    guard case .set(let words) = list.type else { return list.expression }
    return .members(list.expression, of: words.members.count)
  }
}

extension ConditionType {
  var isSet: Bool {
    if case .set = self { true } else { false }
  }
}
