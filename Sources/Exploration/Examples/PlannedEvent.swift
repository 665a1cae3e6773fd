public import Conditions

/// An event of an example, with what is recorded of it.
public struct PlannedEvent: Sendable, Hashable {
  public let event: EventIndex
  /// What is stated of it; every other attribute is left out of the record.
  public var attributes: [AttributeIndex: Value]
  /// Whole days after the event before it, or after the example's first day; from there on to the next working day.
  public var gap: Int
  /// Whether it is recorded of the child's sibling and not of the child.
  public var isOfSibling: Bool

  public init(
    _ event: EventIndex, _ attributes: [AttributeIndex: Value] = [:], gap: Int = 1, isOfSibling: Bool = false
  ) {
    self.event = event
    self.attributes = attributes
    self.gap = gap
    self.isOfSibling = isOfSibling
  }

  var ofSibling: PlannedEvent { PlannedEvent(event, attributes, gap: gap, isOfSibling: true) }
}
