/// The results a truth can still have: true, false and FEEL's null, any of them together while it is undecided.
///
/// Every operation gives all results that some choice of its operands' results gives, so knowing more can only take
/// results away and never turns a decided one into another.
struct Outcomes: Equatable {
  private let bits: UInt8

  private init(bits: UInt8) { self.bits = bits }

  static let yes = Outcomes(bits: 1)
  static let no = Outcomes(bits: 2)
  static let null = Outcomes(bits: 4)
  static let yesOrNo = Outcomes(bits: 3)
  static let any = Outcomes(bits: 7)

  init(_ truth: Bool) { self = truth ? .yes : .no }

  init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .yesOrNo
    }
  }

  /// What a value that stands where a truth is wanted can turn out to be.
  init(_ value: Value) {
    switch value {
    case .truth(let truth): self.init(truth)
    case .unknown: self = .any
    default: self = .null
    }
  }

  func contains(_ other: Outcomes) -> Bool { bits & other.bits != 0 }

  var isDecided: Bool { bits & (bits - 1) == 0 }

  func union(_ other: Outcomes) -> Outcomes { Outcomes(bits: bits | other.bits) }

  /// FEEL's `and`: false wins over null, null over true.
  func and(_ other: Outcomes) -> Outcomes {
    let isFalse = (bits | other.bits) & 2
    let isTrue = bits & other.bits & 1
    let isNull = (contains(.null) && other.bits & 5 != 0) || (other.contains(.null) && bits & 5 != 0)
    return Outcomes(bits: isFalse | isTrue | (isNull ? 4 : 0))
  }

  /// FEEL's `or`: true wins over null, null over false.
  func or(_ other: Outcomes) -> Outcomes { negated.and(other.negated).negated }

  var negated: Outcomes { Outcomes(bits: bits & 4 | (bits & 1) << 1 | (bits & 2) >> 1) }

  /// Yes, no or unknown, where null counts as no.
  var truth: Truth {
    if self == .yes { return .yes }
    return contains(.yes) ? .unknown : .no
  }

  var value: Value {
    switch self {
    case .yes: .truth(true)
    case .no: .truth(false)
    case .null: .null
    default: .unknown
    }
  }
}
