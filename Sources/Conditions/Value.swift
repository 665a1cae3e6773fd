public import CivilTime

/// What an expression evaluates to; any part of it may be not known.
public enum Value: Sendable, Hashable {
  /// Not known: not FEEL's `null`. The reasons are noted in the context when the value is read.
  case unknown
  /// FEEL's `null`: known to be nothing.
  case null
  case truth(Bool)
  case number(NumberRange)
  case text(String)
  case date(DateValue)
  case duration(DurationRange)
  /// An index into the members of its `ChoiceType`.
  case choice(Int)
  case set(PartialSet)
  case list([Value])
  case occurrences(OccurrenceList)
  /// One occurrence, by its number in the history.
  case occurrence(Int)
  /// One child, by its number in the history.
  case child(Int)
  case children([Int])
  /// A time, a date and time, a range or a context: nothing that a record holds in part.
  case exact(ExactValue)
}

/// A number that may be known only to lie between two ends, both included; `nil` where an end is open.
public struct NumberRange: Hashable, Sendable {
  public let least: Decimal128?
  public let most: Decimal128?

  public init(least: Decimal128?, most: Decimal128?) {
    self.least = least
    self.most = most
  }

  public init(_ exact: Decimal128) {
    self.least = exact
    self.most = exact
  }

  public var exact: Decimal128? { least == most ? least : nil }
}

/// A day that may be known only to lie within a span.
public struct DateValue: Hashable, Sendable {
  public let earliest: Day
  public let latest: Day
  /// The time point of the history that this day is, so that two days that depend on one another compare truly;
  /// `nil` for a day that depends on nothing.
  public let timePoint: Int?
  /// Whole days added to the time point.
  public let offset: Int

  public init(earliest: Day, latest: Day, timePoint: Int? = nil, offset: Int = 0) {
    self.earliest = earliest
    self.latest = latest
    self.timePoint = timePoint
    self.offset = offset
  }

  public init(_ day: Day) { self.init(earliest: day, latest: day) }

  public var isExact: Bool { earliest == latest }
}

/// A length of time that may be known only to lie between two periods, both included.
///
/// **Unknown**: `most == nil` means no upper end, as in "more than 1 week". Ends that are excluded in the words of a
/// history are stored as the next whole day.
public struct DurationRange: Hashable, Sendable {
  public let least: Period
  public let most: Period?

  public init(least: Period, most: Period?) {
    self.least = least
    self.most = most
  }

  public init(_ exact: Period) {
    self.least = exact
    self.most = exact
  }

  public var exact: Period? { least == most ? least : nil }
}

/// A set of words of which some members may be unknown: bit `i` is member `i` of its `ChoiceType`.
@frozen public struct PartialSet: Hashable, Sendable {
  /// The members known to be in the set.
  public let inside: UInt128
  /// The words known not to be in it; all others are unknown.
  public let outside: UInt128

  @inlinable public init(inside: UInt128, outside: UInt128) {
    self.inside = inside
    self.outside = outside
  }

  /// A set stated whole: what is not listed is not in it.
  @inlinable public init(whole inside: UInt128) {
    self.inside = inside
    self.outside = ~inside
  }

  @inlinable @inline(__always) public func contains(_ member: Int) -> Truth {
    let bit: UInt128 = 1 << UInt128(member)
    if inside & bit != 0 { return .yes }
    return outside & bit != 0 ? .no : .unknown
  }

  /// Whether every word of a closed list with this many members is known to be in or out.
  public func isWhole(of count: Int) -> Bool {
    let all: UInt128 = count >= 128 ? ~0 : (1 << UInt128(count)) - 1
    return (inside | outside) & all == all
  }
}

/// The occurrences of an event so far, oldest first.
public struct OccurrenceList: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// The number of the event in the history.
    public let occurrence: Int
    /// Whether it belongs to the list: unknown where a filter could not be decided.
    public let belongs: Truth

    public init(occurrence: Int, belongs: Truth) {
      self.occurrence = occurrence
      self.belongs = belongs
    }
  }

  public let items: [Item]
  /// Whether the record is complete, so that nothing else can belong to the list.
  public let isComplete: Bool

  public init(items: [Item], isComplete: Bool) {
    self.items = items
    self.isComplete = isComplete
  }
}
