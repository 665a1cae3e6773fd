/// What kind of list was gone through, and whether it can have members that nobody recorded.
enum ListKind: Equatable {
  case occurrences(isComplete: Bool)
  case values
  case children
  /// The list itself is null.
  case null
  /// The list itself is not known.
  case unknown
}

extension ListKind {
  /// The kind of what is computed from each member of such a list.
  fileprivate var ofValues: ListKind {
    switch self {
    case .occurrences(isComplete: true), .children: .values
    default: self
    }
  }
}

extension Evaluator {
  /// Goes through a list in order, with whether each member belongs to it; the visit says whether to go on.
  ///
  /// - Complexity: builds no list of its own for filters over events, sets and children.
  @discardableResult
  mutating func forEachMember(
    of list: Expression, _ visit: (inout Evaluator, Value, Truth) -> Bool
  ) -> ListKind {
    switch list {
    case .filter(let inner, let condition):
      let kind = forEachMember(of: inner) { evaluator, member, belongs in
        let keeps = evaluator.looking(at: member) { $0.outcomes(of: condition) }.truth
        return keeps == .no ? true : visit(&evaluator, member, belongs.and(keeps))
      }
      return within(condition, kind, of: inner)
    case .map(let inner, let gives):
      return map(inner, gives, visit)
    case .flatMap(let inner, let gives): return forEachMember(of: inner, each: gives, visit)
    case .members(let set, let count): return forEachWord(of: set, count: count, visit)
    case .list(let members):
      for member in members {
        let value = value(of: member)
        if !visit(&self, value, .yes) { break }
      }
      return .values
    default: return forEachMember(ofValue: read(list), visit)
    }
  }

