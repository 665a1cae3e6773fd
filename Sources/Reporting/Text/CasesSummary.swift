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
    page.line("Case".padded(to: 40) + "  certain  possible  not recorded  judged", accent: .heading)
    var whole = [0, 0, 0, 0]
    for reported in cases {
      let counts = counts(of: reported)
      whole = zip(whole, counts).map(+)
      page.line(row(TextPage.clean(reported.history.name), counts))
    }
    page.line(row("All", whole), accent: .heading)
  }

  private func counts(of reported: ReportedCase) -> [Int] {
    let findings = reported.replay.findings.filter { selection.takes($0, of: reported.procedure) }
    let told = findings.filter { $0.kind != .notRecorded }
    let certain = told.count { $0.certainty == .certain }
    return [certain, told.count - certain, findings.count - told.count, reported.replay.judgements.count]
  }

  private func row(_ name: String, _ counts: [Int]) -> String {
    name.padded(to: 40)
      + zip(counts, [9, 10, 14, 8]).map { count, width in (count == 0 ? "." : "\(count)").flushed(to: width) }.joined()
  }
}
