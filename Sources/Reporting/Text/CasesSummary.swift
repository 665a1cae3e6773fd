import Histories
import Procedures
import Replay

/// The end of a report of several cases: a line of counts for each, and their sum.
struct CasesSummary {
  private let cases: [ReportedCase]
  private let selection: FindingSelection

  init(_ cases: [ReportedCase], _ selection: FindingSelection) {
    self.cases = cases
    self.selection = selection
  }

  func write(on page: inout TextPage) {
    page.heading("All \(cases.count) cases", underlinedWith: "=")
    let rows = cases.map(counts)
    let whole = rows.reduce([0, 0, 0, 0]) { zip($0, $1).map(+) }
    let columns = CountColumns(["certain", "possible", "not recorded", "judged"], for: [whole])
    page.line("Case".padded(to: 40) + columns.head, accent: .heading)
    for (reported, counts) in zip(cases, rows) {
      page.line(TextPage.clean(reported.history.name).padded(to: 40) + columns.row(counts))
    }
    page.line("All".padded(to: 40) + columns.row(whole), accent: .heading)
  }

  private func counts(of reported: ReportedCase) -> [Int] {
    let findings = reported.replay.findings.filter { selection.takes($0, of: reported.procedure) }
    let told = findings.filter { $0.kind != .notRecorded }
    let certain = told.count { $0.certainty == .certain }
    return [certain, told.count - certain, findings.count - told.count, reported.replay.judgements.count]
  }
}
