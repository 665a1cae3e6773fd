import Conditions

/// A demand on subjects, with every `not` moved inwards.
indirect enum Proposition {
  case always
  case never
  case says(Statement)
  case all([Proposition], of: Origin?)
  case any([Proposition], of: Origin?)

  /// One claim about one subject.
  struct Statement: Hashable {
    /// The number of the subject.
    let subject: Int
    let claim: Claim
    let wanted: Wanted
  }

  /// The condition that a demand was made of, by number, so that it is told from its own contrary.
  struct Origin: Hashable {
    let condition: Int
    let wanted: Wanted
  }

  init(_ isAlways: Bool) { self = isAlways ? .always : .never }
}
