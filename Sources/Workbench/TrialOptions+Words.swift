import Diagnostics
import Replay
import Reporting

extension TrialOptions {
  /// What must be reached at least.
  ///
  /// Code: PL7531.
  func thresholds() -> (thresholds: [CoverageThreshold], diagnostics: [Diagnostic]) {
    var thresholds: [CoverageThreshold] = []
    var problems: [Diagnostic] = []
    for word in atLeast {
      if let threshold = CoverageThreshold(word) { thresholds.append(threshold) } else { problems.append(unclear(word)) }
    }
    return (thresholds, problems)
  }

  private func unclear(_ word: String) -> Diagnostic {
    let measures = CoverageCounts.Measure.allCases.map(\.rawValue)
    let name = word.split(separator: "=", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    let nearest = measures.contains(name) ? nil : Suggestion.nearest(to: name, among: measures)
    return .ofCommand(
      .thresholdUnclear, "\"\(word)\" does not say how much of what must be reached.", option: "--at-least",
      mend: nearest.map { "Did you mean \"\($0)\"?" }
        ?? "Write one of \(measures.joined(separator: ", ")), then = and percent from 0 to 100, such as states=90.")
  }

  /// The coverage of the workflows that are meant.
  ///
  /// Code: PL6006.
  func narrowed(_ coverage: ReplayCoverage) -> (coverage: ReplayCoverage, diagnostics: [Diagnostic]) {
    guard !workflows.isEmpty else { return (coverage, []) }
    let known = coverage.workflows.map(\.name)
    let problems = workflows.filter { !known.contains($0) }.map { name in
      Diagnostic.ofCommand(
        .badOnly, "There is no workflow \"\(name)\" in what was run.", option: "--workflow",
        mend: Suggestion.mend(for: name, among: known, otherwise: "Known: \(known.joined(separator: ", "))."))
    }
    return (coverage.narrowed(to: Set(workflows)), problems)
  }
}

extension CoverageThreshold {
  /// Reads `states=90`, with or without a percent sign.
  fileprivate init?(_ word: String) {
    let parts = word.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let measure = CoverageCounts.Measure(rawValue: String(parts[0])) else { return nil }
    let number = parts[1].hasSuffix("%") ? parts[1].dropLast() : parts[1]
    guard !number.isEmpty, number.utf8.allSatisfy({ (48...57).contains($0) }), let percent = Int(number), percent <= 100 else {
      return nil
    }
    self.init(measure, percent: percent)
  }
}
