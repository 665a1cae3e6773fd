/// One thing to be measured in a process of its own, so that nothing else counts into its time and its memory.
struct Trial: Codable, Sendable {
  enum Work: String, Codable, Sendable {
    /// Made-up cases to the bytes of a CSV file, which are dropped.
    case generate
    /// A CSV file to histories, which are dropped.
    case parse
    /// Histories in memory to counts of judgements.
    case replay
    /// Random walks, likewise, with the rules of the workflows that they are drawn from.
    case replayWalks
    /// A CSV file to the CSV file of its findings.
    case findings
    /// A CSV file to the summary of its clocks and checks.
    case summary
    /// A CSV file to all breaches and the number of verdicts of each rule, of which nothing is put into words.
    case breaches
  }

  /// Which rules of the built-in procedure are on.
  enum Rules: String, Codable, Sendable {
    case all
    case twelve
  }

  var work: Work
  var rules = Rules.all
  var threads = 1
  /// How many runs are counted, in one process.
  var runs = 1
  /// How many runs before them are not.
  var warmUps = 0
  /// How many events are made, where some are.
  var events = 0
  var seed: UInt64 = 1
  /// The table that is read.
  var table = ""
  /// Where findings are written; nowhere where there is no path.
  var output: String?
}

/// What a trial came to, as it is handed on between processes; the scripts of the peers write the same.
struct TrialReport: Codable, Sendable {
  /// By run.
  var seconds: [Double] = []
  /// By run, of all cores together.
  var processorSeconds: [Double] = []
  /// **Unit:** bytes.
  var peakMemory: Int?
  var events = 0
  var cases = 0
  /// By rule and verdict.
  var verdicts: [String: [String: Int]] = [:]
  /// What made the figures: the name and version of a peer.
  var version: String?

  /// Takes the times of the runs.
  mutating func take(_ stretches: [Stretch]) {
    (seconds, processorSeconds) = (stretches.map(\.seconds), stretches.map(\.processorSeconds))
  }

  /// The runs of several processes as if they had been of one; the peak is the highest.
  static func joined(_ reports: [TrialReport]) -> TrialReport {
    guard var whole = reports.first else { return TrialReport() }
    for report in reports.dropFirst() {
      whole.seconds += report.seconds
      whole.processorSeconds += report.processorSeconds
      whole.peakMemory = [whole.peakMemory, report.peakMemory].compactMap { $0 }.max()
    }
    return whole
  }
}
