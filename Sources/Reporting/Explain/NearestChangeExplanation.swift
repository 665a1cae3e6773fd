import Exploration
import Procedures
import Replay

/// The part of an explanation that tells the nearest change of the history that would have avoided the finding.
struct NearestChangeExplanation {
  /// How many other changes of the same cost are told.
  static let mostAlternatives = 3

  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ answer: NearestChangeAnswer, _ finding: Finding, on page: inout TextPage) {
    page.heading("The nearest change", underlinedWith: "-")
    page.paragraph(sentence(answer, finding))
    guard !answer.changes.isEmpty else { return }
    writeOthers(answer.changes.dropFirst(), finding, on: &page)
    page.gap()
    page.paragraph("Every other entry is left on its days: what would in truth have followed is not guessed.")
  }

  private func writeOthers(_ others: ArraySlice<NearestChange>, _ finding: Finding, on page: inout TextPage) {
    guard !others.isEmpty else { return }
    page.gap()
    let words = ChangeWords(reported, of: finding)
    let told = others.prefix(Self.mostAlternatives)
    page.paragraph(intro(others.count, told.count))
    for change in told {
      page.paragraph("- \(words.edits(change)). \(words.consequences(change))", hanging: 2)
    }
  }

  private func intro(_ count: Int, _ told: Int) -> String {
    guard count > 1 else { return "One other change asks for no more entries and days: had" }
    let some = told < count ? ", of which \(told) are these" : ""
    return "\(count) other changes ask for no more entries and days\(some): had"
  }

  /// The nearest change in one or two sentences, or how far was searched.
  func sentence(_ answer: NearestChangeAnswer, _ finding: Finding) -> String {
    guard finding.kind != .notRecorded else {
      return "None was looked for: the record does not say whether anything was broken."
    }
    if let change = answer.changes.first { return ChangeWords(reported, of: finding).sentence(change) }
    guard answer.tried > 0 else {
      return "None was tried: nothing suggests itself that could have avoided it."
    }
    let entries =
      answer.mostEntries == 1
      ? "one entry" : answer.mostEntries == 2 ? "one or two entries" : "up to \(answer.mostEntries) entries"
    return "No change of \(entries) that was tried (\(answer.tried) tried) avoids it. Whether another would is not known."
  }
}
