import ArgumentParser

/// How a table is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// How large a load is, and how often something is measured.
struct SizeOptions: ParsableArguments {
  @Option(help: "How many events the made-up cases have in all, at least.")
  var events = 1_000_000

  @Option(help: "How many counted runs.")
  var runs = 5

  func validate() throws {
    guard events > 0, runs > 0 else { throw ValidationError("Counts must be at least 1.") }
  }
}

/// On how many threads something is measured.
struct ThreadOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Up to how many threads: 1, 2, 4 and so on. All cores if not said.", valueName: "number"))
  var jobs: Int?

  var most: Int { max(1, jobs ?? Threads.all) }
  var counts: [Int] { Threads.upTo(most) }
}

/// From what a load is made, and how the table is printed.
struct TableOptions: ParsableArguments {
  @Option(help: "The seed from which the cases are made.")
  var seed: UInt64 = 1

  @Option(help: "How the table is written: text or json.")
  var format = TableFormat.text

  func show(_ sections: [BenchmarkSection], agreement: [RuleAgreement] = []) throws {
    var report = BenchmarkReport.here
    (report.sections, report.agreement) = (sections, agreement)
    print(format == .json ? try report.json() : report.text)
  }
}
