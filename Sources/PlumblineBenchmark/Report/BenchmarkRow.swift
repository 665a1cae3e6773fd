/// One measured thing in the table.
struct BenchmarkRow: Codable, Sendable {
  /// What was measured: "replay".
  let name: String
  /// `nil` where it is not ours to say.
  let threads: Int?
  let events: Int
  /// **Unit:** seconds; the median of the runs.
  let seconds: Double
  /// Of the runs.
  let leastSeconds: Double
  let mostSeconds: Double
  /// **Unit:** seconds of all cores together; the median of the runs.
  let processorSeconds: Double
  /// By the clock on the wall.
  let eventsPerSecond: Double
  /// **Unit:** bytes.
  let peakMemory: Int?
  /// How many times as long as what the section is measured against, for each event; `nil` for that itself.
  var ratio: Double?
  /// The same by the time of all cores together.
  var processorRatio: Double?

  /// - Throws: where the trial has no runs.
  init(_ name: String, threads: Int?, _ report: TrialReport) throws {
    guard let runs = Runs(report.seconds), let processor = Runs(report.processorSeconds) else {
      throw BenchmarkFault("\(name) was not measured.")
    }
    (self.name, self.threads, events) = (name, threads, report.events)
    (seconds, leastSeconds, mostSeconds) = (runs.median, runs.least, runs.most)
    processorSeconds = processor.median
    eventsPerSecond = Double(report.events) / runs.median
    peakMemory = report.peakMemory
  }

  /// The row with how it compares with another, which may be of another number of events.
  func compared(with other: BenchmarkRow) -> BenchmarkRow {
    var row = self
    row.ratio = seconds / Double(events) / (other.seconds / Double(other.events))
    row.processorRatio = processorSeconds / Double(events) / (other.processorSeconds / Double(other.events))
    return row
  }
}

/// Rows that belong together.
struct BenchmarkSection: Codable, Sendable {
  let title: String
  var rows: [BenchmarkRow] = []
  /// What is to be said beside them, a sentence each.
  var notes: [String] = []
}

/// How the verdicts of a peer compare with ours under one rule.
struct RuleAgreement: Codable, Sendable {
  let rule: String
  let says: String
  /// By verdict.
  let ours: [String: Int]
  /// By peer and verdict.
  let peers: [String: [String: Int]]
}

/// All that one run of the benchmarks came to.
struct BenchmarkReport: Codable, Sendable {
  /// The cores that were there.
  let cores: Int
  /// The system it ran on.
  let system: String
  var sections: [BenchmarkSection] = []
  var agreement: [RuleAgreement] = []
}
