import Diagnostics

/// Looks up every name of an expression and gives every part of it a type.
///
/// A part that is wrong is reported and has no type; what stands beside it is still looked at.
struct Checker {
  struct Typed {
    let expression: Expression
    let type: ConditionType
  }

  /// What a filter or quantifier is looking at.
  struct Item {
    /// The quantifier's name for it; `nil` in a filter, where its attributes have their bare names.
    let variable: String?
    let type: ConditionType
    /// Whether it is what a context that is being written has so far.
    var isContextSoFar = false
  }

  let scope: ConditionScope
  /// Where the text starts in its file.
  let origin: Place
  /// The event of a pattern's condition, whose attributes have their bare names there.
  let patternEvent: EventIndex?
  /// From the outermost to the innermost.
  var items: [Item] = []
  var references = References()
  var diagnostics: [Diagnostic] = []

  init(scope: ConditionScope, origin: Place, patternEvent: EventIndex? = nil) {
    self.scope = scope
    self.origin = origin
    self.patternEvent = patternEvent
  }

  /// The expression and its type; `nil` after at least one report.
  ///
  /// `expecting` gives a meaning to texts that stand for words of a closed list; nothing else depends on it.
  mutating func infer(_ syntax: Syntax, expecting expected: ConditionType? = nil) -> Typed? {
    switch syntax.form {
    case .number(let number): return Typed(expression: .constant(.number(NumberRange(number))), type: .number)
    case .text(let text): return word(text, syntax, expecting: expected)
    case .truth(let truth): return Typed(expression: .constant(.truth(truth)), type: .truth)
    case .null: return Typed(expression: .constant(.null), type: .null)
    case .dated(let text): return dated(text, syntax)
    case .name, .member: return named(syntax, expecting: expected)
    case .call(let name, let arguments): return call(name, arguments)
    case .namedCall(let name, let arguments): return call(name, named: arguments)
    case .index(let list, let inner): return index(list, inner)
    case .and(let left, let right): return both(left, right, Expression.and)
    case .or(let left, let right): return both(left, right, Expression.or)
    case .compare(let comparison, let left, let right): return compare(comparison, left, right, syntax)
    case .arithmetic(let operation, let left, let right): return arithmetic(operation, left, right, syntax)
    case .negative(let operand): return negative(operand)
    case .within(let value, let tests): return within(value, tests, syntax)
    case .choose(let condition, let first, let second): return choose(condition, [first, second], expecting: expected)
    case .quantified(let quantifier, let name, let list, let body): return quantified(quantifier, name, list, body)
    case .list(let members): return list(members, syntax, expecting: expected)
    case .each(let iterators, let body): return each(iterators[...], gives: body)
    case .context(let entries): return context(entries, syntax)
    case .range(let ends): return range(ends, syntax)
    case .bound(let comparison, let end): return bound(comparison, end, syntax)
    case .instance(let value, let pattern): return instance(value, of: pattern)
    }
  }

  /// An expression that must be true or false.
  mutating func truth(_ syntax: Syntax) -> Expression? {
    guard let typed = infer(syntax) else { return nil }
    return isTruth(typed, syntax) ? typed.expression : nil
  }

  /// An operand that must be true, false or FEEL's null.
  mutating func truthOrNull(_ syntax: Syntax) -> Expression? {
    guard let typed = infer(syntax) else { return nil }
    return typed.type == .null || isTruth(typed, syntax) ? typed.expression : nil
  }

  mutating func isTruth(_ typed: Typed, _ syntax: Syntax) -> Bool {
    switch typed.type {
    case .truth: return true
    case .occurrences: report(.eventUsedAsTruth(written(syntax)), at: syntax)
    default: report(.notATruth(found: typed.type.inWords), at: syntax)
    }
    return false
  }

  // MARK: Reports

  mutating func report(_ problem: Problem, at syntax: Syntax) {
    report(problem, from: syntax.start, to: syntax.end)
  }

  mutating func report(_ problem: Problem, at name: Syntax.Name) {
    report(problem, from: name.start, to: name.end)
  }

  mutating func report(_ problem: Problem, from start: Int, to end: Int) {
    diagnostics.append(problem.diagnostic(at: origin.advanced(by: start, length: end - start)))
  }

  /// A name as it is written, for a mend; anything longer is only hinted at.
  func written(_ syntax: Syntax) -> String {
    if let path = syntax.path { return path.map(\.text).joined(separator: ".") }
    if case .index(let list, _) = syntax.form, let path = list.path {
      return path.map(\.text).joined(separator: ".") + "[...]"
    }
    return "..."
  }
}

// MARK: Literals and lists

extension Checker {
  private mutating func word(_ text: String, _ syntax: Syntax, expecting expected: ConditionType?) -> Typed? {
    guard case .choice(let list) = expected else {
      return Typed(expression: .constant(.text(text)), type: .text)
    }
    guard let member = list.index(of: text) else {
      report(.unknownChoice(text, list: list), at: syntax)
      return nil
    }
    references.choices.insert(References.ChoiceWord(list: list, member: member))
    return Typed(expression: .constant(.choice(member)), type: .choice(list))
  }

  private mutating func list(_ members: [Syntax], _ syntax: Syntax, expecting expected: ConditionType?) -> Typed? {
    var common = expected?.member
    var found: [Typed?] = members.map { _ in nil }
    // What has a type of its own comes first, so that it gives a meaning to the texts beside it.
    for isOpen in [false, true] {
      for (place, member) in members.enumerated() where member.isOpen == isOpen {
        found[place] = infer(member, expecting: common)
        if common == nil { common = found[place]?.type }
      }
    }
    let typed = found.compactMap { $0 }
    guard typed.count == members.count else { return nil }
    var type = ConditionType.null
    for (one, member) in zip(typed, members) {
      guard let joined = type.joined(with: one.type) else {
        let message = "A list cannot hold both \(type.inWords) and \(one.type.inWords)."
        report(.operandTypes(message, mend: nil), at: member)
        return nil
      }
      type = joined
    }
    if case .set(let list) = expected, let set = wholeSet(typed, of: list) {
      return Typed(expression: .constant(.set(set)), type: .set(list))
    }
    return Typed(expression: .list(typed.map(\.expression)), type: .list(type))
  }

  /// The set of words written out, or `nil` where a member is not a word of the list.
  private func wholeSet(_ members: [Typed], of list: ChoiceType) -> PartialSet? {
    var inside: UInt128 = 0
    for member in members {
      guard case .constant(.choice(let index)) = member.expression, member.type == .choice(list) else { return nil }
      inside |= 1 << UInt128(index)
    }
    return PartialSet(whole: inside)
  }
}

extension Syntax {
  /// Whether the type of texts in it depends on what it is compared with.
  var isOpen: Bool {
    switch form {
    case .text: true
    case .list(let members): members.allSatisfy(\.isOpen)
    case .choose(_, let first, let second): first.isOpen && second.isOpen
    default: false
    }
  }
}
