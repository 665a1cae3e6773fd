import Reporting

/// How expectations are tried, and how it is told.
public struct TrialOptions: Sendable {
  public enum Coverage: String, Sendable, CaseIterable {
    case summary
    case full
    case none
  }

  public let coverage: Coverage
  /// How much must be reached, as typed: `states=90`.
  public let atLeast: [String]
  /// The workflows whose coverage is told; all where none is named.
  public let workflows: [String]
  /// How the answer is written.
  public let form: OutputOptions

  public init(
    coverage: Coverage = .summary, atLeast: [String] = [], workflows: [String] = [], form: OutputOptions = OutputOptions()
  ) {
    self.coverage = coverage
    self.atLeast = atLeast
    self.workflows = workflows
    self.form = form
  }
}

extension TrialOptions {
  var detail: CoverageDetail {
    switch coverage {
    case .summary: .summary
    case .full: .full
    case .none: .none
    }
  }
}
