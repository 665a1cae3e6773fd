import CivilTime
import Conditions
public import Exploration
import Histories
import Procedures
public import Replay

/// Explains one finding: the rule and its source, the figures, how it came to it, what would have met it,
/// the nearest change that avoids it, and what it rests on.
public struct ExplainReport: Sendable {
  private let style: TextStyle

  public init(style: TextStyle = .plain) { self.style = style }

  /// - Parameter nearest: what the search for a change that avoids the finding came to.
  public func render(_ finding: Finding, of reported: ReportedCase, nearest: NearestChangeAnswer) -> String {
    var page = TextPage(style: style)
    writeHead(finding, reported, &page)
    RuleExplanation(reported).write(finding, on: &page)
    FigureExplanation(reported).write(finding, on: &page)
    ChainExplanation(reported).write(finding, on: &page)
    if let judgement = finding.judgement { RemedyExplanation(reported).write(judgement, on: &page) }
    NearestChangeExplanation(reported).write(nearest, finding, on: &page)
    EvidenceExplanation(reported).write(finding, on: &page)
    writeSilence(finding, reported, &page)
    return page.text
  }

  private func writeHead(_ finding: Finding, _ reported: ReportedCase, _ page: inout TextPage) {
    page.heading("Finding \(finding.identifier)", underlinedWith: "=")
    page.paragraph(FindingSentence(reported).sentence(finding))
    page.gap()
    let standing = "\(finding.kindInWords), severity \(finding.severity.inWords)"
    page.field("Told as", standing, indent: 0)
    let numbering = FindingNumbering(reported)
    if let number = numbering.number(of: finding) {
      let alike = numbering.group(numbered: number)?.identifiers.filter { $0 != finding.identifier } ?? []
      let others = alike.isEmpty ? "" : ", with \(alike.joined(separator: ", "))"
      page.field("Number", "\(number) in the report\(others)", indent: 0)
    }
    page.field("Case", "\(reported.history.title) (\(finding.caseName))", indent: 0)
    page.field("Child", finding.childInWords, indent: 0)
    page.field("Workflow", reported.workflow(finding).title, indent: 0)
    if finding.certainty == .possible, finding.kind != .notRecorded {
      page.gap()
      page.paragraph("Possible, because some dating that fits the history gives it and some other does not.")
    }
  }

  private func writeSilence(_ finding: Finding, _ reported: ReportedCase, _ page: inout TextPage) {
    page.heading("What was not recorded", underlinedWith: "-")
    let missing = reported.missingInWords(of: finding)
    guard !missing.isEmpty else { return page.paragraph("Nothing that this finding hangs on.") }
    for value in missing { page.paragraph("- \(value)", hanging: 2) }
  }
}

extension State {
  /// The state by its title, or its name as words, in quotes.
  var inWords: String { "\"\(title ?? name.asWords)\"" }
}
