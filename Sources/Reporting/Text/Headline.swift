import Diagnostics
import Procedures
import Replay

/// What a report comes to, in one paragraph before the list.
struct Headline {
  private let findings: [Finding]
  private let selection: FindingSelection
  private let entries: Int

  /// - Parameter entries: under how many numbers the findings are told.
  init(_ findings: [Finding], of selection: FindingSelection, entries: Int) {
    self.selection = selection
    self.findings = findings
    self.entries = entries
  }

  func write(on page: inout TextPage) {
    page.gap()
    page.paragraph(selection.isEverything ? text : "Of what was asked for only (\(selection.inWords)): \(text.uncapitalised)")
  }

  private var text: String {
    let told = findings.filter { $0.kind != .notRecorded }
    let silent = findings.count - told.count
    let rest = silent == 0 ? "" : " Of \(counted(silent, "further judgement")) the record does not say enough to tell."
    guard !told.isEmpty else { return "Nothing was found to part from the procedure.\(rest)" }
    let parts = [Certainty.certain, .possible].compactMap { certainty in
      part(told.filter { $0.certainty == certainty }, certainty.inWords)
    }
    let together =
      entries == told.count ? "" : " They are told under \(counted(entries, "number")), those that are alike together."
    return "\(counted(told.count, "finding")), each child counted: \(parts.joined(separator: "; ")).\(together)\(rest)"
  }

  /// "7 certain, 3 of high and 4 of medium severity".
  private func part(_ findings: [Finding], _ certainty: String) -> String? {
    guard !findings.isEmpty else { return nil }
    let severities = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) of \(severity.inWords)"
    }
    let told = severities.count == 1 ? "of \(findings[0].severity.inWords)" : severities.joinedInWords()
    return "\(findings.count) \(certainty), \(told) severity"
  }
}
