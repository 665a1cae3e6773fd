import Conditions
import Procedures

/// One rule on the page of its workflow: its sentence, its terms, its source, and its figures.
struct RuleSection {
  private let rule: Rule
  private let reported: ReportedCase

  init(_ rule: Rule, of reported: ReportedCase) {
    self.rule = rule
    self.reported = reported
  }

  func write(on page: inout MarkdownPage) {
    page.heading(rule.name.asWords.capitalised, level: 3)
    page.paragraph(MarkdownPage.plain(rule.says))
    let source = reported.procedure.sources[rule.citation.source]
    page.list(
      [("Name", "\(MarkdownPage.code(rule.fullName)), \(rule.form.inWords)")].map(item) + terms
        + [("Finds", finds), ("In force", rule.inForce.inWords)].map(item)
        + provenance(source, rule.citation).map(item))
    page.table(
      ["Figure", "Value", "What it is", "Source"], rule.parameters.sorted().map { figure(reported.procedure.parameters[$0]) })
  }

  /// A deadline that was kept after all, but not in time, is told as late.
  private var finds: String {
    if case .deadline = rule.form, rule.finds == .missed { return "late or missed" }
    return rule.finds.rawValue
  }

  private func item(_ label: String, _ text: String) -> String { "\(label): \(text)" }

  /// What the rule says besides its sentence; conditions stand as the file writes them.
  private var terms: [String] {
    RuleExplanation(reported, lengths: .valued).terms(of: rule).map { label, text in
      let isCondition = ["Each", "When", "While", "Requires"].contains(label)
      return item(label, isCondition ? MarkdownPage.code(text) : MarkdownPage.plain(text))
    }
  }

  private func provenance(_ source: Source, _ citation: Citation) -> [(String, String)] {
    let edition = [source.publisher, source.dated].compactMap(\.self).joined(separator: ", ")
    let terms: [(String, String?)] = [
      ("Source", MarkdownPage.plain(source.title + (edition.isEmpty ? "" : " (\(edition))"))),
      ("At", citation.at.map(MarkdownPage.plain)),
      ("Force", marked(source)),
      ("Verified", source.force == .ours ? nil : citation.evidence?.inWords ?? "not stated"),
    ]
    return terms.compactMap { label, text in text.map { (label, $0) } }
  }

  /// The force in words, told apart where no source stands behind it.
  private func marked(_ source: Source) -> String {
    source.force == .ours ? "**\(reported.force(of: source))**" : reported.force(of: source)
  }

  private func figure(_ parameter: Parameter) -> [String] {
    let source = parameter.citation.map { citation in
      let source = reported.procedure.sources[citation.source]
      return source.force == .ours ? "**\(reported.force(of: source))**" : MarkdownPage.plain(reported.inWords(citation))
    }
    return [
      MarkdownPage.code(parameter.name), MarkdownPage.plain(reported.values(of: parameter)),
      MarkdownPage.plain(parameter.says ?? ""),
      source ?? "as the rule's",
    ]
  }
}
