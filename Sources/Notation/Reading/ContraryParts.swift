import Conditions
import Procedures

/// What the guards of a workflow's transitions say in each of their parts, so that two of which one says what the other
/// denies are told apart at once.
///
/// A transition that comes after many others from one state denies the guard of each of them; that is seen here without
/// looking into any.
struct ContraryParts {
  /// The numbers of the conditions that must hold, and of those that must not, for a guard to hold.
  private struct Parts {
    var held: Set<Int> = []
    var denied: Set<Int> = []
  }

  /// By transition; nothing for one without a guard.
  private var parts: [Parts] = []

  init(of transitions: [Transition]) {
    var numbers: [Expression: Int] = [:]
    for transition in transitions {
      var own = Parts()
      if let when = transition.when { Self.add(when.expression, isHeld: true, to: &own, &numbers) }
      parts.append(own)
    }
  }

  /// Whether one guard says what the other denies; false proves nothing.
  ///
  /// - Complexity: linear in the number of parts.
  func areContrary(_ a: Int, _ b: Int) -> Bool {
    !parts[a].held.isDisjoint(with: parts[b].denied) || !parts[b].held.isDisjoint(with: parts[a].denied)
  }

  private static func add(
    _ expression: Expression, isHeld: Bool, to parts: inout Parts, _ numbers: inout [Expression: Int]
  ) {
    switch (expression, isHeld) {
    case (.not(let inner), _): add(inner, isHeld: !isHeld, to: &parts, &numbers)
    case (.and(let a, let b), true), (.or(let a, let b), false):
      add(a, isHeld: isHeld, to: &parts, &numbers)
      add(b, isHeld: isHeld, to: &parts, &numbers)
    default:
      let number = numbers[expression] ?? numbers.count
      numbers[expression] = number
      if isHeld { parts.held.insert(number) } else { parts.denied.insert(number) }
    }
  }
}
