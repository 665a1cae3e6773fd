import Conditions
import Diagnostics
import Procedures
import Replay

/// The end of a report: how many of each rule's clocks, checks and stretches ended in each way, and counts by kind.
struct SummaryPages {
  private let procedure: Procedure
  private let kinds: KindCounts
  private let tallies: RuleTallies
  private let unused: UnusedRules

  init(_ reported: ReportedCase, _ selection: FindingSelection, _ findings: [Finding], _ unused: UnusedRules) {
    self.init(reported.procedure, RuleTallies(reported, selection), KindCounts(findings), unused)
  }

  init(_ procedure: Procedure, _ tallies: RuleTallies, _ kinds: KindCounts, _ unused: UnusedRules) {
    self.procedure = procedure
    self.kinds = kinds
    self.tallies = tallies
    self.unused = unused
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
  /// What the table counts, in one line.
  let note: String

  func counts(of tally: Tally) -> [Int] { verdicts.map { tally[$0] } + [tally.total] }

  static let clocks = Columns(
    title: "Clocks (deadlines and cadences)", verdicts: [.met, .late, .missed, .running, .lapsed, .notRecorded],
    note: "Counts how each clock ended; a late or missed one may be told as a gap, drift or another kind.")
  static let conditions = Columns(
    title: "Checks and standing conditions", verdicts: [.held, .broken, .notRecorded],
    note: "Counts how each check and stretch turned out; a broken one is told by the kind its rule names.")
}

extension SummaryPages {
  private static let nameWidth = 40

  private func writeTable(_ columns: Columns, of rules: [RuleIndex], on page: inout TextPage) {
    guard !rules.isEmpty else { return }
    page.gap()
    var whole = Tally()
    for rule in rules { whole.add(tallies[rule]) }
    let counted = CountColumns(columns.verdicts.map(\.inWords) + ["all"], for: [columns.counts(of: whole)])
    let width = nameWidth(of: rules, leaving: counted.width)
    page.line(columns.title.padded(to: width) + counted.head, accent: .heading)
    for workflow in procedure.workflows.indices {
      let inWorkflow = rules.filter { procedure.rules[$0].workflow == workflow }
      guard !inWorkflow.isEmpty else { continue }
      page.line("  " + TextPage.clean(procedure.workflows[workflow].title))
      for rule in inWorkflow {
        page.line(
          "    \(procedure.rules[rule].name.asWords)".padded(to: width) + counted.row(columns.counts(of: tallies[rule])))
      }
    }
    page.line("  All".padded(to: width) + counted.row(columns.counts(of: whole)), accent: .heading)
    page.paragraph(columns.note)
  }

  /// Wide enough for every name, if the page is.
  private func nameWidth(of rules: [RuleIndex], leaving counts: Int) -> Int {
    let longest = rules.map { procedure.rules[$0].name.count + 5 }.max() ?? 0
    return min(max(longest, SummaryPages.nameWidth), TextPage.width - counts)
  }

  private func writeUnused(on page: inout TextPage) {
    guard !tallies.unused.isEmpty else { return }
    page.gap()
    page.line("Nothing to judge under \(tallies.unused.count) of \(tallies.all) rules", accent: .heading)
    for (index, workflow) in procedure.workflows.enumerated() {
      let rules = tallies.unused.map { procedure.rules[$0] }.filter { $0.workflow == index }
      guard !rules.isEmpty else { continue }
      let told = unused == .named ? rules.map(\.name.asWords).joined(separator: ", ") : counted(rules.count, "rule")
      page.paragraph("\(workflow.title): \(told)", indent: 2, hanging: 2)
    }
  }

  private func writeKinds(on page: inout TextPage) {
    page.gap()
    let columns = CountColumns(["certain", "possible", "all"], for: [kinds.told, kinds[.notRecorded]].map(\.row))
    page.line("Findings by kind".padded(to: SummaryPages.nameWidth) + columns.head, accent: .heading)
    for kind in FindingKind.allCases where kind != .notRecorded { writeKind(kind.rawValue, kinds[kind], columns, &page) }
    writeKind("all but not recorded", kinds.told, columns, &page)
    writeKind("not recorded", kinds[.notRecorded], columns, &page)
    page.paragraph("Counts findings by the kind that they are told as, whether of clocks, checks or the order of steps.")
  }

  private func writeKind(_ name: String, _ counts: KindCounts.Counts, _ columns: CountColumns, _ page: inout TextPage) {
    guard counts.all > 0 || name.hasPrefix("all") else { return }
    page.line("  \(name)".padded(to: SummaryPages.nameWidth) + columns.row(counts.row))
  }
}
