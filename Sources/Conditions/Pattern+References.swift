extension Pattern {
  /// The names that the pattern uses, those of its conditions among them.
  public var references: References {
    var references = References()
    switch self {
    case .event(let event, let condition):
      references.events.insert(event)
      if let condition { references.formUnion(condition.references) }
    case .any(let patterns), .all(let patterns):
      for pattern in patterns { references.formUnion(pattern.references) }
    case .entering(let state), .leaving(let state):
      references.states.insert(state)
    }
    return references
  }
}

extension Trigger {
  /// The names that the trigger uses, those of its conditions among them.
  public var references: References {
    var references = References()
    switch self {
    case .pattern(let pattern): return pattern.references
    case .date(let event, let attribute):
      references.events.insert(event)
      references.attributes.insert(References.EventAttribute(event: event, attribute: attribute))
    case .overdue(let rule): references.rules.insert(rule)
    }
    return references
  }
}
