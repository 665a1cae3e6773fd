import Conditions

/// What a condition comes to for each of the words that `each` stands for, where the record says enough of the word.
///
/// A word in neither set is unknown.
struct MemberTruths: BitwiseCopyable {
  /// Bit `i` is word `i`.
  var yes: UInt128
  var no: UInt128

  /// Of no word is it known.
  static let unknown = MemberTruths(yes: 0, no: 0)

  /// The same for every word.
  init(_ truth: Truth, of words: UInt128) {
    yes = truth == .yes ? words : 0
    no = truth == .no ? words : 0
  }

  /// Yes for those of the words that are among others, no for the rest.
  init(oneOf words: UInt128, _ others: UInt128) {
    yes = words & others
    no = words & ~others
  }

  init(yes: UInt128, no: UInt128) {
    self.yes = yes
    self.no = no
  }

  var negated: MemberTruths { MemberTruths(yes: no, no: yes) }

  func and(_ other: MemberTruths) -> MemberTruths { MemberTruths(yes: yes & other.yes, no: no | other.no) }

  func or(_ other: MemberTruths) -> MemberTruths { MemberTruths(yes: yes | other.yes, no: no & other.no) }
}
