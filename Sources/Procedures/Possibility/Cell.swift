import Conditions

/// A part of what a subject may be, in which every claim at hand says the same of all.
enum Cell {
  case constant(Constant)
  /// Between two constants, neither included; `nil` is open.
  case between(Constant?, Constant?)
  case null
  /// A value of which nothing is known.
  case other
  /// Which of the states asked about are active, bit by bit.
  case states(UInt128)
  /// The first of two is less or greater than the second, or equal to it.
  case less
  case equal
  case greater
  case bothNull
  case oneNull

  enum Answer {
    case yes
    case no
    case null
    /// Not decided here.
    case open

    init(_ isYes: Bool) { self = isYes ? .yes : .no }
  }

  /// What a claim comes to here.
  /// - Parameter asked: the states asked about, in the order of their bits.
  func answer(to claim: Claim, asked: [StateIndex]) -> Answer {
    switch (claim, self) {
    case (_, .other): .open
    case (.isNull, .null): .yes
    case (.isNull, _): .no
    case (.holds, .constant(let constant)): Answer(constant.place == .one)
    case (.holds, .null): .null
    case (.compares(let comparison, _), .null), (.stands(let comparison), .oneNull):
      comparison.isOfEquality ? Answer(comparison == .notEqual) : .null
    case (.stands(let comparison), .bothNull): comparison.isOfEquality ? Answer(comparison == .equal) : .null
    case (.compares(let comparison, let other), .constant(let constant)):
      constant.kind == other.kind ? Answer(comparison.holds(constant, other)) : .open
    case (.compares(let comparison, let other), .between(_, let high?)) where high <= other: Answer(comparison.holds(0, 1))
    case (.compares(let comparison, let other), .between(let low?, _)) where low >= other: Answer(comparison.holds(1, 0))
    case (.stands(let comparison), .less): Answer(comparison.holds(0, 1))
    case (.stands(let comparison), .equal): Answer(comparison.holds(0, 0))
    case (.stands(let comparison), .greater): Answer(comparison.holds(1, 0))
    case (.isIn(let state), .states(let active)):
      asked.firstIndex(of: state).map { Answer(active & (1 << UInt128($0)) != 0) } ?? .open
    default: .open
    }
  }
}

extension Comparison {
  var isOfEquality: Bool { self == .equal || self == .notEqual }
}
