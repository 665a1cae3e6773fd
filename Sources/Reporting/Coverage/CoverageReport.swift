public import Checking
import Diagnostics
public import Procedures

/// The report of a coverage: what carries each duration, section by section, and what is left out and why.
public struct CoverageReport: Sendable {
  let coverage: Coverage
  let procedure: Procedure
  /// The name of the table's file.
  private let table: String?

  public init(_ coverage: Coverage, of procedure: Procedure, table: String? = nil) {
    self.coverage = coverage
    self.procedure = procedure
    self.table = table
  }

  public func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.heading("\(coverage.list.title) (\(coverage.list.name))", underlinedWith: "=")
    page.field("Procedure", "\(procedure.title) (\(procedure.name))", indent: 0)
    writeCounts(on: &page)
    writeNotCovered(on: &page)
    writeLeftOut(on: &page)
    writeDifferences(on: &page)
    return page.text
  }
}

extension CoverageReport {
  private static let titles = ["  figures", "  by a rule", "  by a parameter", "  left out", "  not covered"]

  private func writeCounts(on page: inout TextPage) {
    page.gap()
    page.line("Section".padded(to: 30) + CoverageReport.titles.joined(), accent: .heading)
    for section in coverage.sections {
      writeCounts(section, coverage.entries.filter { $0.timescale.section == section }, on: &page)
    }
    writeCounts("all", coverage.entries, on: &page)
    page.paragraph("A figure that a rule and a parameter carry together counts under both.")
  }

  private func writeCounts(_ name: String, _ entries: [CoverageEntry], on page: inout TextPage) {
    let counts = [
      entries.count, entries.count(where: \.isByRule), entries.count(where: \.isByParameter),
      entries.count { $0.standing == .leftOut }, entries.count { $0.standing == .notCovered },
    ]
    let cells = zip(counts, CoverageReport.titles).map { count, title in (count == 0 ? "." : "\(count)").flushed(to: title.count)
    }
    page.line("  \(name)".padded(to: 30) + cells.joined())
  }

  private func writeNotCovered(on page: inout TextPage) {
    let entries = coverage.entries.filter { $0.standing == .notCovered }
    guard !entries.isEmpty else { return }
    page.heading("Not covered", underlinedWith: "-")
    for entry in entries {
      write(entry.timescale, entry.problems.map(\.message).joined(separator: " "), on: &page)
    }
  }

  private func writeLeftOut(on page: inout TextPage) {
    let entries = coverage.entries.filter { $0.standing == .leftOut }
    guard !entries.isEmpty else { return }
    page.heading("Left out, and why", underlinedWith: "-")
    for entry in entries { write(entry.timescale, entry.timescale.whyLeftOut ?? "", on: &page) }
  }

  private func write(_ timescale: Timescale, _ why: String, on page: inout TextPage) {
    let profile = timescale.profile.map { ", under the profile \($0)" } ?? ""
    page.paragraph("\(timescale.section) \(timescale.row): \(timescale.figureInWords)\(profile)", indent: 2, hanging: 4)
    page.paragraph(why, indent: 6)
  }

  private func writeDifferences(on page: inout TextPage) {
    guard let table, let written = coverage.written else { return }
    page.heading("Against \(table)", underlinedWith: "-")
    let sections = coverage.list.sections.joinedInWords()
    page.paragraph(
      "Its sections \(sections) have \(counted(written.rows, "row")) with \(counted(written.durations, "duration")).",
      indent: 2)
    if coverage.differences.isEmpty { page.paragraph("The list has every one of them.", indent: 2) }
    for difference in coverage.differences { page.paragraph(difference.inWords, indent: 2, hanging: 4) }
  }
}

extension CoverageDifference {
  fileprivate var inWords: String {
    switch self {
    case .rowNotListed(let section, let row, let line, let durations):
      "Not in the list: \(section) \(CoverageDifference.short(row)), line \(line): \(durations.joined(separator: ", "))"
    case .durationsNotListed(let section, let row, let line, let durations):
      "Not in the list: \(section) \(row), line \(line), for \(durations.joined(separator: ", "))"
    case .rowNotInTable(let section, let row): "Not in the table: \(section) \(row)"
    }
  }

  /// The first words of a long sentence.
  private static func short(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.count <= 10 ? text : words.prefix(10).joined(separator: " ") + " …"
  }
}
