/// The names that an expression, pattern or trigger uses, so that a checker can find those that nothing uses.
public struct References: Hashable, Sendable {
  /// One attribute of one event.
  public struct EventAttribute: Hashable, Sendable {
    public let event: EventIndex
    public let attribute: AttributeIndex

    public init(event: EventIndex, attribute: AttributeIndex) {
      self.event = event
      self.attribute = attribute
    }
  }

  /// One word of a closed list.
  public struct ChoiceWord: Hashable, Sendable {
    public let list: ChoiceType
    public let member: Int

    public init(list: ChoiceType, member: Int) {
      self.list = list
      self.member = member
    }
  }

  /// The events named; an attribute of `this` or `trigger` does not name its event.
  public var events: Set<EventIndex> = []
  public var attributes: Set<EventAttribute> = []
  public var states: Set<StateReference> = []
  public var rules: Set<RuleIndex> = []
  public var parameters: Set<ParameterIndex> = []
  /// The words written out, roles among them.
  public var choices: Set<ChoiceWord> = []

  public init() {}

  public mutating func formUnion(_ other: References) {
    events.formUnion(other.events)
    attributes.formUnion(other.attributes)
    states.formUnion(other.states)
    rules.formUnion(other.rules)
    parameters.formUnion(other.parameters)
    choices.formUnion(other.choices)
  }

  public func union(_ other: References) -> References {
    var both = self
    both.formUnion(other)
    return both
  }
}
