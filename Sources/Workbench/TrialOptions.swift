import Reporting

/// How expectations are tried, and how it is told.
public struct TrialOptions: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text
    case json
    case junit
  }

  public enum Coverage: String, Sendable, CaseIterable {
    case summary
    case full
    case none
  }

  public let format: Format
  public let coverage: Coverage
  /// How much must be reached, as typed: `states=90`.
  public let atLeast: [String]
  /// The workflows whose coverage is told; all where none is named.
  public let workflows: [String]
  /// How texts are dressed.
  public let dress: OutputOptions

  public init(
    format: Format = .text, coverage: Coverage = .summary, atLeast: [String] = [], workflows: [String] = [],
    dress: OutputOptions = OutputOptions()
  ) {
    self.format = format
    self.coverage = coverage
    self.atLeast = atLeast
    self.workflows = workflows
    self.dress = dress
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
