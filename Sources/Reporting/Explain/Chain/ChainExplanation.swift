import CivilTime
import Histories
import Procedures
import Replay

/// The part of an explanation that tells how it came to the finding, link by link, and what the verdict was.
struct ChainExplanation {
  /// The width of the dates before the links.
  private static let column = 30

  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ finding: Finding, on page: inout TextPage) {
    page.heading("How it came to this", underlinedWith: "-")
    for link in FindingChain(reported, finding).links {
      page.field(link.happened?.inWords ?? "", link.text, indent: 0, column: Self.column)
    }
    guard let judgement = finding.judgement else { return }
    page.gap()
    if let lateness = judgement.lateness { page.field("Overrun", lateness.inWords(judgement), indent: 0) }
    if let intervals = judgement.intervals {
      page.field("Intervals", reported.intervalsInWords(intervals, judgement), indent: 0)
    }
    let certainty = judgement.verdict == .notRecorded ? "" : ", \(judgement.certainty.inWords)"
    page.field("Verdict", judgement.verdict.inWords + certainty, indent: 0)
  }
}
