import Conditions
import Procedures
import Replay

/// The end of a report: how many of each rule's clocks, checks and stretches ended in each way, and counts by kind.
struct SummaryPages {
  private let reported: ReportedCase
  private let findings: [Finding]
  private let tallies: RuleTallies

  init(_ reported: ReportedCase, _ selection: FindingSelection, _ findings: [Finding]) {
    self.reported = reported
    self.findings = findings
    self.tallies = RuleTallies(reported, selection)
  }

  func write(on page: inout TextPage) {
    page.heading("Summary", underlinedWith: "=")
    page.paragraph("Each child is counted. A rate needs its denominator: everything that was judged is here.")
    writeTable(Columns.clocks, of: tallies.clocks, on: &page)
    writeTable(Columns.conditions, of: tallies.conditions, on: &page)
    writeUnused(on: &page)
    writeKinds(on: &page)
  }
}

/// The columns of one of the two tables.
private struct Columns {
  let title: String
  let verdicts: [Verdict]

  static let clocks = Columns(
    title: "Clocks (deadlines and cadences)", verdicts: [.met, .late, .missed, .running, .lapsed, .notRecorded])
  static let conditions = Columns(title: "Checks and standing conditions", verdicts: [.held, .broken, .notRecorded])
}

extension SummaryPages {
  private static let nameWidth = 40

  private func writeTable(_ columns: Columns, of rules: [RuleIndex], on page: inout TextPage) {
    guard !rules.isEmpty else { return }
    page.gap()
    let heads = columns.verdicts.map(\.inWords) + ["all"]
    let titles = heads.map { "  " + $0 }
    page.line(columns.title.padded(to: SummaryPages.nameWidth) + titles.joined(), accent: .heading)
    var whole = Tally()
    for workflow in reported.procedure.workflows.indices {
      let inWorkflow = rules.filter { reported.procedure.rules[$0].workflow == workflow }
      guard !inWorkflow.isEmpty else { continue }
      page.line("  " + TextPage.clean(reported.procedure.workflows[workflow].title))
      for rule in inWorkflow {
        let tally = tallies[rule]
        whole.add(tally)
        page.line(row("    \(reported.procedure.rules[rule].name)", tally, columns, titles))
      }
    }
    page.line(row("  All", whole, columns, titles), accent: .heading)
  }

  private func row(_ name: String, _ tally: Tally, _ columns: Columns, _ titles: [String]) -> String {
    let counts = columns.verdicts.map { tally[$0] } + [tally.total]
    return name.padded(to: SummaryPages.nameWidth)
      + zip(counts, titles).map { count, title in (count == 0 ? "." : "\(count)").flushed(to: title.count) }.joined()
  }

  private func writeUnused(on page: inout TextPage) {
    guard !tallies.unused.isEmpty else { return }
    page.gap()
    page.line("Nothing to judge under \(tallies.unused.count) of \(tallies.all) rules", accent: .heading)
    for (index, workflow) in reported.procedure.workflows.enumerated() {
      let rules = tallies.unused.map { reported.procedure.rules[$0] }.filter { $0.workflow == index }
      guard !rules.isEmpty else { continue }
      page.paragraph("\(workflow.title): \(rules.map(\.name).joined(separator: ", "))", indent: 2, hanging: 2)
    }
  }

  private func writeKinds(on page: inout TextPage) {
    page.gap()
    page.line("Findings by kind".padded(to: SummaryPages.nameWidth) + "  certain  possible  all", accent: .heading)
    for kind in FindingKind.allCases where kind != .notRecorded {
      writeKind(kind.rawValue, findings.filter { $0.kind == kind }, &page)
    }
    writeKind("all but not recorded", findings.filter { $0.kind != .notRecorded }, &page)
    writeKind("not recorded", findings.filter { $0.kind == .notRecorded }, &page)
  }

  private func writeKind(_ name: String, _ findings: [Finding], _ page: inout TextPage) {
    guard !findings.isEmpty || name.hasPrefix("all") else { return }
    let certain = findings.count { $0.certainty == .certain }
    let counts = [(certain, 9), (findings.count - certain, 10), (findings.count, 5)]
    page.line(
      "  \(name)".padded(to: SummaryPages.nameWidth)
        + counts.map { count, width in (count == 0 ? "." : "\(count)").flushed(to: width) }.joined())
  }
}
