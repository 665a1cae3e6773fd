extension Pattern {
  /// The patterns of which any one is enough.
  public var alternatives: [Pattern] {
    if case .any(let patterns) = self { patterns.flatMap(\.alternatives) } else { [self] }
  }

  /// Every pattern in it that has none inside.
  public var leaves: [Pattern] {
    switch self {
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.leaves)
    case .event, .entering, .leaving: [self]
    }
  }

  public var event: EventIndex? {
    if case .event(let event, _) = self { event } else { nil }
  }

  public var condition: Condition? {
    if case .event(_, let condition) = self { condition } else { nil }
  }
}
