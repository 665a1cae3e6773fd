public import CivilTime
public import Diagnostics

/// The length of a limit: written out, a dated parameter, or computed when the clock opens.
public enum DurationTerm: Sendable {
  case literal(Period)
  case parameter(ParameterIndex)
  case expression(Condition)
}

extension DurationTerm {
  /// The names that the term uses.
  public var references: References {
    var references = References()
    switch self {
    case .literal: break
    case .parameter(let parameter): references.parameters.insert(parameter)
    case .expression(let condition): references = condition.references
    }
    return references
  }
}

extension Language {
  /// A period such as `10 working days`, the name of a parameter, or an expression that gives a duration.
  public func durationOrPeriod(
    _ text: String, at place: Place, into diagnostics: inout [Diagnostic]
  ) -> DurationTerm? {
    let words = text.trimmingSpaces
    if let first = words.unicodeScalars.first, Lexer.isDigit(first) {
      if let period = Period(text: words) { return .literal(period) }
      let whole = place.advanced(by: 0, length: text.unicodeScalars.count)
      diagnostics.append(Problem.badPeriod(words).diagnostic(at: whole))
      return nil
    }
    guard let condition = value(text, at: place, into: &diagnostics) else { return nil }
    guard condition.type.isDuration, !condition.expression.isCalculated else {
      let found = condition.type.isDuration ? "one that need not be in whole hours or months" : condition.type.inWords
      let problem = Problem.durationExpressionType(found: found)
      diagnostics.append(problem.diagnostic(at: condition.place))
      return nil
    }
    switch condition.expression {
    case .parameter(let parameter): return .parameter(parameter)
    case .constant(.duration(let range)): return range.exact.map { .literal($0) } ?? .expression(condition)
    default: return .expression(condition)
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
