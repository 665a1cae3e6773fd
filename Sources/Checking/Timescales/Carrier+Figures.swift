import CivilTime
import Conditions
import Diagnostics
import Procedures

extension Carrier {
  /// What is wrong with the carrier: there is none of that name, or it has another figure.
  func problem(in procedure: Procedure) -> Diagnostic? {
    switch kind {
    case .rule:
      guard let rule = procedure.rules.first(where: { $0.fullName == name }) else {
        return CoverageProblem.unknownRule(name, known: procedure.rules.map(\.fullName)).diagnostic(at: place)
      }
      return problem(with: rule.figures(in: procedure))
    case .parameter:
      guard let parameter = procedure.parameters.first(where: { $0.name == name }) else {
        return CoverageProblem.unknownParameter(name, known: procedure.parameters.map(\.name)).diagnostic(at: place)
      }
      return problem(with: parameter.figures)
    }
  }

  /// The figure that is stated must be one of those that the carrier has.
  private func problem(with figures: [String]) -> Diagnostic? {
    guard let figure else { return nil }
    let stated = Period(text: figure)?.description ?? figure
    guard !figures.contains(stated) else { return nil }
    return CoverageProblem.figureDiffers(kind, name, stated: stated, has: figures).diagnostic(at: figurePlace)
  }
}

extension Parameter {
  /// Its values as a procedure writes them, in order of date.
  fileprivate var figures: [String] { values.compactMap(\.value.figure) }
}

extension Rule {
  /// The figures that stand in the rule, and those of the parameters that it reads, each once.
  fileprivate func figures(in procedure: Procedure) -> [String] {
    let own = lengths.compactMap(\.figure) + conditions.flatMap(\.expression.figures)
    let read = references.parameters.sorted().flatMap { procedure.parameters[$0].figures }
    return (own + read).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var conditions: [Condition] {
    let written = lengths.compactMap { length in if case .expression(let condition) = length { condition } else { nil } }
    switch form {
    case .deadline(let deadline): return written + [deadline.when, deadline.during].compactMap(\.self)
    case .cadence(let cadence): return written + [cadence.when].compactMap(\.self)
    case .check(let check): return written + [check.require, check.when].compactMap(\.self)
    case .invariant(let invariant): return written + [invariant.during, invariant.require]
    }
  }
}

extension LimitLength {
  fileprivate var figure: String? {
    if case .literal(let period) = self { period.description } else { nil }
  }
}

extension Expression {
  /// The figures that stand in an expression.
  fileprivate var figures: [String] {
    if case .constant(let value) = self { return [value.figure].compactMap(\.self) }
    return parts.flatMap(\.figures)
  }
}

extension Value {
  /// A duration, number or truth as a procedure writes it.
  fileprivate var figure: String? {
    switch self {
    case .duration(let duration): duration.exact?.description
    case .number(let number): number.exact?.description
    case .truth(let truth): "\(truth)"
    default: nil
    }
  }
}
