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

/// One attribute of an entry, for all its children or for some, with its value as far as that is a plain one.
struct AttributeCell: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case unknown
    case truth
    case choice
    case set
    /// Any other, which the history holds.
    case other
  }

  /// Bit `i` is child `i`.
  let children: UInt64
  let attribute: Int32
  /// The number of the word, or 1 for true.
  let word: Int32
  let kind: Kind
  let set: PartialSet

  init(_ entry: borrowing AttributeEntry) {
    self.init(Int32(entry.attribute), entry.value, children: entry.children)
  }

  init(_ attribute: Int32, _ value: Value, children: UInt64) {
    self.attribute = attribute
    self.children = children
    switch value {
    case .unknown: (kind, word, set) = (.unknown, 0, PartialSet(inside: 0, outside: 0))
    case .truth(let truth): (kind, word, set) = (.truth, truth ? 1 : 0, PartialSet(inside: 0, outside: 0))
    case .choice(let number): (kind, word, set) = (.choice, Int32(number), PartialSet(inside: 0, outside: 0))
    case .set(let stated): (kind, word, set) = (.set, 0, stated)
    default: (kind, word, set) = (.other, 0, PartialSet(inside: 0, outside: 0))
    }
  }

  /// Nothing stated.
  static let unknown = AttributeCell(-1, .unknown, children: 0)
}

/// The one attribute of the event at hand that is known while it is asked what a condition implies.
struct Probe {
  let attribute: AttributeIndex
  let value: Value
  let cell: AttributeCell

  init(_ attribute: AttributeIndex, _ value: Value) {
    self.attribute = attribute
    self.value = value
    cell = AttributeCell(Int32(attribute), value, children: .max)
  }
}

/// An attribute of an event as one child has it.
struct AskedAttribute: BitwiseCopyable, Equatable {
  let attribute: Int32
  let event: Int32
  let child: Int

  static let none = AskedAttribute(attribute: -1, event: -1, child: -1)
}

/// The time, event and minute of what is being followed.
struct Occasion: BitwiseCopyable {
  let time: TimeReference
  /// -1 for none.
  let event: Int
  let minute: Int

  static let none = Occasion(time: .point(0), event: -1, minute: -1)
}