  /// Goes through what an expression gives for the members of a list.
  ///
  /// **Unknown**: a list with more members than anything needs.
  private mutating func map(
    _ list: Expression, _ gives: Expression, _ visit: (inout Evaluator, Value, Truth) -> Bool
  ) -> ListKind {
    var isTooLong = false
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      guard evaluator.isMaking(1) else {
        isTooLong = true
        return false
      }
      let given = evaluator.looking(at: member) { $0.value(of: gives) }
      return visit(&evaluator, given, belongs)
    }
    return isTooLong ? .unknown : kind.ofValues
  }

  /// Goes through the lists that an expression gives for the members of a list.
  private mutating func forEachMember(
    of list: Expression, each gives: Expression, _ visit: (inout Evaluator, Value, Truth) -> Bool
  ) -> ListKind {
    var inner = ListKind.values
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      var members: [(value: Value, belongs: Truth)] = []
      let one = evaluator.looking(at: member) {
        $0.forEachMember(of: gives) { _, member, belongs in
          members.append((member, belongs))
          return true
        }
      }
      if one != .values, one != .children, inner != .unknown { inner = one }
      guard evaluator.isMaking(1), one != .unknown else {
        inner = .unknown
        return false
      }
      for member in members where !visit(&evaluator, member.value, belongs.and(member.belongs)) { return false }
      return true
    }
    return inner == .values ? kind.ofValues : inner.ofValues
  }

  /// The kind of a list of which only members from a day on are asked for: the record need be complete no further back.
  private mutating func within(_ condition: Expression, _ kind: ListKind, of list: Expression) -> ListKind {
    guard kind == .occurrences(isComplete: false), let events = list.source?.events, let bound = condition.earliestHappened,
      case .date(let day) = value(of: bound), context.isComplete(events, since: day)
    else { return kind }
    forgetOccurrences(of: events)
    return .occurrences(isComplete: true)
  }

  private mutating func forEachMember(
    ofValue list: Value, _ visit: (inout Evaluator, Value, Truth) -> Bool
  ) -> ListKind {
    switch list {
    case .occurrences(let list):
      for item in list.items where item.belongs != .no {
        if !visit(&self, .occurrence(item.occurrence), item.belongs) { break }
      }
      return .occurrences(isComplete: list.isComplete)
    case .list(let members):
      for member in members where !visit(&self, member, .yes) { break }
      return .values
    case .children(let children):
      for child in children where !visit(&self, .child(child), .yes) { break }
      return .children
    case .null: return .null
    default: return .unknown
    }
  }

  private mutating func forEachWord(
    of set: Expression, count: Int, _ visit: (inout Evaluator, Value, Truth) -> Bool
  ) -> ListKind {
    switch value(of: set) {
    case .set(let set):
      for word in 0..<count {
        let belongs = set.contains(word)
        if belongs != .no, !visit(&self, .choice(word), belongs) { break }
      }
      return .values
    case .null: return .null
    default: return .unknown
    }
  }

  /// A list that is not gone through member by member, read from the context.
  private mutating func read(_ list: Expression) -> Value {
    guard case .occurrences(let events, let reach) = list else { return value(of: list) }
    let occurrences = context.occurrences(of: events, from: reach)
    if !occurrences.isComplete { for event in events { note(.occurrences(event)) } }
    return .occurrences(occurrences)
  }

  /// A list as a value of its own.
  ///
  /// **Unknown**: a list of plain values or children of which one only perhaps belongs is unknown as a whole.
  mutating func list(_ expression: Expression) -> Value {
    if case .occurrences = expression { return read(expression) }
    var members: [(value: Value, belongs: Truth)] = []
    let kind = forEachMember(of: expression) { _, member, belongs in
      members.append((member, belongs))
      return true
    }
    switch kind {
    case .occurrences(isComplete: false) where expression.holdsValues: return .unknown
    case .occurrences(let isComplete):
      let items = members.compactMap { member -> OccurrenceList.Item? in
        guard case .occurrence(let number) = member.value else { return nil }
        return OccurrenceList.Item(occurrence: number, belongs: member.belongs)
      }
      return .occurrences(OccurrenceList(items: items, isComplete: isComplete))
    case .values where members.allSatisfy { $0.belongs == .yes }: return .list(members.map(\.value))
    case .children where members.allSatisfy { $0.belongs == .yes }:
      return .children(
        members.compactMap { member in
          if case .child(let number) = member.value { number } else { nil }
        })
    case .null: return .null
    case .values, .children, .unknown: return .unknown
    }
  }

  /// FEEL's `some`: `or` over the members, false where there are none.
  mutating func someMember(of list: Expression, satisfies condition: Expression) -> Outcomes {
    var result = Outcomes.no
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      let one = evaluator.looking(at: member) { $0.outcomes(of: condition) }
      result = belongs == .yes ? result.or(one) : result.union(result.or(one))
      return result != .yes
    }
    switch within(condition, kind, of: list) {
    case .occurrences(isComplete: false): return result == .yes ? .yes : result.union(result.or(.any))
    case .null: return .null
    case .unknown: return .any
    default: return result
    }
  }

  /// FEEL's `every`: `and` over the members, true where there are none.
  mutating func everyMember(of list: Expression, satisfies condition: Expression) -> Outcomes {
    var result = Outcomes.yes
    let kind = forEachMember(of: list) { evaluator, member, belongs in
      let one = evaluator.looking(at: member) { $0.outcomes(of: condition) }
      result = belongs == .yes ? result.and(one) : result.union(result.and(one))
      return result != .no
    }
    switch kind {
    case .occurrences(isComplete: false): return result == .no ? .no : result.union(result.and(.any))
    case .null: return .null
    case .unknown: return .any
    default: return result
    }
  }

  /// How many members a list has: at least those that belong, at most those that may.
  mutating func count(_ list: Expression) -> Value {
    var (certain, possible) = (0, 0)
    let kind = forEachMember(of: list) { _, _, belongs in
      if belongs == .yes { certain += 1 }
      possible += 1
      return true
    }
    switch kind {
    case .null: return .null
    case .unknown: return .unknown
    case .occurrences(isComplete: false): return .number(NumberRange(least: Decimal128(certain), most: nil))
    default: return .number(NumberRange(least: Decimal128(certain), most: Decimal128(possible)))
    }
  }

  /// FEEL's `L[1]`, and from the end with a negative place; null beyond the ends.
  ///
  /// **Unknown**: places are those of the record. Where a member up to the place only perhaps belongs, and beyond the
  /// end of a record that is not complete, the result is unknown.
  mutating func element(of list: Expression, at place: Expression) -> Value {
    let mark = mark
    let number = looking(at: .null) { $0.value(of: place) }
    guard case .number(let range) = number, let exact = range.exact else {
      return number.isExact ? .null : .unknown
    }
    guard let index = exact.whole, index != 0 else { return .null }
    var members: [(value: Value, belongs: Truth)] = []
    let kind = forEachMember(of: list) { _, member, belongs in
      members.append((member, belongs))
      return true
    }
    if kind == .null { return .null }
    if kind == .unknown { return .unknown }
    let fromStart = index > 0 ? members : members.reversed()
    guard index.magnitude <= fromStart.count else {
      if kind == .occurrences(isComplete: false) { return .unknown }
      forget(since: mark)
      return .null
    }
    let count = Int(index.magnitude)
    guard fromStart.prefix(count).allSatisfy({ $0.belongs == .yes }) else { return .unknown }
    let member = fromStart[count - 1].value
    if member.isExact { forget(since: mark) }
    return member
  }
}

extension Expression {
  /// The day before which no item of a list satisfies the condition: `happened >= DAY`, by itself or joined with `and`.
  fileprivate var earliestHappened: Expression? {
    switch self {
    case .and(let a, let b): a.earliestHappened ?? b.earliestHappened
    case .compare(.greaterOrEqual, .itemHappened(scope: 0), let day), .compare(.greater, .itemHappened(scope: 0), let day),
      .compare(.lessOrEqual, let day, .itemHappened(scope: 0)), .compare(.less, let day, .itemHappened(scope: 0)):
      day.asksItems ? nil : day
    default: nil
    }
  }

  /// Whether its members are computed ones, and not those of a record.
  fileprivate var holdsValues: Bool {
    switch self {
    case .map, .flatMap: true
    case .filter(let list, _): list.holdsValues
    default: false
    }
  }
}
