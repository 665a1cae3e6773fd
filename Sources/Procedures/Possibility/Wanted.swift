/// Which answers to a question are wanted; a condition that is null is neither true nor false.
enum Wanted: Hashable {
  case yes
  case no
  case notYes
  case notNo

  /// What is wanted of a condition where this is wanted of its `not(…)`.
  var negated: Wanted {
    switch self {
    case .yes: .no
    case .no: .yes
    case .notYes: .notNo
    case .notNo: .notYes
    }
  }

  /// Whether the answer no is among those wanted.
  var isMet: (no: Bool, null: Bool, yes: Bool) {
    switch self {
    case .yes: (false, false, true)
    case .no: (true, false, false)
    case .notYes: (true, true, false)
    case .notNo: (false, true, true)
    }
  }
}

extension Wanted {
  func accepts(_ answer: Cell.Answer) -> Bool {
    switch answer {
    case .yes: isMet.yes
    case .no: isMet.no
    case .null: isMet.null
    case .open: true
    }
  }
}
