import Histories
import Procedures
import Replay

/// One finding told in a few plain lines, for a place that has no room for a report.
struct FindingLines {
  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  /// "late, certain, severity high, for Theo"; what is not recorded is neither certain nor possible.
  func heading(_ finding: Finding) -> String {
    "\(finding.kindInWords), severity \(finding.severity.inWords), for \(finding.childInWords)"
  }

  /// What was found, then the rule with its source, what was due, what it rests on, and what the record does not say.
  func lines(of finding: Finding) -> [String] {
    let rule = reported.rule(finding)
    let workflow = reported.workflow(finding)
    let source = rule.map(reported.source) ?? workflow.citation.map(reported.inWords)
    let due = finding.judgement?.due.map { "Due: \($0.asALimit)" }
    let evidence = reported.evidence(of: finding).map { number in
      "Rests on: \(reported.history.events[number].identifier): \(reported.described(number))"
    }
    return [FindingSentence(reported).sentence(finding), "Found: \(heading(finding))"]
      + [
        rule.map { "Rule: \($0.fullName): \(reported.says(finding) ?? $0.says)" }
          ?? "Rule: the steps of \"\(workflow.title)\" in their order",
        source.map { "Source: \($0)" }, due,
      ].compactMap(\.self) + evidence + reported.missingInWords(of: finding).map { "Not said: \($0)" }
      + ["Finding: \(finding.identifier)"]
  }
}
