import CivilTime
import Histories
import Procedures

/// The head of a report: which case, judged by which procedure, observed until when.
struct CaseHead {
  private let reported: ReportedCase
  private let selection: FindingSelection

  init(_ reported: ReportedCase, _ selection: FindingSelection) {
    self.reported = reported
    self.selection = selection
  }

  func write(on page: inout TextPage) {
    let (history, procedure) = (reported.history, reported.procedure)
    page.heading(history.title.isEmpty ? history.name : history.title, underlinedWith: "=")
    page.field("Case", history.name, indent: 0, column: 16)
    page.field("Children", history.children.map(\.name).joined(separator: ", "), indent: 0, column: 16)
    if let source = reported.source { page.field("Taken from", source, indent: 0, column: 16) }
    page.field("Procedure", "\(procedure.title) (\(procedure.name))", indent: 0, column: 16)
    page.field("Profile", procedure.profile ?? "none", indent: 0, column: 16)
    page.field("Observed until", observation, indent: 0, column: 16)
    if !selection.isEverything { page.field("Only", selection.inWords, indent: 0, column: 16) }
    guard !history.times.isExact else { return }
    page.gap()
    page.paragraph(
      "The history does not date every event. \"3 Mar to 30 Jun 2015\" means that any day from the one to the other "
        + "fits all that the history says; its own words stand beside it in quotes. What is certain holds under every "
        + "dating that fits; what is possible holds under some.")
  }

  private var observation: String {
    guard let asOf = reported.asOf else { return reported.observedUntil.inWords }
    return "\(reported.observedUntil.inWords) (as of \(asOf.inWords))"
  }
}
