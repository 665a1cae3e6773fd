import CivilTime
import Histories
import Procedures
import Replay

/// The findings of a case, by children and workflow, in the order of their days.
struct FindingPages {
  private let reported: ReportedCase
  private let sentences: FindingSentence

  init(_ reported: ReportedCase) {
    self.reported = reported
    self.sentences = FindingSentence(reported)
  }

  func write(_ groups: [FindingGroup], on page: inout TextPage) {
    page.heading("Findings", underlinedWith: "=")
    guard !groups.isEmpty else { return page.paragraph("None.") }
    let numbering = FindingNumbering(reported)
    for children in FindingPages.childSets(of: groups) {
      page.heading(reported.names(of: children), underlinedWith: "-")
      let theirs = groups.filter { $0.children == children }
      for (index, workflow) in reported.procedure.workflows.enumerated() {
        let inWorkflow = theirs.filter { $0.first.workflow == index }
        guard !inWorkflow.isEmpty else { continue }
        page.gap()
        page.line(workflow.title, accent: .heading)
        for group in inWorkflow {
          page.gap()
          write(group, number: numbering.number(of: group.first) ?? 0, on: &page)
        }
      }
    }
  }

  /// The sets of children that share findings: the largest first, then in the order of the history.
  static func childSets(of groups: [FindingGroup]) -> [[Int]] {
    Set(groups.map(\.children)).sorted { a, b in
      a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count > b.count
    }
  }
}

extension FindingPages {
  private func write(_ group: FindingGroup, number: Int, on page: inout TextPage) {
    let finding = group.first
    let standing = "\(finding.certainty.inWords), severity \(finding.severity.inWords)"
    page.paragraph(
      "\(number). \(finding.kind.rawValue.uppercased()), \(standing)", indent: 2, hanging: 3,
      accent: finding.severity == .high ? .alarm : .heading)
    if let says = reported.says(finding) { page.paragraph(says, indent: 5) }
    let members = reported.rule(finding).map { rule in
      group.members.compactMap { reported.name(ofMember: $0, of: rule) }
    }
    let subject = SentenceSubject(children: group.children, members: members ?? [])
    page.paragraph(sentences.sentence(finding, about: subject), indent: 5)
    writeRule(finding, on: &page)
    if let judgement = finding.judgement {
      for field in reported.fields(of: judgement) { page.field(field.label, field.text, indent: 5) }
    }
    if let departure = finding.departure { write(departure, of: finding, on: &page) }
    writeEvidence(finding, on: &page)
    for missing in reported.missingInWords(of: finding) { page.field("Not said", missing, indent: 5) }
    for identifier in group.identifiers { page.field("Finding", identifier, indent: 5) }
  }

  private func writeRule(_ finding: Finding, on page: inout TextPage) {
    guard let rule = reported.rule(finding) else {
      let workflow = reported.workflow(finding)
      page.field("Rule", "The steps of \"\(workflow.title)\" in their order.", indent: 5)
      if let citation = workflow.citation { page.field("Source", reported.inWords(citation), indent: 5) }
      return
    }
    page.field("Rule", rule.fullName, indent: 5)
    page.field("Source", reported.source(of: rule), indent: 5)
    for figure in reported.figures(of: finding) {
      page.field("Figure", figure.inWords, indent: 5)
    }
  }

  private func write(_ departure: Departure, of finding: Finding, on page: inout TextPage) {
    page.field("When", reported.moment(departure.happened, departure.event), indent: 5)
    let workflow = reported.workflow(finding)
    for (place, index) in departure.jumped.enumerated() {
      let record = reported.record(of: index, passedOverIn: departure)
      let step = reported.step(workflow.transitions[index], of: workflow)
      page.field(place == 0 ? "Jumped" : "", "\(place + 1). \(step): \(record)", indent: 5)
    }
  }

  private func writeEvidence(_ finding: Finding, on page: inout TextPage) {
    for (place, number) in reported.evidence(of: finding).enumerated() {
      let identifier = reported.history.events[number].identifier
      page.field(place == 0 ? "Rests on" : "", "\(identifier): \(reported.described(number))", indent: 5)
    }
  }
}

extension ReportedCase {
  /// What the record says of a step that was passed over.
  func record(of step: Int, passedOverIn departure: Departure) -> String {
    let isShown = departure.shownNotDone.contains(step)
    guard let later = laterOccurrence(of: step, after: departure) else {
      return isShown ? "the record shows it was not done" : "not recorded"
    }
    let identifier = history.events[later.event].identifier
    return isShown
      ? "it came only \(later.days.inWords) later (\(identifier))"
      : "not recorded before; it came \(later.days.inWords) later (\(identifier))"
  }

  /// When an entry says that something was not done: "between Mon 1 Mar 2021 and some day from 3 to 9 Apr 2021".
  func stretch(ofAbsence number: Int) -> String {
    let entry = history.events[number]
    let (from, until) = (history.times.spans[entry.time], history.times.spans[entry.end])
    guard entry.time != entry.end else { return from.inASentence }
    func told(_ day: Span) -> String { day.isExact ? day.inWords : day.inASentence }
    return "between \(told(from)) and \(told(until))"
  }

  /// The end of an absence, as far as it is recorded.
  func recordedUntil(_ ended: Span, _ absence: Int) -> String {
    "\(ended.inWords) (the end of \(history.events[absence].identifier))"
  }

  /// "3 without the step", "at least 3 without the step".
  func intervalsInWords(_ least: Int, _ judgement: Judgement) -> String {
    "\(judgement.intervalsAreCounted ? "" : "at least ")\(least) without the step"
  }

  /// A span, the entry of the history that gives it, and the history's own words where the day is not exact.
  func moment(_ span: Span, _ number: Int?) -> String {
    guard let number else { return span.inWords }
    let identifier = history.events[number].identifier
    guard !span.isExact, let when = words.when(identifier) else { return "\(span.inWords) (\(identifier))" }
    return "\(span.inWords) (\(identifier): \"\(when)\")"
  }
}
