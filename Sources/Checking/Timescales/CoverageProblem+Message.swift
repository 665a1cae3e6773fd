import Diagnostics

extension CoverageProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .unknownProfile(let name):
      Diagnostic(
        .coverageProfileUnknown, "The procedure has no profile \"\(name)\".", at: place,
        mend: "Write the profile, or name another.")
    case .unknownRule(let name, let known):
      Diagnostic(
        .coverageRuleUnknown, "The procedure has no rule \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Write the rule, or name another as workflow.rule."))
    case .unknownParameter(let name, let known):
      Diagnostic(
        .coverageParameterUnknown, "The procedure has no parameter \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Write the parameter, or name another."))
    case .figureDiffers(let kind, let name, let stated, let has):
      Diagnostic(
        .coverageFigureDiffers,
        "The \(kind == .rule ? "rule" : "parameter") \"\(name)\" has not the figure \(stated).", at: place,
        mend: has.isEmpty ? "It states no figure: name it without one." : "It has: \(has.joined(separator: ", ")).")
    case .carriedAndLeftOut:
      Diagnostic(
        .coverageUnclear, "The figure has a rule or parameter, and is said to be left out.", at: place,
        mend: "Keep one of the two.")
    case .nothingNamed:
      Diagnostic(
        .coverageUnclear, "The figure names no rule and no parameter.", at: place,
        mend: "Name one, or write `left out` and the reason.")
    }
  }
}
