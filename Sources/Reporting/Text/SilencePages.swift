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
    let times = silence.groups.count == 1 ? "" : ", \(silence.groups.count) times"
    page.paragraph("- \(says(silence.groups[0].first)) [\(silence.name)]\(times)", indent: 2, hanging: 2)
    let openings = silence.groups.map { opening(of: $0.first) }
    page.field(
      "Judged", openings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "), indent: 4, column: 9)
    if !silence.missing.isEmpty { page.field("Missing", silence.missing.joined(separator: "; "), indent: 4, column: 9) }
  }

  private func says(_ finding: Finding) -> String {
    reported.rule(finding)?.says ?? FindingSentence(reported).sentence(finding)
  }

  private func opening(of finding: Finding) -> String {
    let number = finding.judgement?.openingEvent ?? finding.departure?.event
    let days = (finding.judgement?.opened ?? finding.departure?.happened).map { " (\($0.inWords))" } ?? ""
    let member = finding.judgement.flatMap(reported.member).map { " for the \($0)" } ?? ""
    return number.map { "from \(reported.history.events[$0].identifier)\(member)\(days)" } ?? "from the start\(member)\(days)"
  }
}

/// The findings of one rule that miss the same values.
private struct Silence {
  let name: String
  let missing: [String]
  var groups: [FindingGroup]
}

extension SilencePages {
  private func silences(of groups: [FindingGroup]) -> [Silence] {
    var silences: [Silence] = []
    for group in groups {
      let name = reported.rule(group.first)?.fullName ?? "\(reported.workflow(group.first).name): steps"
      let missing = reported.missing(of: group.first)
      let place = silences.firstIndex { $0.name == name && $0.missing == missing && group.first.rule != nil }
      if let place {
        silences[place].groups.append(group)
      } else {
        silences.append(Silence(name: name, missing: missing, groups: [group]))
      }
    }
    return silences
  }
}
