import ArgumentParser
import Histories
import Procedures
import Replay
import Workbench

/// What the replay core is given.
enum ReplayedLoad: String, ExpressibleByArgument, CaseIterable {
  case walks
  case made
}

/// How many events a second the replay core follows on one thread, from memory.
struct ReplayBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Events a second of the replay core on one thread, from memory.",
    discussion: """
      Cases are made from the seed before the clock starts. Each counted run replays all of them. Random walks are drawn \
      from the steps and rules of a few workflows, with the rules of these on, so that nearly every event moves something: \
      the harder load. Made-up cases are those of `generate`, judged by every rule.

      Example: swift run -c release plumbline-benchmark replay --events 1000000
               swift run -c release plumbline-benchmark replay --load made
      """)

  @Option(help: "How many events in all.")
  var events = 1_000_000

  @Option(help: "What is replayed: walks, random ones through workflows, or made, cases like those of the statistics.")
  var load = ReplayedLoad.walks

  @Option(help: "How many events in each case, of random walks.")
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
  var workflows = RandomWalks.usualWorkflows.joined(separator: ",")

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
    let (procedure, cases) = load == .made ? try made() : try walks()
    let events = cases.map(\.events.count).reduce(0, +)
    print("\(events) events in \(cases.count) cases, seed \(seed)")
    print("\(procedure.workflows.count) workflows and \(procedure.rules.count) rules on")
    let worker = Replayer(procedure).worker()
    var seconds: [Double] = []
    var tally = ReplayCounts()
    var tallies = RuleTallies(ruleCount: procedure.rules.count)
    for number in 0...runs {
      tally = ReplayCounts()
      let stretch = Stretch {
        for history in cases {
          switch asking {
          case .count: tally.add(worker.count(history))
          case .breaches: tally.add(worker.breaches(history, addingTo: &tallies).counts)
          case .replay: tally.add(ReplayCounts(worker.replay(history)))
          }
        }
      }
      if number > 0 { seconds.append(stretch.seconds) }
    }
    guard let all = Runs(seconds) else { return }
    print("judgements \(tally.judgements), of them breaches \(tally.breaches); departures \(tally.departures)")
    print("median \(rounded(all.median)) s of \(runs) runs, from \(rounded(all.least)) to \(rounded(all.most))")
    print("\(Int(Double(events) / all.median)) events a second")
  }

  static func section(
    of path: String, _ size: SizeOptions, _ threads: ThreadOptions, _ table: TableOptions
  ) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "Replay only, from memory")
    for count in threads.counts {
      Progress.tell("replay, \(count) threads")
      let made = Trial(work: .replay, threads: count, runs: size.runs, warmUps: 1, table: path)
      section.rows.append(try BenchmarkRow("made-up cases, every rule", threads: count, made.measured()))
    }
    for count in threads.counts {
      Progress.tell("replay of random walks, \(count) threads")
      let walks = Trial(
        work: .replayWalks, threads: count, runs: size.runs, warmUps: 1, events: size.events, seed: table.seed)
      section.rows.append(try BenchmarkRow("random walks, rules of six workflows", threads: count, walks.measured()))
    }
    return section
  }

  private func made() throws -> (Procedure, [CaseHistory]) {
    guard procedure == "england", let whole = BuiltInProcedure.named(procedure, profile: profile) else {
      throw ValidationError("Cases are made for the procedure england, with a built-in profile or none.")
    }
    let cases = try TemporaryFolder.withLoad(events: events, seed: seed) { _, path in
      try LoadTable(path: path, procedure: whole).read(threads: 1) {
        [CaseHistory]()
      } each: {
        $1.append($0)
      }
    }
    return (whole, cases.flatMap { $0 })
  }

  private func walks() throws -> (Procedure, [CaseHistory]) {
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
    print("drawn from \(chosen.count) workflows")
    var load = RandomWalks(procedure, workflows: chosen, seed: seed)
    return (procedure, load.cases(events: events, perCase: perCase))
  }

  private func rounded(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
