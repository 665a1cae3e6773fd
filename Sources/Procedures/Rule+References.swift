public import Conditions

extension Rule {
  /// The names that the rule uses anywhere: events, attributes, states, other rules, parameters and words.
  public var references: References {
    var references = each?.over.references ?? References()
    switch form {
    case .deadline(let deadline): references.formUnion(deadline.references)
    case .cadence(let cadence): references.formUnion(cadence.references)
    case .check(let check): references.formUnion(check.references)
    case .invariant(let invariant): references.formUnion(invariant.references)
    }
    return references
  }
}

extension Transition {
  /// The names that the transition uses: its events and those of its guard.
  public var references: References {
    var references = when?.references ?? References()
    if case .events(let events) = cue { references.events.formUnion(events) }
    return references
  }
}

extension LimitLength {
  var references: References {
    switch self {
    case .literal: return References()
    case .parameter(let parameter):
      var references = References()
      references.parameters.insert(parameter)
      return references
    case .expression(let condition): return condition.references
    }
  }
}

extension Deadline {
  var references: References {
    var references = trigger.references.union(expect.references)
    switch limit {
    case .within(let length): references.formUnion(length.references)
    case .ahead(let length, let orWithin):
      references.formUnion(length.references)
      if let orWithin { references.formUnion(orWithin.references) }
    }
    if let during { references.formUnion(during.references) }
    if let unless { references.formUnion(unless.references) }
    if let when { references.formUnion(when.references) }
    if let extended { references.formUnion(extended.references) }
    return references
  }
}

extension Extension {
  var references: References {
    var references = pattern.references
    switch end {
    case .by(let length): references.formUnion(length.references)
    case .to(let attribute):
      for event in references.events { references.attributes.insert(.init(event: event, attribute: attribute)) }
    }
    return references
  }
}

extension Cadence {
  var references: References {
    var references = every.references.union(during.references).union(expect.references)
    if let first { references.formUnion(first.references) }
    if let unless { references.formUnion(unless.references) }
    if let when { references.formUnion(when.references) }
    return references
  }
}

extension Check {
  var references: References {
    var references = at.references.union(require.references)
    if let when { references.formUnion(when.references) }
    if let during { references.formUnion(during.references) }
    return references
  }
}

extension Invariant {
  var references: References {
    var references = during.references.union(require.references)
    if let longerThan { references.formUnion(longerThan.references) }
    return references
  }
}
