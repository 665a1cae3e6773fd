public import Conditions

/// How often each rule of a procedure came to each verdict, over many cases.
public struct RuleTallies: Sendable, Hashable {
  private static let verdicts = Verdict.allCases.count
  /// Where the counts of a rule's verdict stand.
  @inline(__always) static func place(of rule: RuleIndex, _ verdict: Verdict) -> Int {
    rule * verdicts + Int(verdict.rawValue)
  }

  private var counts: [Int]

  /// - Parameter ruleCount: how many rules the procedure has.
  public init(ruleCount: Int) { counts = Array(repeating: 0, count: ruleCount * Self.verdicts) }

  public var ruleCount: Int { counts.count / Self.verdicts }

  public subscript(rule: RuleIndex, verdict: Verdict) -> Int { counts[Self.place(of: rule, verdict)] }

  /// The tallies of another worker, for the same procedure.
  public mutating func add(_ other: RuleTallies) {
    precondition(other.counts.count == counts.count, "tallies of different procedures cannot be added")
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  mutating func count(_ book: borrowing JudgementBook) {
    for line in book.lines.indices { counts[Self.place(of: book.lines[line].rule, book.lines[line].verdict)] += 1 }
    for place in book.passed.indices { counts[Int(book.passed[place])] += 1 }
  }
}
