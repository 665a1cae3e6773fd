extension ConditionType {
  /// The type as a message names it.
  var inWords: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .duration: "a duration"
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
    case .number, .text, .date, .duration: true
    default: false
    }
  }

  /// Whether `=` is defined on the type.
  var hasEquality: Bool {
    switch self {
    case .truth, .number, .text, .date, .duration, .choice, .null: true
    case .list(let member): member.hasEquality
    default: false
    }
  }

  /// The type of what may be one or the other, `nil` where the two do not go together; null goes with all.
  func joined(with other: ConditionType) -> ConditionType? {
    switch (self, other) {
    case (.null, _): other
    case (_, .null): self
    case (.list(let a), .list(let b)): a.joined(with: b).map { .list($0) }
    default: self == other ? self : nil
    }
  }
}
