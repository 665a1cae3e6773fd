extension ConditionType {
  /// The type as a message names it.
  public var inWords: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .duration: "a duration"
    case .daysDuration: "a duration of days and time"
    case .monthsDuration: "a duration of years and months"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .range: "a range"
    case .context: "a context"
    case .choice(let list): "a word of \"\(list.name)\""
    case .set(let list): "a set of \"\(list.name)\""
    case .list: "a list"
    case .occurrences: "a list of occurrences"
    case .occurrence: "an occurrence"
    case .children: "a list of children"
    case .child: "a child"
    case .null: "null"
    }
  }

  /// The type of a member of a list or set; `nil` for what has no members.
  var member: ConditionType? {
    switch self {
    case .list(let member): member
    case .set(let list): .choice(list)
    case .occurrences(let events): .occurrence(events)
    case .children: .child
    default: nil
    }
  }

  /// Whether two values of the type are before or after one another.
  var isOrdered: Bool {
    switch self {
    case .number, .text, .date, .duration, .daysDuration, .monthsDuration, .time, .dateTime: true
    default: false
    }
  }

  /// Whether `=` is defined on the type.
  var hasEquality: Bool {
    switch self {
    case .truth, .number, .text, .date, .duration, .daysDuration, .monthsDuration, .time, .dateTime, .choice, .null: true
    case .list(let member), .range(let member): member.hasEquality
    case .context(let fields): fields.allSatisfy(\.type.hasEquality)
    default: false
    }
  }

  /// The type of the ends of a range, or of the ranges of a list.
  var rangeEnds: ConditionType? {
    switch self {
    case .range(let ends), .list(.range(let ends)): ends
    default: nil
    }
  }

  /// Whether it is a duration of either kind.
  var isDuration: Bool { [.duration, .daysDuration, .monthsDuration].contains(self) }

  /// The type of what may be one or the other, `nil` where the two do not go together; null goes with all.
  public func joined(with other: ConditionType) -> ConditionType? {
    switch (self, other) {
    case (.null, _): other
    case (_, .null): self
    case (.list(let a), .list(let b)): a.joined(with: b).map { .list($0) }
    case (.range(let a), .range(let b)): a.joined(with: b).map { .range($0) }
    case (.context(let a), .context(let b)): ContextField.joined(a, b).map { .context($0) }
    default: self == other ? self : isDuration && other.isDuration ? .duration : nil
    }
  }

  /// Whether two values never compare, because one is of days and the other of months.
  func isOfOtherFamily(than other: ConditionType) -> Bool {
    switch (self, other) {
    case (.daysDuration, .monthsDuration), (.monthsDuration, .daysDuration): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.isOfOtherFamily(than: b)
    case (.context(let a), .context(let b)):
      a.contains { one in b.contains { $0.name == one.name && $0.type.isOfOtherFamily(than: one.type) } }
    default: false
    }
  }
}

extension ContextField {
  /// The fields of what may be one context or another; `nil` where a field of both does not go together.
  static func joined(_ a: [ContextField], _ b: [ContextField]) -> [ContextField]? {
    var fields = a
    for field in b {
      guard let place = fields.firstIndex(where: { $0.name == field.name }) else {
        fields.append(field)
        continue
      }
      guard let type = fields[place].type.joined(with: field.type) else { return nil }
      fields[place] = ContextField(name: field.name, type: type)
    }
    return fields.inOrder
  }
}

extension [ContextField] {
  var inOrder: [ContextField] { sorted { $0.name < $1.name } }
}
