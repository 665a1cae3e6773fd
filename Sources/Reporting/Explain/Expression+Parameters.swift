import Conditions

extension Expression {
  /// The parameters that the expression reads.
  var parameters: Set<ParameterIndex> {
    if case .parameter(let index) = self { return [index] }
    return parts.reduce(into: []) { $0.formUnion($1.parameters) }
  }

  /// Whether it reads the member of the rule's `each`.
  var readsEach: Bool { self == .each || parts.contains { $0.readsEach } }

  /// The attributes that it reads of whatever event, each once, in the order in which they are written.
  var attributesRead: [AttributeIndex] {
    let own: [AttributeIndex] =
      switch self {
      case .this(let attribute), .trigger(let attribute), .itemAttribute(let attribute, _), .attribute(let attribute, _):
        [attribute]
      default: []
      }
    return (own + parts.flatMap(\.attributesRead)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The attributes of the event at hand that it reads, each once, in the order in which they are written.
  var ownAttributes: [AttributeIndex] {
    if case .this(let attribute) = self { return [attribute] }
    return parts.flatMap(\.ownAttributes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
