import CivilTime

extension Evaluator {
  /// The functions that answer true or false; `nil` for all others.
  mutating func call(_ function: Function, _ arguments: [Expression]) -> Outcomes? {
    switch function {
    case .occurred: return occurred(arguments[0])
    case .listContains: return contains(arguments[0], arguments[1])
    case .all: return everyOf(arguments[0])
    case .any: return anyOf(arguments[0])
    case .known: return isKnown(arguments[0])
    default: return nil
    }
  }

  /// The value of any function.
  mutating func called(_ function: Function, _ arguments: [Expression]) -> Value {
    switch function {
    case .occurred, .listContains, .all, .any, .known: return call(function, arguments)?.value ?? .unknown
    case .count: return count(arguments[0])
    case .minimum: return extreme(of: arguments[0]) { $0.least(of: $1, $2) }
    case .maximum: return extreme(of: arguments[0]) { $0.greatest(of: $1, $2) }
    case .sum: return extreme(of: arguments[0]) { $0.arithmetic(.add, $1, $2) }
    case .absolute: return absolute(value(of: arguments[0]))
    case .latest: return latest(of: arguments[0])
    case .since: return since(arguments[0], arguments[1])
    case .ever: return value(of: arguments[0].overAllEpisodes ?? arguments[0])
    case .workingDaysBetween: return workingDays(between: value(of: arguments[0]), and: value(of: arguments[1]))
    case .addWorkingDays: return adding(workingDays: value(of: arguments[1]), to: value(of: arguments[0]))
    }
  }

  // MARK: Truths

  /// Whether the list has a member: yes with one that belongs, no only where the record is complete.
  private mutating func occurred(_ list: Expression) -> Outcomes {
    var result = Outcomes.no
    let kind = forEachMember(of: list) { _, _, belongs in
      result = belongs == .yes ? .yes : .yesOrNo
      return belongs != .yes
    }
    switch kind {
    case .occurrences(isComplete: false): return result == .yes ? .yes : .yesOrNo
    case .null: return .null
    case .unknown: return .any
    default: return result
    }
  }

  private mutating func contains(_ list: Expression, _ element: Expression) -> Outcomes {
    if case .list = list { return isAny(element, of: list) }
    switch value(of: list) {
    case .set(let set):
      switch value(of: element) {
      case .choice(let word): return Outcomes(set.contains(word))
      case .null: return .no
      default: return set.outside == ~0 ? .no : .yesOrNo
      }
    case .null: return .null
    case .unknown: return .any
    default: return isAny(element, of: list)
    }
  }

