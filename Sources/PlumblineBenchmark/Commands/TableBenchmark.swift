import ArgumentParser

/// Everything in one table.
struct TableBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Measures everything and prints one table, with ratios of this run; --peers for those of others.",
    discussion: """
      A ratio says how many times as long as the first row of its section a row takes for each event, by the clock on the \
      wall and by the time of all cores together. Where the machine does something else meanwhile the second is steadier.

      Example: swift run -c release plumbline-benchmark table --peers
               swift run -c release plumbline-benchmark table --events 200000 --sizes 100000,1000000 --format json
      """)

  @OptionGroup var size: SizeOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var findings: FindingsOptions
  @OptionGroup var scale: ScaleOptions
  @OptionGroup var peers: PeerOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    var sections: [BenchmarkSection] = []
    var agreement: [RuleAgreement] = []
    try TemporaryFolder.withLoad(events: size.events, seed: table.seed) { folder, path in
      sections.append(try GenerateBenchmark.section(size, threads, table))
      sections.append(try ParseBenchmark.section(of: path, size, threads))
      sections.append(try ReplayBenchmark.section(of: path, size, threads, table))
      sections.append(try EndToEndBenchmark.section(size, threads, table, findings))
      let rules = try TwelveRulesBenchmark(folder: folder, size: size, threads: threads, environment: peers.environment())
      sections.append(try rules.section(of: path, &agreement))
      sections += try rules.logSections(events: peers.logEvents, seed: table.seed)
    }
    if !scale.counts.isEmpty { sections.append(try ScaleBenchmark.section(scale, threads, table)) }
    try table.show(sections, agreement: agreement)
  }
}

/// Which peers are measured.
struct PeerOptions: ParsableArguments {
  @Flag(help: "Measure DuckDB, Polars and pm4py as well, which are installed where they are not there yet.")
  var peers = false

  @Option(help: ArgumentHelp("The folder of the environment of Python that they are installed into.", valueName: "folder"))
  var peerFolder: String?

  @Option(help: ArgumentHelp("A Python that has them already; nothing is installed.", valueName: "path"))
  var peerPython: String?

  @Option(help: "How many events pm4py is given, and ours beside it.")
  var logEvents = 100_000

  /// `nil` where no peers are asked for.
  func environment() throws -> PeerEnvironment? {
    if let peerPython { return PeerEnvironment(python: peerPython) }
    return peers ? try PeerEnvironment(installedIn: peerFolder ?? PeerEnvironment.usualFolder) : nil
  }
}
