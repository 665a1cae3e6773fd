import ArgumentParser

/// Whether the time grows with the events and no faster, and the memory not at all.
struct ScaleBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale",
    abstract: "From CSV files of several sizes to a summary: events a second and the peak of memory.",
    discussion: """
      Each file of cases is made once in a temporary folder, which needs some 170 bytes of disk for each event, and removed. \
      A column tells how many times as long an event takes as at the smallest size.

      Example: swift run -c release plumbline-benchmark scale --sizes 100000,1000000
      """)

  @OptionGroup var scale: ScaleOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var table: TableOptions

  func run() throws { try table.show([ScaleBenchmark.section(scale, threads, table)]) }

  static func section(_ scale: ScaleOptions, _ threads: ThreadOptions, _ table: TableOptions) throws -> BenchmarkSection {
    var section = BenchmarkSection(
      title: "Scale, end to end to a summary, every rule; times as long for each event as at the first size")
    for events in scale.counts {
      try TemporaryFolder.withLoad(events: events, seed: table.seed) { _, path in
        Progress.tell("end to end, \(events) events")
        let counts = try Trial(work: .parse, runs: 1, table: path).measured()
        var report = try Trial(work: .summary, threads: threads.most, table: path).measured(processes: scale.scaleRuns)
        (report.events, report.cases) = (counts.events, counts.cases)
        let row = try BenchmarkRow("end to end", threads: threads.most, report)
        section.rows.append(section.rows.first.map(row.compared) ?? row)
      }
    }
    return section
  }
}

/// Which sizes are measured.
struct ScaleOptions: ParsableArguments {
  @Option(help: "How many events, several numbers with commas between them; nothing for none.")
  var sizes = "100000,1000000,10000000,20000000"

  @Option(help: "How many counted runs of each size.")
  var scaleRuns = 1

  func validate() throws {
    guard counts.allSatisfy({ $0 > 0 }), scaleRuns > 0 else {
      throw ValidationError("Sizes are whole numbers from 1, with commas between them.")
    }
  }

  var counts: [Int] { sizes.split(separator: ",").map { Int($0) ?? 0 } }
}
