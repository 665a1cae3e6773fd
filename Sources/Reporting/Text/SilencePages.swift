import Conditions
import Histories
import Procedures
import Replay

/// What the record does not say, told shorter than what it says, and apart from it.
struct SilencePages {
  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ groups: [FindingGroup], on page: inout TextPage) {
    guard !groups.isEmpty else { return }
    page.heading("Not recorded", underlinedWith: "=")
    page.paragraph(
      "What follows is neither kept nor broken: the record does not say. To learn more about one of them, explain its "
        + "finding, such as \(groups[0].identifiers[0]).")
    for children in FindingPages.childSets(of: groups) {
      page.heading(reported.names(of: children), underlinedWith: "-")
      let theirs = groups.filter { $0.children == children }
      for (index, workflow) in reported.procedure.workflows.enumerated() {
        let inWorkflow = theirs.filter { $0.first.workflow == index }
        guard !inWorkflow.isEmpty else { continue }
        page.gap()
        page.line(workflow.title, accent: .heading)
        for silence in silences(of: inWorkflow) { write(silence, on: &page) }
      }
    }
  }

  private func write(_ silence: Silence, on page: inout TextPage) {
    page.paragraph("- \(silence.says) [\(silence.name)]", indent: 2, hanging: 2)
    let moments = silence.moments.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    page.field("Judged", moments.joined(separator: "; "), indent: 4, column: 9)
    if !silence.missing.isEmpty { page.field("Missing", silence.missing.joined(separator: "; "), indent: 4, column: 9) }
  }
}

/// The findings of one rule that miss the same values of the events they are about.
private struct Silence {
  let name: String
  let says: String
  let missing: [String]
  var moments: [String]
}

extension SilencePages {
  private func silences(of groups: [FindingGroup]) -> [Silence] {
    var silences: [Silence] = []
    for finding in groups.map(\.first) {
      let silence = silence(of: finding)
      if let place = silences.firstIndex(where: { $0.says == silence.says && $0.missing == silence.missing }) {
        silences[place].moments += silence.moments
      } else {
        silences.append(silence)
      }
    }
    return silences
  }

  private func silence(of finding: Finding) -> Silence {
    let number = finding.judgement?.openingEvent ?? finding.departure?.event
    let days = (finding.judgement?.opened ?? finding.departure?.happened)?.inWords ?? ""
    let member = finding.judgement.flatMap(reported.member).map { " for the \($0)" } ?? ""
    let event = number.map { reported.history.events[$0].identifier } ?? "from the start"
    let rule = reported.rule(finding)
    return Silence(
      name: rule?.fullName ?? "\(reported.workflow(finding).name), the order of steps",
      says: rule?.says ?? FindingSentence(reported).sentence(finding),
      missing: reported.missing(of: finding).map { reported.inWords($0.without(number)) },
      moments: ["\(event)\(member) (\(days))"])
  }
}

extension MissingValue {
  /// The value without the event it belongs to, where that is the one given.
  fileprivate func without(_ event: Int?) -> MissingValue {
    switch self {
    case .attribute(let attribute, let occurrence) where occurrence == event: .attribute(attribute, occurrence: nil)
    default: self
    }
  }
}
