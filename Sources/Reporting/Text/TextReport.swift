import Conditions
import Procedures
import Replay

/// The report of one case for a person to read: what was found by child and workflow, what the record does not say,
/// and a summary with its denominators.
public struct TextReport: Sendable {
  private let style: TextStyle
  private let selection: FindingSelection
  private let unused: UnusedRules

  public init(
    style: TextStyle = .plain, selection: FindingSelection = FindingSelection(), unused: UnusedRules = .counted
  ) {
    self.unused = unused
    self.style = style
    self.selection = selection
  }

  /// The cases one after another, and where there are several a line of counts for each.
  public func render(_ cases: [ReportedCase]) -> String {
    let pages = cases.map(render)
    guard cases.count > 1 else { return pages.joined() }
    var page = TextPage(style: style)
    CasesSummary(cases, selection).write(on: &page)
    return (pages + [page.text]).joined(separator: "\n\n")
  }

  public func render(_ reported: ReportedCase) -> String {
    let chosen = reported.replay.findings.filter { selection.takes($0, of: reported.procedure) }
    let groups = FindingGroup.groups(of: chosen)
    var page = TextPage(style: style)
    CaseHead(reported, selection).write(on: &page)
    Headline(chosen, of: selection, entries: groups.count { $0.first.kind != .notRecorded }).write(on: &page)
    FindingPages(reported).write(groups.filter { $0.first.kind != .notRecorded }, on: &page)
    SilencePages(reported).write(groups.filter { $0.first.kind == .notRecorded }, on: &page)
    SummaryPages(reported, selection, chosen, unused).write(on: &page)
    return page.text
  }
}

/// How a report tells the rules under which nothing was judged.
public enum UnusedRules: Sendable, Hashable {
  /// How many each workflow has.
  case counted
  /// Each by its name.
  case named
}
