/// What a statement of time may count from: dates, or an event of the record.
public protocol Moment: Sendable {
  /// The moment in the words of a history.
  var words: String { get }
}

/// An event that was recorded, so that others can be told by it.
public struct RecordedEvent: Moment, Hashable {
  /// The record's own name for it, such as `e3`.
  public let identifier: String

  public var words: String { identifier }
}
