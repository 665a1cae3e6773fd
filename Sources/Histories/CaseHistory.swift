public import Conditions
public import Diagnostics

/// What is recorded of one case: its children, what happened to them and when, and where the record is complete.
public struct CaseHistory: Sendable {
  public let name: String
  public let title: String
  public let source: HistorySource?
  /// The name of the procedure and profile the history asks to be judged by.
  public let procedure: String?
  public let profile: String?
  public let children: [ChildRecord]
  /// In file order, which means "not later than" unless an event is free.
  public let events: [HistoryEvent]
  /// The attributes of all events, each event's in one run.
  public let attributes: [AttributeEntry]
  public let completeness: [Completeness]
  /// The last observed day.
  public let observedUntil: TimePoint
  public let times: CaseTimes

  public init(
    name: String, title: String, procedure: String?, profile: String?, children: [ChildRecord], events: [HistoryEvent],
    attributes: [AttributeEntry], completeness: [Completeness], observedUntil: TimePoint, times: CaseTimes,
    source: HistorySource? = nil
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.procedure = procedure
    self.profile = profile
    self.children = children
    self.events = events
    self.attributes = attributes
    self.completeness = completeness
    self.observedUntil = observedUntil
    self.times = times
  }
}

/// A moment that the history speaks of, by number: an index into its `CaseTimes`.
public typealias TimePoint = Int

/// One child of a case, under the history's own name for the child.
public struct ChildRecord: Sendable {
  public let name: String
  /// When judging begins; `nil` means with the child's first event.
  public let known: TimePoint?
  /// `nil` where the history states no birth: the child counts as born.
  public let born: TimePoint?
  /// When judging ends; `nil` means with the observation.
  public let until: TimePoint?
  /// States the child was already in when the record opens.
  public let startsIn: [StateReference]

  public init(name: String, known: TimePoint?, born: TimePoint?, until: TimePoint?, startsIn: [StateReference]) {
    self.name = name
    self.known = known
    self.born = born
    self.until = until
    self.startsIn = startsIn
  }
}

/// One entry of the record: something that happened, or that is recorded as not done.
public struct HistoryEvent: Sendable {
  /// The history's own name for it, such as `e36`.
  public let identifier: String
  public let event: EventIndex
  /// False for `done: no`: the step was not done over the time from `time` to `end`.
  public let wasDone: Bool
  /// Bit `i` is child `i`; zero is nobody's event (`for: world`).
  public let children: UInt64
  /// When it happened, or from when it was not done.
  public let time: TimePoint
  /// Until when it was not done; equals `time` for what happened.
  public let end: TimePoint
  /// Minutes after midnight, where the history gives a time of day; -1 otherwise.
  public let minute: Int16
  /// The run of entries in `CaseHistory.attributes`.
  public let firstAttribute: Int32
  public let attributeCount: Int32
  /// Whether its place in the file says nothing about its time.
  public let isFree: Bool
  /// Where the history took it from: a paragraph of a review.
  public let cite: String?
  public let place: Place?

  public init(
    identifier: String, event: EventIndex, wasDone: Bool, children: UInt64, time: TimePoint, end: TimePoint,
    minute: Int16, firstAttribute: Int32, attributeCount: Int32, isFree: Bool, cite: String?, place: Place?
  ) {
    self.identifier = identifier
    self.event = event
    self.wasDone = wasDone
    self.children = children
    self.time = time
    self.end = end
    self.minute = minute
    self.firstAttribute = firstAttribute
    self.attributeCount = attributeCount
    self.isFree = isFree
    self.cite = cite
    self.place = place
  }
}

/// One attribute of one event, for all its children or for some.
public struct AttributeEntry: Sendable {
  public let attribute: AttributeIndex
  /// Bit `i` is child `i`.
  public let children: UInt64
  public let value: Value

  public init(attribute: AttributeIndex, children: UInt64, value: Value) {
    self.attribute = attribute
    self.children = children
    self.value = value
  }
}

/// A stretch over which the record holds every occurrence of an event.
public struct Completeness: Sendable {
  public let event: EventIndex
  /// Bit `i` is child `i`.
  public let children: UInt64
  /// `nil` is from the beginning, or to the end, of the record.
  public let from: TimePoint?
  public let until: TimePoint?

  public init(event: EventIndex, children: UInt64, from: TimePoint?, until: TimePoint?) {
    self.event = event
    self.children = children
    self.from = from
    self.until = until
  }
}
