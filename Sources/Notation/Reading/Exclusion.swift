import Conditions

/// Proves that two conditions cannot both be true at once.
///
/// The proof is careful: conditions that it does not see through count as possibly true together.
enum Exclusion {
  /// Conditions with more parts than this are not looked into.
  private static let mostSteps = 10_000

  static func areExclusive(_ a: Expression, _ b: Expression) -> Bool {
    var steps = 0
    return haveContraryParts(a, b, &steps) || areExclusive(a, b, &steps)
  }

  /// Whether a part that must hold with the one condition is the contrary of a part that must hold with the other.
  ///
  /// So a guard is told from one that begins with its own `not(…)`, however many parts either has.
  private static func haveContraryParts(_ a: Expression, _ b: Expression, _ steps: inout Int) -> Bool {
    let (first, second) = (jointParts(of: a), jointParts(of: b))
    steps += first.count * second.count
    guard steps <= mostSteps else { return false }
    return first.contains { part in second.contains { areContrary(part, $0) } }
  }

  /// The condition and, where it is that several things hold, each of those and what they are made of.
  private static func jointParts(of expression: Expression) -> [Expression] {
    let expression = pushed(expression)
    guard case .and(let x, let y) = expression else { return [expression] }
    return [expression] + jointParts(of: x) + jointParts(of: y)
  }

  private static func areExclusive(_ a: Expression, _ b: Expression, _ steps: inout Int) -> Bool {
    steps += 1
    if steps > mostSteps { return false }
    switch (pushed(a), pushed(b)) {
    // Whichever of the two alternatives holds, it excludes the other condition.
    case (.or(let x, let y), let other), (let other, .or(let x, let y)):
      if areContrary(a, b) { return true }
      return areExclusive(x, other, &steps) && areExclusive(y, other, &steps)
    // One of the two parts that both hold excludes the other condition.
    case (.and(let x, let y), let other), (let other, .and(let x, let y)):
      if areContrary(a, b) { return true }
      return areExclusive(x, other, &steps) || areExclusive(y, other, &steps)
    case (let x, let y): return areContrary(x, y)
    }
  }

  /// The condition with every `not` moved inwards, one level at a time.
  private static func pushed(_ expression: Expression) -> Expression {
    guard case .not(let inner) = expression else { return expression }
    switch inner {
    case .not(let doubly): return pushed(doubly)
    case .and(let x, let y): return .or(.not(x), .not(y))
    case .or(let x, let y): return .and(.not(x), .not(y))
    case .compare(let comparison, let x, let y): return .compare(comparison.opposite, x, y)
    default: return expression
    }
  }

  private static func areContrary(_ a: Expression, _ b: Expression) -> Bool {
    if a == .constant(.truth(false)) || b == .constant(.truth(false)) { return true }
    if pushed(.not(a)) == pushed(b) || pushed(.not(b)) == pushed(a) { return true }
    guard let first = Restriction(pushed(a)), let second = Restriction(pushed(b)), first.subject == second.subject else {
      return false
    }
    return first.allowed.excludes(second.allowed)
  }
}

extension Comparison {
  fileprivate var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
