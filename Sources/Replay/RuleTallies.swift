public import Conditions

/// How often each rule of a procedure came to each verdict, over many cases.
public struct RuleTallies: Sendable, Hashable {
  private static let verdicts = Verdict.allCases.count
  private var counts: [Int]

  /// - Parameter ruleCount: how many rules the procedure has.
  public init(ruleCount: Int) { counts = Array(repeating: 0, count: ruleCount * Self.verdicts) }

  public var ruleCount: Int { counts.count / Self.verdicts }

  public subscript(rule: RuleIndex, verdict: Verdict) -> Int { counts[rule * Self.verdicts + Int(verdict.rawValue)] }

  /// The tallies of another worker, for the same procedure.
  public mutating func add(_ other: RuleTallies) {
    precondition(other.counts.count == counts.count, "tallies of different procedures cannot be added")
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  mutating func count(_ lines: borrowing Column<Judged>) {
    for place in lines.indices { counts[lines[place].rule * Self.verdicts + Int(lines[place].verdict.rawValue)] += 1 }
  }
}
