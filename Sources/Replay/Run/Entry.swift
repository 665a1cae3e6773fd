import CivilTime
import Conditions
import Histories

/// One entry of the record as numbers.
struct Entry: BitwiseCopyable {
  let children: UInt64
  let event: EventIndex
  let time: TimePoint
  let end: TimePoint
  let firstAttribute: Int32
  let attributeCount: Int32
  let minute: Int16
  let wasDone: Bool
  let isFree: Bool

  init(_ event: borrowing HistoryEvent) {
    children = event.children
    self.event = event.event
    time = event.time
    end = event.end
    firstAttribute = event.firstAttribute
    attributeCount = event.attributeCount
    minute = event.minute
    wasDone = event.wasDone
    isFree = event.isFree
  }
}

/// One attribute of an entry, for all its children or for some.
struct AttributeCell: BitwiseCopyable {
  let attribute: Int32
  /// Bit `i` is child `i`.
  let children: UInt64
  let value: PlainValue

  init(_ entry: borrowing AttributeEntry) {
    attribute = Int32(entry.attribute)
    children = entry.children
    value = PlainValue(entry.value)
  }
}

/// A value as far as it is a plain one.
enum PlainValue: BitwiseCopyable {
  case unknown
  case truth(Bool)
  case choice(Int32)
  case set(PartialSet)
  /// Any other, which the history holds.
  case other

  init(_ value: Value) {
    switch value {
    case .unknown: self = .unknown
    case .truth(let truth): self = .truth(truth)
    case .choice(let word): self = .choice(Int32(word))
    case .set(let set): self = .set(set)
    default: self = .other
    }
  }
}

/// The time, event and minute of what is being followed.
struct Occasion: BitwiseCopyable {
  let time: TimeReference
  /// -1 for none.
  let event: Int
  let minute: Int
  /// When the event was, where `time` is a date that it carries.
  var carried: TimeReference?

  static let none = Occasion(time: .point(0), event: -1, minute: -1)
}
