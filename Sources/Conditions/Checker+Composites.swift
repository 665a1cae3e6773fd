// Contexts, ranges, `for` and `instance of`.
extension Checker {
  /// `{name: value}`, in which a value may read those before it.
  mutating func context(_ entries: [Syntax.Argument], _ syntax: Syntax) -> Typed? {
    var fields: [ContextField] = []
    var parts: [ContextPart] = []
    for entry in entries {
      guard !fields.contains(where: { $0.name == entry.name.text }) else {
        let problem = Problem.ambiguousName(
          entry.name.text, meanings: ["the first value of that name", "the second"], mend: "Give the two different names.")
        report(problem, at: entry.name)
        return nil
      }
      items.append(Item(variable: nil, type: .context(fields.inOrder), isContextSoFar: true))
      let typed = infer(entry.value)
      items.removeLast()
      guard let typed else { return nil }
      guard typed.type.isPlain else {
        report(.operandTypes("A context cannot hold \(typed.type.inWords).", mend: nil), at: entry.value)
        return nil
      }
      fields.append(ContextField(name: entry.name.text, type: typed.type))
      parts.append(ContextPart(name: entry.name.text, value: typed.expression))
    }
    return Typed(expression: .context(parts), type: .context(fields.inOrder))
  }

  // MARK: Ranges

  /// `[low..high]` where a value is wanted.
  mutating func range(_ ends: Syntax.Range, _ syntax: Syntax) -> Typed? {
    guard let (low, high) = pair(ends.low, ends.high) else { return nil }
    guard let type = low.type.joined(with: high.type), type.isOrdered, !low.type.isOfOtherFamily(than: high.type) else {
      let message = "There is no range from \(low.type.inWords) to \(high.type.inWords)."
      report(.operandTypes(message, mend: nil), at: syntax)
      return nil
    }
    let expression = Expression.range(
      low: low.expression, lowIncluded: ends.lowIncluded, high: high.expression, highIncluded: ends.highIncluded)
    return Typed(expression: expression, type: .range(type))
  }

  /// `(< 10)` where a value is wanted.
  mutating func bound(_ comparison: Comparison, _ end: Syntax, _ syntax: Syntax) -> Typed? {
    guard let typed = infer(end) else { return nil }
    guard typed.type.isOrdered, comparison.isOrder else {
      let what = comparison.isOrder ? typed.type.inWords : "an equality"
      report(.operandTypes("There is no range with \(what) as its only end.", mend: nil), at: syntax)
      return nil
    }
    let isUpper = comparison == .less || comparison == .lessOrEqual
    let isIncluded = comparison == .lessOrEqual || comparison == .greaterOrEqual
    let expression = Expression.range(
      low: isUpper ? nil : typed.expression, lowIncluded: !isUpper && isIncluded, high: isUpper ? typed.expression : nil,
      highIncluded: isUpper && isIncluded)
    return Typed(expression: expression, type: .range(typed.type))
  }

  /// `range("[1..5]")`, whose text must be written out and hold written values only.
  mutating func range(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one text", name, arguments), let typed = infer(arguments[0]) else { return nil }
    guard case .constant(.text(let text)) = typed.expression else {
      wrong(name, "a text that is written out", typed, arguments[0])
      return nil
    }
    var inner = Checker(scope: scope, origin: origin)
    guard let syntax = try? Parser.expression(text), case .range(let ends) = syntax.form,
      ends.low.isWritten, ends.high.isWritten, let range = inner.range(ends, syntax),
      case .range(.constant(let low)?, _, .constant(let high)?, _) = range.expression, high.isLess(than: low) == false
    else {
      report(.badRange(text), at: arguments[0])
      return nil
    }
    return range
  }

  // MARK: For

  /// `for x in L return e`; of several lists, every member of one with every member of the next.
  mutating func each(_ iterators: ArraySlice<Syntax.Iterator>, gives body: Syntax) -> Typed? {
    guard let first = iterators.first, let (over, member) = iteration(first.over) else { return nil }
    let rest = iterators.dropFirst()
    items.append(Item(variable: first.name.text, type: member))
    defer { items.removeLast() }
    guard let inner = rest.isEmpty ? infer(body) : each(rest, gives: body) else { return nil }
    if rest.isEmpty { return Typed(expression: .map(over, gives: inner.expression), type: .list(inner.type)) }
    return Typed(expression: .flatMap(over, gives: inner.expression), type: inner.type)
  }

  private mutating func iteration(_ iteration: Syntax.Iteration) -> (over: Expression, member: ConditionType)? {
    switch iteration {
    case .list(let list):
      guard let typed = infer(list) else { return nil }
      guard let member = typed.type.member else {
        report(.notAList(found: typed.type.inWords, mend: nil), at: list)
        return nil
      }
      return (membersOf(typed), member)
    case .series(let first, let last):
      let ends = [first, last].map { ($0, infer($0)) }
      for (syntax, typed) in ends {
        guard let typed else { return nil }
        guard typed.type == .number else {
          report(.operandTypes("Only numbers can be counted through, found \(typed.type.inWords).", mend: nil), at: syntax)
          return nil
        }
      }
      guard let low = ends[0].1, let high = ends[1].1 else { return nil }
      return (.series(from: low.expression, to: high.expression), .number)
    }
  }

  // MARK: Types

  mutating func instance(_ value: Syntax, of pattern: TypePattern) -> Typed? {
    guard let typed = infer(value) else { return nil }
    // Null is of no type, so that a value which cannot be of it settles the answer.
    if pattern.admits(typed.type) == false { return Typed(expression: .constant(.truth(false)), type: .truth) }
    return Typed(expression: .instance(typed.expression, of: pattern), type: .truth)
  }

  /// FEEL's `today()`.
  mutating func todayCall(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(0, "no arguments", name, arguments) else { return nil }
    return Typed(expression: .today, type: .date)
  }
}

extension Syntax {
  /// Whether it is a number, a text, or a date, time or duration from a text that is written out.
  fileprivate var isWritten: Bool {
    switch form {
    case .number, .text, .dated: return true
    case .negative(let operand): return operand.isWritten
    case .call(let name, let arguments):
      guard ["date", "time", "date and time", "duration"].contains(name.text), arguments.count == 1,
        case .text = arguments[0].form
      else { return false }
      return true
    default: return false
    }
  }
}
