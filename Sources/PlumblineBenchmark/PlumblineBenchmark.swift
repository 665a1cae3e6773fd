import ArgumentParser
import CivilTime
import Histories
import Procedures
import Replay
import Workbench

/// The benchmarks of the package, as commands.
@main
struct PlumblineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumbline-benchmark",
    abstract: "Measures Plumbline. Build with -c release; quote medians, and ratios from one run.",
    subcommands: [ReplayBenchmark.self], defaultSubcommand: ReplayBenchmark.self)
}

/// How many events a second the replay core follows on one thread, from memory.
struct ReplayBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Events a second of the replay core on one thread, from memory.",
    discussion: """
      Cases are made from the seed before the clock starts. Each counted run replays all of them with every rule on.

      Example: swift run -c release plumbline-benchmark replay --events 1000000
      """)

  @Option(help: "How many events in all.")
  var events = 1_000_000

  @Option(help: "How many events in each case.")
  var perCase = 50

  @Option(help: "How many counted runs, after one that warms up.")
  var runs = 5

  @Option(help: "The seed from which the cases are made.")
  var seed: UInt64 = 1

  @Option(help: "The built-in procedure to replay under.")
  var procedure = "england"

  @Option(help: "The built-in profile to apply.")
  var profile: String?

  @Option(help: "The workflows from whose steps and rules the events are drawn, separated by commas; \"all\" for all.")
  var workflows = "pre_proceedings,child_protection_plan,core_group,legal_order,care_proceedings,reunification"

  @Flag(help: "Judge by every rule of the procedure, not only by those of the workflows that events are drawn from.")
  var allRules = false

  @Option(help: "What is asked of each case: \"count\", \"breaches\" with a tally by rule, or the whole \"replay\".")
  var asking = Asking.count

  enum Asking: String, ExpressibleByArgument, CaseIterable {
    case count
    case breaches
    case replay
  }

  func validate() throws {
    guard events > 0, perCase > 0, runs > 0 else { throw ValidationError("Counts must be at least 1.") }
  }

  func run() throws {
    guard let whole = BuiltInProcedure.named(procedure, profile: profile) else {
      throw ValidationError("There is no built-in procedure or profile of that name.")
    }
    let names = workflows.split(separator: ",").map(String.init)
    let chosen = whole.workflows.indices.filter { workflows == "all" || names.contains(whole.workflows[$0].name) }
    guard workflows == "all" || chosen.count == names.count else {
      let known = whole.workflows.map(\.name).joined(separator: ", ")
      throw ValidationError("--workflows names one that is not there. Known: \(known).")
    }
    let isWhole = allRules || workflows == "all" || profile != nil
    let narrowed = isWhole ? whole : BuiltInProcedure.named(self.procedure, withRulesOf: names)
    guard let procedure = narrowed else { throw ValidationError("Rules of other workflows cannot be taken away.") }
    var load = CaseLoad(procedure, workflows: chosen, seed: seed)
    let cases = load.cases(events: events, perCase: perCase)
    print("\(events) events in \(cases.count) cases, seed \(seed)")
    print("drawn from \(chosen.count) workflows; \(procedure.workflows.count) workflows and \(procedure.rules.count) rules on")
    let worker = Replayer(procedure).worker()
    var seconds: [Double] = []
    var tally = ReplayCounts()
    var tallies = RuleTallies(ruleCount: procedure.rules.count)
    for number in 0...runs {
      tally = ReplayCounts()
      let clock = ContinuousClock()
      let took = clock.measure {
        for history in cases {
          switch asking {
          case .count: tally.add(worker.count(history))
          case .breaches: tally.add(worker.breaches(history, addingTo: &tallies).counts)
          case .replay: tally.add(ReplayCounts(worker.replay(history)))
          }
        }
      }
      let length = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
      if number > 0 { seconds.append(length) }
    }
    seconds.sort()
    let median = seconds[seconds.count / 2]
    print("judgements \(tally.judgements), of them breaches \(tally.breaches); departures \(tally.departures)")
    print("median \(rounded(median)) s of \(runs) runs, from \(rounded(seconds[0])) to \(rounded(seconds[runs - 1]))")
    print("\(Int(Double(events) / median)) events a second")
  }

  private func rounded(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
