import CivilTime
import Conditions
import Procedures
import Replay

/// The part of an explanation that tells the rule and its source.
struct RuleExplanation {
  /// How a length that is a figure of the procedure is stated.
  enum Lengths {
    /// By the name of the figure, which is told below.
    case named
    /// By its value, with the name of the figure.
    case valued
  }

  private let reported: ReportedCase
  private let lengths: Lengths

  init(_ reported: ReportedCase, lengths: Lengths = .named) {
    self.reported = reported
    self.lengths = lengths
  }

  func write(_ finding: Finding, on page: inout TextPage) {
    page.heading("The rule", underlinedWith: "-")
    guard let rule = reported.rule(finding) else {
      let workflow = reported.workflow(finding)
      page.paragraph("No single rule: the workflow \"\(workflow.title)\" gives the steps and their order.")
      guard let citation = workflow.citation else { return }
      page.gap()
      return write(reported.procedure.sources[citation.source], citation, on: &page)
    }
    page.paragraph(reported.says(finding) ?? rule.says)
    page.gap()
    page.field("Name", "\(rule.fullName) (\(rule.form.inWords))", indent: 0)
    for (label, text) in terms(of: rule) { page.field(label, text, indent: 0) }
    page.field("In force", rule.inForce.inWords, indent: 0)
    if rule.isFromProfile { page.field("Set by", "the profile \(reported.procedure.profile ?? "")", indent: 0) }
    guard !reported.isWithoutSource(rule) else { return page.field("Source", reported.source(of: rule), indent: 0) }
    write(reported.procedure.sources[rule.citation.source], rule.citation, on: &page)
  }

  private func write(_ source: Source, _ citation: Citation, on page: inout TextPage) {
    let edition = [source.publisher, source.dated].compactMap(\.self).joined(separator: ", ")
    page.field("Source", source.title + (edition.isEmpty ? "" : " (\(edition))"), indent: 0)
    if let at = citation.at { page.field("At", at, indent: 0) }
    page.field("Force", reported.force(of: source), indent: 0)
    page.field("Verified", citation.evidence?.inWords ?? "not stated", indent: 0)
  }
}

// MARK: - The terms of a rule

extension RuleExplanation {
  /// What the rule says besides its sentence: each term with its name, in words.
  func terms(of rule: Rule) -> [(String, String)] {
    let each = rule.each.map { [("Each", "\($0.name.asWords) in \($0.over.text)")] } ?? []
    switch rule.form {
    case .deadline(let deadline): return each + terms(of: deadline)
    case .cadence(let cadence): return each + terms(of: cadence)
    case .check(let check):
      return each
        + listed([
          ("Judged at", reported.inWords(check.at)), ("When", check.when?.text), ("While", check.during?.text),
          ("Requires", check.require.text),
        ])
    case .invariant(let invariant):
      return each
        + listed([
          ("While", invariant.during.text), ("Requires", invariant.require.text),
          ("Breaks for", invariant.longerThan.map { "more than \(stated($0))" }),
        ])
    }
  }

  private func terms(of deadline: Deadline) -> [(String, String)] {
    listed([
      ("Limit", limit(deadline)), ("Expects", reported.inWords(deadline.expect)), ("When", deadline.when?.text),
      ("While", deadline.during?.text), ("Unless", deadline.unless.map(reported.inWords)),
      ("Extended", deadline.extended.map(extensionInWords)), ("Counting", counting(deadline.counting)),
    ])
  }

  private func terms(of cadence: Cadence) -> [(String, String)] {
    let first = cadence.first.map { ", the first after \(stated($0))" } ?? ""
    let grid =
      cadence.grid == .fixedFromEntry
      ? ", in fixed intervals from the start" : ", each counted from the last time it was done"
    return listed([
      ("Every", stated(cadence.every) + first + grid), ("Expects", reported.inWords(cadence.expect)),
      ("While", cadence.during.text), ("When", cadence.when?.text), ("Unless", cadence.unless.map(reported.inWords)),
      ("Counting", counting(cadence.counting)),
    ])
  }

  private func limit(_ deadline: Deadline) -> String {
    switch deadline.limit {
    case .within(let length): return "within \(stated(length)) of \(reported.inWords(deadline.trigger))"
    case .ahead(let length, let orWithin):
      let otherwise = orWithin.map { ", or within \(stated($0)) where that is too late" } ?? ""
      return "\(stated(length)) ahead of \(reported.inWords(deadline.trigger))\(otherwise)"
    }
  }

  private func extensionInWords(_ extended: Extension) -> String {
    let end =
      switch extended.end {
      case .by(let length): "by \(stated(length))"
      case .to(let attribute): "to its \(reported.procedure.vocabulary.attributeNames[attribute].asWords)"
      }
    let most = extended.atMost.map { ", at most \($0 == 1 ? "once" : "\($0) times")" } ?? ""
    return "by \(reported.inWords(extended.pattern)), \(end)\(most), if it comes before the limit has run out"
  }

  private func counting(_ counting: Counting) -> String {
    counting == .inclusive ? "the day that starts the limit is its first day" : "the day after the start is the first day"
  }

  /// A length as the rule states it.
  private func stated(_ length: LimitLength) -> String {
    switch length {
    case .literal(let period): period.description
    case .parameter(let index):
      switch lengths {
      case .named: reported.procedure.parameters[index].name
      case .valued:
        "\(reported.values(of: reported.procedure.parameters[index])) (\(reported.procedure.parameters[index].name.asWords))"
      }
    case .expression(let condition): reported.inWords(workedOut: condition.expression)
    }
  }

  private func listed(_ terms: [(String, String?)]) -> [(String, String)] {
    terms.compactMap { label, text in text.map { (label, $0) } }
  }
}

extension ForcePeriod {
  /// "always", "from 15 Apr 2013 on", "until 14 Apr 2013", or both.
  var inWords: String {
    switch (from, through) {
    case (nil, nil): "always"
    case (let from?, nil): "from \(from.dateInWords) on"
    case (nil, let through?): "until \(through.dateInWords)"
    case (let from?, let through?): "from \(from.dateInWords) to \(through.dateInWords)"
    }
  }
}
