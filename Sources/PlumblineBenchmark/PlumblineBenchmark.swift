import ArgumentParser

/// The benchmarks of the package, as commands.
@main
struct PlumblineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumbline-benchmark",
    abstract: "Measures Plumbline. Build with -c release; quote medians, and ratios from one run.",
    discussion: "One command prints everything: plumbline-benchmark table --peers",
    subcommands: [
      ReplayBenchmark.self, GenerateBenchmark.self, ParseBenchmark.self, EndToEndBenchmark.self, ScaleBenchmark.self,
      TableBenchmark.self, TrialCommand.self,
    ], defaultSubcommand: ReplayBenchmark.self)
}
