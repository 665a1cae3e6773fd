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
    page.field("Children", history.children.map(\.name.asName).joined(separator: ", "), indent: 0, column: 16)
    if let source = reported.source { page.field("Taken from", source, indent: 0, column: 16) }
    page.field("Procedure", "\(procedure.title) (\(procedure.name))\(path(reported.origin.procedurePath))", indent: 0, column: 16)
    page.field("Profile", (procedure.profile ?? "none") + path(reported.origin.profilePath), indent: 0, column: 16)
    page.field("Observed until", observation, indent: 0, column: 16)
    if !selection.isEverything { page.field("Only", selection.inWords, indent: 0, column: 16) }
    guard !history.times.isExact else { return }
    page.gap()
    page.paragraph(
      "The history does not date every event. \"3 Mar to 30 Jun 2015\" means that any day from the one to the other "
        + "fits all that the history says; its own words stand beside it in quotes. What is certain holds under every "
        + "dating that fits; what is possible holds under some.")
  }

  /// The file or folder that was given on the command line, as typed.
  private func path(_ typed: String?) -> String { typed.map { ", from \($0)" } ?? "" }

  private var observation: String {
    let until = reported.observedUntil.inWords
    guard let asOf = reported.asOf else { return until }
    guard reported.isCutShort else {
      return "\(until), where the record ends (as of \(asOf.inWords) was asked for, and adds nothing)"
    }
    guard let first = reported.firstEvent, reported.history.times.nominal[reported.history.events[first].time] > asOf else {
      return "\(until) (as of \(asOf.inWords))"
    }
    return "\(until) (as of \(asOf.inWords)): nothing had yet happened, and the first event is \(reported.named(first)), "
      + reported.span(of: first).inWords
  }
}
