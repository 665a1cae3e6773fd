import Diagnostics
import Scoring

/// The counts of a score: rows by what a machine can see, flags by how they stand, and flags by rule.
struct ScoreTables {
  private let counts: ScoreCounts

  init(_ counts: ScoreCounts) { self.counts = counts }

  func write(on page: inout TextPage) {
    writeRows(on: &page)
    writeFlags(on: &page)
    writeRules(on: &page)
  }
}

extension ScoreTables {
  private static let nameWidth = 40

  private static let rowTitles = ["  raised", "  in part", "  not raised", "   all", "  raised, %"]

  private func writeRows(on page: inout TextPage) {
    page.gap()
    page.line("Rows of the reviewer".padded(to: ScoreTables.nameWidth) + ScoreTables.rowTitles.joined(), accent: .heading)
    writeRow("  that a machine can see (yes)", counts[.yes], on: &page)
    writeRow("  that it can see in part (partly)", counts[.partly], on: &page)
    writeRow("  that no machine can see (no)", counts[.no], on: &page)
    writeRow("  all", counts.rows, on: &page, accent: .heading)
    if counts.required.all > 0 { writeRow("  of these, that must be raised", counts.required, on: &page) }
    let ours = [MachineMark.yes, .partly].map { "\(counts[$0].restOnOurs) of the \(counts[$0].raised) marked \($0.rawValue)" }
    page.paragraph(
      "Of the rows raised, \(counts.rows.restOnOurs) of \(counts.rows.raised) rest on a figure that no source gives "
        + "(\(ours.joined(separator: ", "))).")
    page.paragraph("A row is raised if every finding it lists is raised with the kind and certainty it states.")
  }

  private func writeRow(_ name: String, _ rows: RowCounts, on page: inout TextPage, accent: TextPage.Accent? = nil) {
    let numbers = [rows.raised, rows.inPart, rows.notRaised, rows.all].map(ScoreTables.dotted)
    let cells = numbers + [Share(part: rows.raised, whole: rows.all).inWords]
    page.line(name.padded(to: ScoreTables.nameWidth) + ScoreTables.laid(cells, under: ScoreTables.rowTitles), accent: accent)
  }

  private func writeFlags(on page: inout TextPage) {
    let (flags, titles) = (counts.flags, ["  flags", "       %"])
    page.gap()
    page.line("Flags, each child counted".padded(to: ScoreTables.nameWidth) + titles.joined(), accent: .heading)
    let lines = [
      ("  matched: a row of the reviewer", flags.matched), ("  defended: from another source", flags.defended),
      ("  unexplained", flags.unexplained), ("  all", flags.all),
    ]
    for (name, count) in lines {
      let cells = [ScoreTables.dotted(count), Share(part: count, whole: flags.all).inWords]
      page.line(name.padded(to: ScoreTables.nameWidth) + ScoreTables.laid(cells, under: titles))
    }
    page.paragraph(
      "A flag is any finding but what is not recorded, under the profile of the history. One that no row lists is "
        + "defended if it is certain and the source of its rule is not the review itself.")
  }

  private func writeRules(on page: inout TextPage) {
    guard !counts.rules.isEmpty else { return }
    let titles = ["  flags", "  matched", "  defended", "  unexplained"]
    let width = TextPage.width - titles.joined().count
    page.gap()
    page.line("Flags by rule".padded(to: width) + titles.joined(), accent: .heading)
    for (name, flags) in counts.rules {
      let numbers = [flags.all, flags.matched, flags.defended, flags.unexplained].map(ScoreTables.dotted)
      let fits = name.count + 2 < width
      if !fits { page.line("  \(name)") }
      page.line((fits ? "  \(name)" : "").padded(to: width) + ScoreTables.laid(numbers, under: titles))
    }
  }

  /// A count; a dot for none.
  private static func dotted(_ count: Int) -> String { count == 0 ? "." : "\(count)" }

  private static func laid(_ cells: [String], under titles: [String]) -> String {
    zip(cells, titles).map { $0.flushed(to: $1.count) }.joined()
  }
}
