import Diagnostics
import Expectations
import Procedures
public import Replay

/// What became of files of expectations, for a person to read.
public struct ExpectationReport: Sendable {
  private let style: TextStyle
  private let detail: CoverageDetail

  public init(style: TextStyle = .plain, detail: CoverageDetail = .summary) {
    self.style = style
    self.detail = detail
  }

  /// - Parameter thresholds: how much must be reached at least.
  public func render(
    _ tried: [TriedExpectations], coverage: ReplayCoverage, thresholds: [CoverageThreshold] = []
  ) -> String {
    var page = TextPage(style: style)
    for file in tried { write(file, on: &page) }
    page.gap()
    let outcomes = tried.flatMap(\.outcomes)
    page.paragraph(counted(outcomes) + " in \(tried.count) \(tried.count == 1 ? "file" : "files").", accent: .heading)
    let report = ReplayCoverageReport(coverage)
    report.write(detail, on: &page)
    report.write(thresholds, on: &page)
    return page.text
  }

  private func write(_ file: TriedExpectations, on page: inout TextPage) {
    let fails = file.outcomes.filter { !$0.holds }
    if !fails.isEmpty { page.gap() }
    page.paragraph(
      "\(fails.isEmpty ? "holds" : "FAILS") \(file.path): \(file.title)", hanging: 6, accent: fails.isEmpty ? nil : .alarm)
    guard !fails.isEmpty else { return }
    page.field("Judged by", judging(file.reported), indent: 6)
    page.field("", counted(file.outcomes) + ".", indent: 6)
    let words = ExpectationWords(file.reported)
    for outcome in fails {
      guard let shortfall = outcome.shortfall else { continue }
      page.gap()
      page.field("Line \(outcome.place.line)", words.claim(outcome.claim), indent: 6)
      var label = ""
      for line in words.lines(of: shortfall) {
        page.field(line.label == label ? "" : line.label, line.text, indent: 6)
        label = line.label
      }
    }
    page.gap()
  }

  private func judging(_ reported: ReportedCase) -> String {
    let profile = reported.procedure.profile.map { ", profile \($0)" } ?? ""
    let asOf = reported.asOf.map { ", as of \($0)" } ?? ""
    return "\(reported.procedure.title) (\(reported.procedure.name))\(profile)\(asOf)"
  }

  private func counted(_ outcomes: [ExpectationOutcome]) -> String {
    let fails = outcomes.count { !$0.holds }
    let all = "\(outcomes.count) \(outcomes.count == 1 ? "expectation" : "expectations")"
    if fails == 0 { return "\(all) \(outcomes.count == 1 ? "holds" : "hold")" }
    return "\(fails) of \(all) \(fails == 1 ? "fails" : "fail")"
  }
}
