import CivilTime
import Conditions
import Procedures
import Replay

/// A figure that a rule takes from a parameter, as it stood when the rule was applied.
struct Figure {
  let parameter: String
  let value: String
  /// The figure's own source, as one line.
  let source: String
  let citation: Citation
}

extension ReportedCase {
  /// The figures of a finding's rule that have a source of their own.
  func figures(of finding: Finding) -> [Figure] {
    guard let rule = rule(finding), let opened = finding.judgement?.opened else { return [] }
    return rule.parameters.sorted().compactMap { index in
      let parameter = procedure.parameters[index]
      guard let citation = parameter.citation, !isAlike(citation, rule.citation) else { return nil }
      let value = inWords(.parameter(index), openedOn: opened)
      return Figure(parameter: parameter.name, value: value, source: inWords(citation), citation: citation)
    }
  }

  private func isAlike(_ a: Citation, _ b: Citation) -> Bool { a.source == b.source && a.at == b.at }
}
