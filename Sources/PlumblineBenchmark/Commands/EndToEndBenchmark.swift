import ArgumentParser

/// How many events a second are read, replayed and told of.
struct EndToEndBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-to-end",
    abstract: "Events a second from a CSV file of cases to the CSV file of findings, with the peak of memory.",
    discussion: """
      What is measured is what `plumbline replay load.csv --format csv` does, from reading the procedure on, each run in a \
      process of its own. The file of cases is made in a temporary folder.

      Example: swift run -c release plumbline-benchmark end-to-end --events 1000000 --jobs 2
      """)

  @OptionGroup var size: SizeOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var table: TableOptions

  @Option(help: "The file that takes the findings of each run; without it they are dropped.")
  var to: String?

  func run() throws {
    try TemporaryFolder.withLoad(events: size.events, seed: table.seed) { _, path in
      try table.show([EndToEndBenchmark.section(of: path, size, threads, to: to)])
    }
  }

  static func section(
    of path: String, _ size: SizeOptions, _ threads: ThreadOptions, to output: String? = nil
  ) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "End to end, every rule: a CSV file of cases to one of findings")
    // How many events the table has is not told by a replay.
    let counts = try Trial(work: .parse, runs: 1, table: path).measured()
    for count in threads.counts {
      Progress.tell("end to end, \(count) threads")
      var report = try Trial(work: .findings, threads: count, table: path, output: output).measured(processes: size.runs)
      (report.events, report.cases) = (counts.events, counts.cases)
      section.rows.append(try BenchmarkRow("end to end", threads: count, report))
    }
    return section
  }
}
