import ArgumentParser

/// How many events a second are read.
struct ParseBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Events a second from a CSV file in bulk form to histories, without a replay.",
    discussion: """
      The file is made anew in a temporary folder and lies in the memory of the system when it is read.

      Example: swift run -c release plumbline-benchmark parse --events 1000000
      """)

  @OptionGroup var size: SizeOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    try TemporaryFolder.withLoad(events: size.events, seed: table.seed) { _, path in
      try table.show([ParseBenchmark.section(of: path, size, threads)])
    }
  }

  static func section(of path: String, _ size: SizeOptions, _ threads: ThreadOptions) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "Parse only: a CSV file to histories")
    for count in threads.counts {
      Progress.tell("parse, \(count) threads")
      let trial = Trial(work: .parse, threads: count, runs: size.runs, warmUps: 1, table: path)
      section.rows.append(try BenchmarkRow("parse", threads: count, trial.measured()))
    }
    return section
  }
}
