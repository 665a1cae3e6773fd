import Diagnostics
import Procedures
public import Scoring

/// The score of reviews for a person to read: each by itself, and all together where there are several.
public struct ScoreReport: Sendable {
  private let style: TextStyle

  public init(style: TextStyle = .plain) { self.style = style }

  public func render(_ scores: [ReviewScore]) -> String {
    let pages = scores.map(render)
    guard scores.count > 1 else { return pages.joined() }
    var page = TextPage(style: style)
    page.heading("All \(scores.count) reviews", underlinedWith: "=")
    ScoreTables(ScoreCounts.sum(of: scores)).write(on: &page)
    writeEach(scores, on: &page)
    return (pages + [page.text]).joined(separator: "\n\n")
  }

  private func render(_ score: ReviewScore) -> String {
    var page = TextPage(style: style)
    page.heading("\(score.title) (\(score.name))", underlinedWith: "=")
    let profile = score.procedure.profile.map { ", profile \($0)" } ?? ""
    page.field("Judged by", "\(score.procedure.title) (\(score.procedure.name))\(profile)", indent: 0)
    ScoreTables(score.counts).write(on: &page)
    ScoreLists(score).write(on: &page)
    return page.text
  }

  /// A line for each review, so that they can be held against one another.
  private func writeEach(_ scores: [ReviewScore], on page: inout TextPage) {
    page.gap()
    let titles = ["  yes", "  partly", "  flags", "  unexplained"]
    page.line(
      "Review by review".padded(to: 40) + zip(titles, [16, 16, 8, 20]).map { $0.flushed(to: $1) }.joined(), accent: .heading)
    for score in scores {
      let counts = score.counts
      let shares = [counts[.yes], counts[.partly]].map { rows in
        "\(rows.raised) of \(rows.all) \(Share(part: rows.raised, whole: rows.all).inWords)"
      }
      let unexplained = "\(counts.flags.unexplained) \(Share(part: counts.flags.unexplained, whole: counts.flags.all).inWords)"
      let cells = zip(shares + ["\(counts.flags.all)", unexplained], [16, 16, 8, 20]).map { $0.flushed(to: $1) }
      page.line("  \(TextPage.clean(score.name))".padded(to: 40) + cells.joined())
    }
  }
}
