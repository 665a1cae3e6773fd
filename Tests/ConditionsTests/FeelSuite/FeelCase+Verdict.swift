import Conditions
import Diagnostics
import Foundation

extension FeelCase {
  /// Asks the checker and the evaluator, with the inputs as typed names in scope.
  ///
  /// A case is excluded by the beginning of its id, where the type declared for its result is none of the language's own.
  func verdict(excluding excluded: [String]) -> FeelVerdict {
    let inputs = self.inputs.sorted { $0.key < $1.key }.compactMap { name, typed in
      typed.asValue.map { (name: name, value: $0.value, type: $0.type) }
    }
    // Without its inputs an expression says something else.
    guard inputs.count == self.inputs.count else { return .rejected(reason: "An input is of no type of the language.") }
    let scope = ConditionScope(
      events: [], roles: ChoiceType(name: "role", members: []), workflows: [],
      parameters: inputs.map { ConditionScope.Parameter(name: $0.name, type: $0.type) }, rules: [])
    var diagnostics: [Diagnostic] = []
    let language = Language(scope: scope)
    let condition = language.value(expression, at: samplePlace, expected: declaredType, into: &diagnostics)
    guard let condition else {
      if isErrorExpected { return .rejectedAsExpected }
      return .rejected(reason: diagnostics.inReadingOrder().first.map(FeelCase.reason) ?? "no reason was told")
    }
    let known = SampleCase()
    for (place, input) in inputs.enumerated() { known.parameters[place] = input.value }
    let found = condition.evaluate(in: known)
    if expected.isSame(as: found) { return .agree }
    // A type of the language's own was asked for above.
    let isExcluded = declaredType == nil && excluded.contains { id.hasPrefix($0) }
    return isExcluded ? .excluded : .disagree(found: "\(found)")
  }

  /// The type that the case declares for the result, where it is one of the language's own.
  private var declaredType: ConditionType? {
    switch resultType {
    case "number": .number
    case "string": .text
    case "boolean": .truth
    case "date": .date
    default: nil
    }
  }

  /// What a diagnostic says, with an ellipsis for what the expression itself says in quotes, and without what was found
  /// instead.
  private static func reason(_ diagnostic: Diagnostic) -> String {
    let message = diagnostic.message.replacing("\\\"", with: "\\'")
    let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
    let masked = parts.enumerated().map { $0.offset % 2 == 0 ? String($0.element) : "…" }.joined(separator: "\"")
    let told = masked.range(of: ", found ").map { masked[..<$0.lowerBound] + "." } ?? masked[...]
    return "\(diagnostic.code.label) \(told)"
  }
}
