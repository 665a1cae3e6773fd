import Conditions
import Testing

@testable import Reporting

@Suite struct `Conditions in words` {
  private static let (p, q, r, s) = (Expression.this(0), Expression.this(1), Expression.this(2), Expression.this(3))
  private static let choice = Expression.anyOf(p, [.constant(.truth(true)), .constant(.truth(false))])

  /// Each demand as a letter, with a stroke where it is denied; a choice as `p1 or p2`.
  private static func words(_ expression: Expression) -> String? {
    switch expression {
    case .this(let attribute): ["p", "q", "r", "s"][attribute]
    case .not(let inner): words(inner).map { "\($0)'" }
    case .anyOf: "p1 or p2"
    default: nil
    }
  }

  private static func told(_ expression: Expression) -> String? {
    ConditionShape(expression).inWords(words) { if case .anyOf = $0 { true } else { false } }
  }

  @Test(
    arguments: [
      (.and(p, q), "p and q"),
      (.and(.and(p, q), r), "p, q and r"),
      (.or(p, .or(q, r)), "p, q or r"),
      (.and(r, .or(p, q)), "r, and either p or q"),
      (.and(.or(p, q), r), "either p or q, and r"),
      (.or(.and(p, q), r), "p and q, or r"),
      (.not(.and(p, q)), "p' or q'"),
      (.not(.or(p, q)), "p' and q'"),
      (.not(.not(p)), "p"),
      // (p or q) and not r.
      (.not(.or(.not(.or(p, q)), r)), "either p or q, and r'"),
      (.and(r, .not(.not(.or(p, q)))), "r, and either p or q"),
      (.and(choice, r), "p1 or p2, and r"),
      (.and(.call(.known, [p]), p), "p"),
    ] as [(Expression, String)])
  func `What belongs together is told together`(expression: Expression, expected: String) {
    #expect(Self.told(expression) == expected)
  }

  @Test(
    arguments: [
      .or(.and(.or(p, q), r), s),
      .and(.and(p, .or(q, .and(r, s))), s),
      .or(.and(choice, r), s),
      .and(p, .compare(.equal, q, r)),
    ] as [Expression])
  func `What nobody could part, and what has no words, is not put into words`(expression: Expression) {
    #expect(Self.told(expression) == nil)
  }

  /// The words are read back, with "either" binding least, and hold just where the condition does.
  @Test func `Words hold where the condition holds`() throws {
    let leaves = [Self.p, Self.q, Self.r]
    func grown(_ below: [Expression]) -> [Expression] {
      below + below.map { .not($0) } + below.flatMap { a in leaves.flatMap { [.and(a, $0), .or(a, $0)] } }
    }
    let conditions = grown(grown(grown(leaves)))
    #expect(conditions.count > 1000)
    for condition in conditions {
      guard let told = Self.told(condition) else { continue }
      for bits in 0..<8 {
        #expect(Self.holds(told, bits) == Self.holds(condition, bits), "\(told), \(condition)")
      }
    }
  }

  private static func holds(_ expression: Expression, _ bits: Int) -> Bool {
    switch expression {
    case .this(let attribute): bits & (1 << attribute) != 0
    case .not(let inner): !holds(inner, bits)
    case .and(let a, let b): holds(a, bits) && holds(b, bits)
    case .or(let a, let b): holds(a, bits) || holds(b, bits)
    default: false
    }
  }

  /// Reads words: ", and" and ", or" part what is widest; within a part, "and" or "or" joins demands.
  private static func holds(_ told: String, _ bits: Int) -> Bool {
    if told.contains(", and ") && (told.contains("either ") || told.contains(" or ")) {
      return told.split(separator: ", and ").map(String.init).allSatisfy { part in
        line(part.hasPrefix("either ") ? String(part.dropFirst(7)) : part, bits)
      }
    }
    if told.contains(", or ") { return told.split(separator: ", or ").map(String.init).contains { line($0, bits) } }
    return line(told, bits)
  }

  private static func line(_ told: String, _ bits: Int) -> Bool {
    let demands = told.replacing(" and ", with: ", ").replacing(" or ", with: ", ").split(separator: ", ")
    let truths = demands.map { demand in
      let place = ["p", "q", "r"].firstIndex(of: String(demand.prefix(1))) ?? 0
      return (bits & (1 << place) != 0) != demand.hasSuffix("'")
    }
    return told.contains(" or ") ? truths.contains(true) : !truths.contains(false)
  }
}
