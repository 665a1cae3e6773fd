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
    let inFileOrder = silence.moments.enumerated().sorted { ($0.element.event, $0.offset) < ($1.element.event, $1.offset) }
    let moments = inFileOrder.map(\.element.inWords).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    page.field("Judged", moments.joined(separator: "; "), indent: 4, column: 9)
    if !silence.missing.isEmpty { page.field("Missing", silence.missing.joined(separator: "; "), indent: 4, column: 9) }
  }
}

/// The findings of one rule that miss the same values of the events they are about.
private struct Silence {
  let name: String
  let says: String
  let missing: [String]
  var moments: [Moment]

  struct Moment {
    /// The event by number; -1 for the start.
    let event: Int
    let inWords: String
  }
}

extension SilencePages {
  private func silences(of groups: [FindingGroup]) -> [Silence] {
    var silences: [Silence] = []
    for group in groups {
      let silence = silence(of: group)
      if let place = silences.firstIndex(where: { $0.says == silence.says && $0.missing == silence.missing }) {
        silences[place].moments += silence.moments
      } else {
        silences.append(silence)
      }
    }
    return silences
  }

  private func silence(of group: FindingGroup) -> Silence {
    let finding = group.first
    let number = finding.judgement?.openingEvent ?? finding.departure?.event
    let days = (finding.judgement?.opened ?? finding.departure?.happened)?.inWords ?? ""
    let rule = reported.rule(finding)
    let members = rule.map { rule in group.members.compactMap { reported.name(ofMember: $0, of: rule) } } ?? []
    let member = FindingSentence.forMembers(members)
    let event = number.map { reported.history.events[$0].identifier } ?? "from the start"
    return Silence(
      name: rule?.fullName ?? "\(reported.workflow(finding).name), the order of steps",
      says: rule?.says ?? FindingSentence(reported).sentence(finding),
      missing: reported.missing(of: finding).map { reported.inWords($0.without(number)) },
      moments: [Silence.Moment(event: number ?? -1, inWords: "\(event)\(member) (\(days))")])
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
