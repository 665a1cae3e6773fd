import Diagnostics
import Procedures
import Replay
import Scoring

/// The lists of a score: what was listed and not raised so, the flags that nothing explains, and the rows not raised.
struct ScoreLists {
  private let score: ReviewScore

  init(_ score: ReviewScore) { self.score = score }

  func write(on page: inout TextPage) {
    writeShortfalls(on: &page)
    writeUnexplained(on: &page)
    writeUnseen(on: &page)
  }
}

extension ScoreLists {
  private func writeShortfalls(on page: inout TextPage) {
    let rows = score.rows.filter { !$0.shortfalls.isEmpty }
    let unmatched = score.unmatched.filter { $0.outcome != .asListed }
    guard !rows.isEmpty || !unmatched.isEmpty else { return }
    page.heading("Listed, and not raised so", underlinedWith: "-")
    for row in rows {
      let state = row.outcome == .inPart ? "raised in part" : "not raised"
      page.paragraph("Row \(row.row.number) (\(row.row.machine.rawValue)): \(state)", indent: 2, hanging: 2)
      for listed in row.shortfalls { write(listed, on: &page) }
    }
    if !unmatched.isEmpty { page.paragraph("Listed as matching no row", indent: 2) }
    for listed in unmatched { write(listed, on: &page) }
  }

  private func write(_ listed: ListedScore, on page: inout TextPage) {
    let finding = listed.finding
    let told =
      switch listed.outcome {
      case .asListed: "raised"
      case .otherwise(let kind, let certainty): "told as \(kind.rawValue), \(certainty.inWords)"
      case .notRaised: "not raised"
      }
    page.paragraph(finding.identifier, indent: 4, hanging: 2)
    page.paragraph("listed as \(finding.kind.rawValue), \(finding.certainty.inWords); \(told)", indent: 6, hanging: 2)
  }

  private func writeUnexplained(on page: inout TextPage) {
    let flags = score.flags.filter { $0.standing == .unexplained }
    guard !flags.isEmpty else { return }
    page.heading("Unexplained flags", underlinedWith: "-")
    for flag in flags {
      let finding = flag.finding
      page.paragraph("\(finding.identifier): \(finding.kind.rawValue), \(finding.certainty.inWords)", indent: 2, hanging: 2)
      if let reason = score.reasons[finding.identifier] { page.paragraph(reason, indent: 4) }
    }
  }

  private func writeUnseen(on page: inout TextPage) {
    let unseen = score.rows.filter { $0.row.whyNotSeen != nil }
    guard !unseen.isEmpty else { return }
    page.heading("Rows not raised, and why", underlinedWith: "-")
    for row in unseen where row.row.machine != .no {
      let label = "\(row.row.number) \(row.row.machine.rawValue)"
      page.field(label, row.row.whyNotSeen ?? "", indent: 2)
    }
    let hidden = unseen.filter { $0.row.machine == .no }.map { "\($0.row.number)" }
    if !hidden.isEmpty {
      page.paragraph("No machine can see \(hidden.count == 1 ? "row" : "rows") \(hidden.joinedInWords()).", indent: 2)
    }
  }
}
