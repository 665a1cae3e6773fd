import CivilTime
import Conditions

/// A known value by its kind and its place among the values of that kind.
struct Constant: Hashable, Comparable {
  /// Values of one kind are told apart and put in order; nothing is said of two kinds together.
  enum Kind: Hashable {
    case truth, number, text, date, choice, set, hours, months, workingDays

    /// Whether nothing lies between one value and the next.
    var isWhole: Bool {
      switch self {
      case .truth, .date, .choice: true
      case .number, .text, .set, .hours, .months, .workingDays: false
      }
    }

    /// Whether its places are texts.
    var isOfTexts: Bool { self == .text || self == .set }
  }

  let kind: Kind
  /// The place on a line of numbers; zero for texts.
  let place: Decimal128
  /// The code points of a text, or those of the digits of a set; empty for all else.
  let letters: [UInt32]

  init(_ kind: Kind, at place: Decimal128) {
    self.kind = kind
    self.place = place
    letters = []
  }

  private init(_ kind: Kind, letters text: String) {
    self.kind = kind
    place = .zero
    letters = text.unicodeScalars.map(\.value)
  }

  /// `nil` for a value that is not wholly known, or can be written in ways that are not told apart.
  init?(_ value: Value) {
    switch value {
    case .truth(let truth): self.init(.truth, at: Decimal128(truth ? 1 : 0))
    case .number(let range):
      guard let number = range.exact else { return nil }
      self.init(.number, at: number)
    case .text(let text): self.init(.text, letters: text)
    case .date(let date):
      guard date.isExact, date.timePoint == nil else { return nil }
      self.init(.date, at: Decimal128(Int(date.earliest.number)))
    case .duration(let range):
      guard let period = range.exact else { return nil }
      self.init(period)
    case .choice(let word): self.init(.choice, at: Decimal128(word))
    case .set(let set):
      guard set.outside == ~set.inside else { return nil }
      self.init(.set, letters: String(set.inside))
    case .unknown, .null, .list, .occurrences, .occurrence, .child, .children, .exact: return nil
    }
  }

  private init?(_ period: Period) {
    let (kind, factor): (Kind, Int) =
      switch period.unit {
      case .hour: (.hours, 1)
      case .day: (.hours, 24)
      case .week: (.hours, 168)
      case .month: (.months, 1)
      case .year: (.months, 12)
      case .workingDay: (.workingDays, 1)
      }
    guard let place = Decimal128(period.count) * Decimal128(factor) else { return nil }
    self.init(kind, at: place)
  }

  /// The order within one kind.
  static func < (a: Constant, b: Constant) -> Bool {
    a.place == b.place ? a.letters.lexicographicallyPrecedes(b.letters) : a.place < b.place
  }
}

extension Constant {
  /// The value that stands at the place; `nil` for one that no record states so.
  var value: Value? {
    switch kind {
    case .truth: .truth(place == .one)
    case .number: .number(NumberRange(place))
    case .text: String(codePoints: letters).map { .text($0) }
    case .date: place.whole.flatMap { Int32(exactly: $0) }.map { .date(DateValue(Day(number: $0))) }
    case .choice: place.whole.map { .choice($0) }
    case .set: String(codePoints: letters).flatMap { UInt128($0) }.map { .set(PartialSet(whole: $0)) }
    case .hours: place.whole.map { .duration(DurationRange(Period($0, .hour))) }
    case .months: place.whole.map { .duration(DurationRange(Period($0, .month))) }
    case .workingDays: place.whole.map { .duration(DurationRange(Period($0, .workingDay))) }
    }
  }
}

extension String {
  fileprivate init?(codePoints: [UInt32]) {
    let scalars = codePoints.compactMap(Unicode.Scalar.init)
    guard scalars.count == codePoints.count else { return nil }
    self = String(String.UnicodeScalarView(scalars))
  }
}
