import Conditions
import Procedures
import Replay

/// The report of one case for a person to read: what was found by child and workflow, what the record does not say,
/// and a summary with its denominators.
public struct TextReport: Sendable {
  private let style: TextStyle
  private let selection: FindingSelection

  public init(style: TextStyle = .plain, selection: FindingSelection = FindingSelection()) {
    self.style = style
    self.selection = selection
  }

  public func render(_ reported: ReportedCase) -> String {
    let chosen = reported.replay.findings.filter { selection.takes($0, of: reported.procedure) }
    let groups = FindingGroup.groups(of: chosen)
    var page = TextPage(style: style)
    CaseHead(reported, selection).write(on: &page)
    FindingPages(reported).write(groups.filter { $0.first.kind != .notRecorded }, on: &page)
    SilencePages(reported).write(groups.filter { $0.first.kind == .notRecorded }, on: &page)
    SummaryPages(reported, selection, chosen).write(on: &page)
    return page.text
  }
}
