extension Evaluator {
  /// The value of any expression; that of a truth is unknown until it is decided.
  mutating func value(of expression: Expression) -> Value {
    switch expression {
    case .constant(let value): return value
    case .this(let attribute):
      return noted(context.attributeOfThis(attribute), .attribute(attribute, occurrence: nil))
    case .trigger(let attribute): return noted(context.attributeOfTrigger(attribute), .attributeOfTrigger(attribute))
    case .thisHappened: return context.thisHappened
    case .triggerHappened: return context.triggerHappened
    case .each: return context.each
    case .today: return context.today
    case .attribute(let attribute, let occurrence): return self.attribute(attribute, of: value(of: occurrence))
    case .itemAttribute(let attribute, let scope): return self.attribute(attribute, of: item(scope))
    case .happened(let occurrence): return happened(value(of: occurrence))
    case .itemHappened(let scope): return happened(item(scope))
    case .item(let scope): return item(scope)
    case .fact(let fact): return noted(context.fact(fact, of: nil), .birth)
    case .factOfChild(let fact, let child):
      let child = value(of: child)
      guard case .child(let number) = child else { return child == .null ? .null : .unknown }
      return noted(context.fact(fact, of: number), .birth)
    case .siblings: return .children(context.siblings)
    case .parameter(let parameter): return noted(context.parameter(parameter), .parameter(parameter))
    case .clocks(let question, let rule): return noted(context.clocks(question, of: rule), .clocks(rule))
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, value(of: left), value(of: right))
    case .negative(let operand): return negative(value(of: operand))
    case .choose(let condition, let first, let second): return chosen(condition, first, second)
    case .occurrences, .filter, .list, .members, .map, .flatMap: return list(expression)
    case .element(let list, let place): return element(of: list, at: place)
    case .call(let function, let arguments): return called(function, arguments)
    case .plain, .calculation, .property, .entry, .context, .range, .series, .instance: return plainValue(of: expression)
    case .not, .and, .or, .compare, .within, .anyOf, .some, .every, .state, .stateOfChild:
      return outcomes(of: expression).value
    }
  }

  /// A value as the context gave it, noted where it is not wholly known.
  mutating func noted(_ value: Value, _ what: @autoclosure () -> MissingValue) -> Value {
    if !value.isExact, !value.isDate { note(what()) }
    return value
  }

  private mutating func attribute(_ attribute: AttributeIndex, of occurrence: Value) -> Value {
    switch occurrence {
    case .occurrence(let number):
      noted(context.attribute(attribute, of: number), .attribute(attribute, occurrence: number))
    case .null: .null
    default: .unknown
    }
  }

  private func happened(_ occurrence: Value) -> Value {
    switch occurrence {
    case .occurrence(let number): .date(context.happened(number))
    case .null: .null
    default: .unknown
    }
  }

  /// One of two values, or what both leave possible where it is not known which.
  private mutating func chosen(_ condition: Expression, _ first: Expression, _ second: Expression) -> Value {
    let mark = mark
    let test = outcomes(of: condition)
    switch test.truth {
    case .yes: return value(of: first)
    case .no: return value(of: second)
    case .unknown:
      let either = value(of: first).merged(with: value(of: second))
      if either.isExact { forget(since: mark) }
      return either
    }
  }
}
