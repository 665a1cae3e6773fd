public import CaseLoads

/// The statistics by which case loads are made, which the binary carries within itself, for programs without files.
public enum BuiltInStatistics {
  /// Those of England; `nil` where they cannot be read.
  public static var england: Statistics? { CaseLoadBench.builtIn.flatMap { CaseLoadBench.statistics(in: $0).statistics } }
}
