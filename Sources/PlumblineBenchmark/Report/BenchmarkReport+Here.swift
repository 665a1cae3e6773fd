import Foundation

extension BenchmarkReport {
  /// A report without figures, of the machine that this runs on.
  static var here: BenchmarkReport {
    BenchmarkReport(cores: Threads.all, system: ProcessInfo.processInfo.operatingSystemVersionString)
  }
}
