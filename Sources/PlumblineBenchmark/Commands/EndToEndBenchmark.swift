import ArgumentParser

/// How many events a second are read, replayed and told of.
struct EndToEndBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-to-end",
    abstract: "Events a second from a CSV file of cases to a summary and to the CSV file of findings, with the peak of memory.",
    discussion: """
      What is measured is what `plumbline replay load.csv` does, and with `--format csv`, from reading the procedure on, each \
      run in a process of its own. The file of cases is made in a temporary folder. Findings tell of everything that is not \
      recorded as well, so that there are several times as many of them as events.

      Example: swift run -c release plumbline-benchmark end-to-end --events 1000000 --jobs 2
      """)

  @OptionGroup var size: SizeOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var table: TableOptions

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    try table.show([EndToEndBenchmark.section(size, threads, table, findings)])
  }

  static func section(
    _ size: SizeOptions, _ threads: ThreadOptions, _ table: TableOptions, _ findings: FindingsOptions
  ) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "End to end, every rule: from a CSV file of cases")
    let kinds = [
      (Trial.Work.summary, "to a summary", size.events), (.findings, "to a CSV file of findings", findings.findingsEvents),
    ]
    for (work, name, events) in kinds {
      try TemporaryFolder.withLoad(events: events, seed: table.seed) { _, path in
        // How many events the table has is not told by a replay.
        let counts = try Trial(work: .parse, table: path).measured()
        for count in threads.counts {
          Progress.tell("end to end \(name), \(count) threads")
          var report = try Trial(work: work, threads: count, table: path, output: findings.to).measured(processes: size.runs)
          (report.events, report.cases) = (counts.events, counts.cases)
          section.rows.append(try BenchmarkRow(name, threads: count, report))
        }
      }
    }
    return section
  }
}

/// Of what findings are written, and where.
struct FindingsOptions: ParsableArguments {
  @Option(help: "Of how many events the findings are written: a row for each finding takes far longer than the replay.")
  var findingsEvents = 100_000

  @Option(help: "The file that takes the findings of each run; without it they are dropped.")
  var to: String?
}
