import Conditions

extension Surroundings {
  /// Every value that a figure has had, each once; null where it has none before its first date.
  func values(of parameter: ParameterIndex) -> [Value] {
    let dated = parameters[parameter].values
    var values: [Value] = []
    for value in dated.map(\.value) where !values.contains(value) { values.append(value) }
    if areSwitchesFree, parameters[parameter].type == .truth { values = [.truth(true), .truth(false)] }
    return dated.first?.from == nil ? values : values + [.null]
  }

  /// The closed list that an expression gives a word of; `nil` where that is not known.
  func words(of expression: Expression, at moment: ConditionMoment) -> ChoiceType? {
    let type: ConditionType? =
      switch expression {
      case .this(let attribute): self.type(of: attribute, in: moment.this)
      case .trigger(let attribute): self.type(of: attribute, in: moment.trigger)
      case .attribute(let attribute, let occurrence): events(of: occurrence).flatMap { self.type(of: attribute, in: $0) }
      case .each: moment.each.map { .choice($0) }
      default: nil
      }
    if case .choice(let list) = type { return list }
    return nil
  }

  /// The events that an occurrence, or a list of occurrences, is of.
  private func events(of expression: Expression) -> [EventIndex]? {
    switch expression {
    case .occurrences(let events, _): events
    case .call(.latest, let arguments), .call(.ever, let arguments), .call(.since, let arguments):
      arguments.first.flatMap(events)
    case .filter(let list, _), .element(let list, _): events(of: list)
    default: nil
    }
  }
}
