extension PlainFunction {
  /// The functions on lists; places count from 1, or from the end where they are negative.
  func ofLists(_ arguments: [Value]) -> Value? {
    guard let list = arguments[0].members else { return nil }
    switch self {
    case .append: return .list(list + arguments.dropFirst())
    case .concatenate, .union:
      let lists = arguments.map(\.members)
      guard lists.allSatisfy({ $0 != nil }) else { return nil }
      let all = lists.flatMap { $0 ?? [] }
      return .list(self == .union ? PlainFunction.distinct(all) : all)
    case .reverse: return .list(list.reversed())
    case .distinctValues: return .list(PlainFunction.distinct(list))
    case .flatten: return .list(list.flatMap(PlainFunction.innermost))
    case .indexOf:
      let places = list.indices.filter { list[$0].isEqual(to: arguments[1]) }
      return .list(places.map { .number(NumberRange(Decimal128($0 + 1))) })
    case .sublist: return sublist(list, arguments.dropFirst().map { $0 })
    default: return changed(list, arguments)
    }
  }

  private func changed(_ list: [Value], _ arguments: [Value]) -> Value? {
    guard let place = PlainFunction.place(arguments[1], in: list) else { return nil }
    var changed = list
    switch self {
    case .insertBefore: changed.insert(arguments[2], at: place)
    case .listReplace: changed[place] = arguments[2]
    default: changed.remove(at: place)
    }
    return .list(changed)
  }

  private func sublist(_ list: [Value], _ arguments: [Value]) -> Value? {
    guard let first = PlainFunction.place(arguments[0], in: list) else { return nil }
    guard arguments.count > 1, arguments[1] != .null else { return .list(Array(list[first...])) }
    guard let count = arguments[1].number?.whole, count >= 0, count <= list.count - first else { return nil }
    return .list(Array(list[first..<first + count]))
  }

  private static func place(_ value: Value, in list: [Value]) -> Int? {
    guard let number = value.number?.whole, number != 0 else { return nil }
    let place = number > 0 ? number - 1 : list.count + number
    return list.indices.contains(place) ? place : nil
  }

  private static func distinct(_ list: [Value]) -> [Value] {
    var found: [Value] = []
    for value in list where !found.contains(where: { $0.isEqual(to: value) }) { found.append(value) }
    return found
  }

  private static func innermost(_ value: Value) -> [Value] { value.members?.flatMap(innermost) ?? [value] }
}
