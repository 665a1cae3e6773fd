public import Conditions
public import Diagnostics

/// The typed words of a procedure: who acts, and what can happen.
public struct Vocabulary: Sendable {
  public struct Role: Sendable {
    public let name: String
    public let title: String
    public let place: Place

    public init(name: String, title: String, place: Place) {
      self.name = name
      self.title = title
      self.place = place
    }
  }

  public struct Event: Sendable {
    public let name: String
    public let title: String
    public let attributes: [ConditionScope.Attribute]
    /// Whether it is only kept for the chronology: no rule and no transition reads it.
    public let isContext: Bool
    public let place: Place

    public init(
      name: String, title: String, attributes: [ConditionScope.Attribute], place: Place, isContext: Bool = false
    ) {
      self.name = name
      self.title = title
      self.attributes = attributes
      self.isContext = isContext
      self.place = place
    }

    public func attribute(named name: String) -> ConditionScope.Attribute? { attributes.first { $0.name == name } }
  }

  public let roles: [Role]
  public let events: [Event]
  /// Every attribute name once, sorted: an `AttributeIndex` is an index into it.
  public let attributeNames: [String]
  /// The closed list of role names.
  public let roleChoice: ChoiceType
  private let eventIndices: [String: EventIndex]

  public init(roles: [Role], events: [Event], attributeNames: [String]) {
    self.roles = roles
    self.events = events
    self.attributeNames = attributeNames
    self.roleChoice = ChoiceType(name: "role", members: roles.map(\.name))
    self.eventIndices = Dictionary(
      events.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func event(named name: String) -> EventIndex? { eventIndices[name] }
}
