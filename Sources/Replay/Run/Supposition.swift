/// Of what an uncertain time leaves open, one answer to each question that a condition asked.
struct Supposition: BitwiseCopyable {
  /// The children whose birth is supposed to have come or not, and of whom it has; bit by bit.
  private var supposed: UInt64 = 0
  private var born: UInt64 = 0
  /// Whether every clock that may be overdue is, and falls due as early as it may; `nil` where nothing is supposed.
  private(set) var isLate: Bool?
  /// What was asked that is uncertain, and not supposed.
  private var askedBirths: UInt64 = 0
  private var askedClocks = false

  /// Whether something uncertain was asked.
  var isNeeded: Bool { askedBirths != 0 || askedClocks }

  mutating func askBirth(_ child: UInt64) { askedBirths |= child }

  mutating func askClock() { askedClocks = true }

  /// Whether a child is supposed to be born; `nil` where nothing is supposed.
  func isBorn(_ child: UInt64) -> Bool? { supposed & child == 0 ? nil : born & child != 0 }

  /// Every combination of answers to what was asked, besides those supposed already.
  var all: [Supposition] {
    var found: [Supposition] = []
    var born: UInt64 = 0
    repeat {
      for isLate in askedClocks ? [true, false] : [isLate] {
        var one = Supposition()
        (one.supposed, one.born, one.isLate) = (supposed | askedBirths, self.born | born, isLate)
        found.append(one)
      }
      // The next set of children.
      born = (born &- askedBirths) & askedBirths
    } while born != 0
    return found
  }
}
