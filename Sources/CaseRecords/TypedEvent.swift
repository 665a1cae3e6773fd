/// An event of a vocabulary with the attributes that are stated of it.
public protocol TypedEvent: Sendable {
  /// The names of all events.
  associatedtype Name: ProcedureWord

  var name: Name { get }

  /// Every attribute the event can have, in the order of the file, with what is stated of it.
  var attributes: [StatedAttribute] { get }
}

/// An attribute by its name in the files, and what is stated of it; `nil` is not stated, which is unknown.
public struct StatedAttribute: Sendable {
  public let name: String
  public let value: (any AttributeValue)?

  public init(_ name: String, _ value: (any AttributeValue)?) {
    self.name = name
    self.value = value
  }
}
