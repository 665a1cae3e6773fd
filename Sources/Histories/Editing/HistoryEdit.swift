public import CivilTime
public import Conditions

/// One change to one entry of a history, or one entry more; events are named by their number before the change.
public enum HistoryEdit: Sendable, Hashable {
  /// The event happened then; everything else stays when it was, also what the history counts from the event.
  case move(event: Int, to: EditedTime)
  /// One event more, before the entry of that number or, at the count of all, after the last.
  case add(AddedEvent, before: Int)
  /// Something else is stated of the event for these children, one bit each.
  case restate(event: Int, children: UInt64, attributes: [AttributeIndex: Value])
  /// A step that is recorded as not done was done then, and this is stated of it.
  case confirm(event: Int, on: EditedTime, attributes: [AttributeIndex: Value])
}

/// When an event of an edited history was.
public enum EditedTime: Sendable, Hashable {
  case day(Day)
  /// So many whole days after the entry of that number, on whichever day that was; below zero before it.
  case after(event: Int, days: Int)
}

/// An event that a history does not have and an edited one has.
public struct AddedEvent: Sendable, Hashable {
  public let event: EventIndex
  /// Bit `i` is child `i`.
  public let children: UInt64
  /// What is stated of it, for all its children; every other attribute is left out.
  public let attributes: [AttributeIndex: Value]
  public let time: EditedTime

  public init(event: EventIndex, children: UInt64, attributes: [AttributeIndex: Value], time: EditedTime) {
    self.event = event
    self.children = children
    self.attributes = attributes
    self.time = time
  }
}