  private mutating func isAny(_ element: Expression, of list: Expression) -> Outcomes {
    let sought = value(of: element)
    var result = Outcomes.no
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      let equal = evaluator.compare(.equal, sought, member)
      result = belongs == .yes ? result.or(equal) : result.union(result.or(equal))
      return result != .yes
    }
    return kind.outcomes(result) { $0.or(.yesOrNo) }
  }

  private mutating func everyOf(_ list: Expression) -> Outcomes {
    var result = Outcomes.yes
    let kind = forEachMember(of: list) { _, member, belongs in
      let one = result.and(Outcomes(member))
      result = belongs == .yes ? one : result.union(one)
      return result != .no
    }
    return kind.outcomes(result) { $0.and(.any) }
  }

  private mutating func anyOf(_ list: Expression) -> Outcomes {
    var result = Outcomes.no
    let kind = forEachMember(of: list) { _, member, belongs in
      let one = result.or(Outcomes(member))
      result = belongs == .yes ? one : result.union(one)
      return result != .yes
    }
    return kind.outcomes(result) { $0.or(.any) }
  }

  /// Whether the history states something: the only question whose answer more knowledge may turn.
  ///
  /// Null is stated by nobody: what the latest plan says is not known where there is no plan, whether or not the record is
  /// complete.
  private mutating func isKnown(_ expression: Expression) -> Outcomes {
    switch value(of: expression) {
    case .unknown, .null: .no
    case .set(let set): Outcomes(set.inside | set.outside != 0)
    default: .yes
    }
  }

  // MARK: Occurrences

  /// The last member of a list.
  ///
  /// **Unknown**: a recorded last is taken for the last, even where the record is not complete; only whether there is
  /// one at all is then in doubt. Where a member after the last certain one may belong, the result is unknown.
  private mutating func latest(of list: Expression) -> Value {
    let mark = mark
    var last: Value?
    var isInDoubt = false
    let kind = forEachMember(of: list) { _, member, belongs in
      if belongs == .yes { last = member }
      isInDoubt = belongs != .yes
      return true
    }
    if isInDoubt || kind == .unknown { return .unknown }
    if let last {
      forget(since: mark)
      return last
    }
    if kind == .occurrences(isComplete: false) { return .unknown }
    forget(since: mark)
    return .null
  }

  /// The members of one list after the last member of another, and all of them where the other is empty.
  ///
  /// **Unknown**: as for the last of a list, a recorded mark is taken for the last. Where the record of marks is not
  /// complete and holds no certain one, every member only perhaps belongs; so do those before a mark that only perhaps
  /// belongs. From a certain mark on the list is complete where the record is.
  private mutating func since(_ list: Expression, _ marks: Expression) -> Value {
    let noted = mark
    guard case .occurrences(let members) = value(of: list), case .occurrences(let ends) = value(of: marks),
      let first = list.source, let second = marks.source
    else { return .unknown }
    let events = Array(Set(first.events + second.events)).sorted()
    let reach: OccurrenceReach = first.reach == .ever || second.reach == .ever ? .ever : .episode
    var kept: [OccurrenceList.Item] = []
    var lastMark: Int?
    // The order of two lists among one another is that of one list of both.
    for item in context.occurrences(of: events, from: reach).items {
      if let member = members.items.first(where: { $0.occurrence == item.occurrence }) { kept.append(member) }
      guard let end = ends.items.first(where: { $0.occurrence == item.occurrence }) else { continue }
      if end.belongs == .yes {
        kept = []
        lastMark = end.occurrence
      } else if end.belongs == .unknown {
        kept = kept.map { OccurrenceList.Item(occurrence: $0.occurrence, belongs: $0.belongs.and(.unknown)) }
      }
    }
    if lastMark == nil, !ends.isComplete {
      kept = kept.map { OccurrenceList.Item(occurrence: $0.occurrence, belongs: $0.belongs.and(.unknown)) }
    }
    guard !members.isComplete, let lastMark, context.isComplete(first.events, since: context.happened(lastMark)) else {
      return .occurrences(OccurrenceList(items: kept, isComplete: members.isComplete))
    }
    forget(since: noted)
    return .occurrences(OccurrenceList(items: kept, isComplete: true))
  }

  // MARK: Lists of values

  /// FEEL's `min`, `max` and `sum`: null for no members and for a member that is null.
  private mutating func extreme(
    of list: Expression, _ combine: (inout Evaluator, Value, Value) -> Value
  ) -> Value {
    var result: Value?
    var isInDoubt = false
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      if belongs != .yes { isInDoubt = true }
      result = result.map { combine(&evaluator, $0, member) } ?? member
      return true
    }
    switch kind {
    case .null: return .null
    case .unknown, .occurrences: return .unknown
    case .values, .children: return isInDoubt ? .unknown : result ?? .null
    }
  }
}

extension Expression {
  /// The events from whose record a list of occurrences is taken, and how far back.
  var source: (events: [EventIndex], reach: OccurrenceReach)? {
    switch self {
    case .occurrences(let events, let reach): return (events, reach)
    case .filter(let list, _): return list.source
    case .call(.since, let arguments): return arguments[0].source
    case .choose(_, let first, let second):
      guard let a = first.source, let b = second.source else { return nil }
      return (a.events + b.events, a.reach == .ever || b.reach == .ever ? .ever : .episode)
    default: return nil
    }
  }
}

extension ListKind {
  /// What going through such a list came to, with what one more member could make of it where there may be more.
  func outcomes(_ result: Outcomes, withMore: (Outcomes) -> Outcomes) -> Outcomes {
    switch self {
    case .null: .null
    case .unknown: .any
    case .occurrences(isComplete: false): result.union(withMore(result))
    case .occurrences, .values, .children: result
    }
  }
}
