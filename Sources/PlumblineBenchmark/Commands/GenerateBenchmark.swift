import ArgumentParser

/// How many events a second are made up.
struct GenerateBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Events a second of made-up cases, written as CSV into memory.",
    discussion: """
      The cases follow the built-in statistics. Each thread makes a share of them.

      Example: swift run -c release plumbline-benchmark generate --events 1000000 --jobs 2
      """)

  @OptionGroup var size: SizeOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var table: TableOptions

  func run() throws { try table.show([GenerateBenchmark.section(size, threads, table)]) }

  static func section(_ size: SizeOptions, _ threads: ThreadOptions, _ table: TableOptions) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "Generation: cases to the bytes of a CSV file")
    for count in threads.counts {
      Progress.tell("generation, \(count) threads")
      let trial = Trial(
        work: .generate, threads: count, runs: size.runs, warmUps: 1, events: size.events, seed: table.seed)
      section.rows.append(try BenchmarkRow("generate", threads: count, trial.measured()))
    }
    return section
  }
}
