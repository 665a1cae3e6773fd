import Foundation
import Histories
import Procedures
import Replay
import Workbench

extension Trial {
  /// Does the work in this process.
  func report() throws -> TrialReport {
    var report = TrialReport()
    switch work {
    case .generate: try generate(&report)
    case .parse: try parse(&report)
    case .replay: try replay(&report)
    case .replayWalks: try replay(walks(), &report)
    case .findings, .summary: try readAndReplay(&report)
    case .breaches: try findBreaches(&report)
    }
    report.peakMemory = PeakMemory.bytes
    return report
  }

  /// How long each of the counted runs takes.
  private func repeated(_ work: () throws -> Void) rethrows -> [Stretch] {
    let all = try (0..<(warmUps + runs)).map { _ in try Stretch(of: work) }
    return Array(all.dropFirst(warmUps))
  }

  private func generate(_ report: inout TrialReport) throws {
    let load = try MadeLoad(events: events, seed: seed)
    (report.cases, report.events) = (load.cases, load.events)
    let stretches = try repeated {
      let bytes = try Threads.share(among: threads) { [threads] share in
        var count = 0
        load.write(share: share, of: threads) { count += $0.count }
        return count
      }
      guard bytes.allSatisfy({ $0 > 0 }) else { throw BenchmarkFault("There are fewer cases than threads.") }
    }
    report.take(stretches)
  }

  private func parse(_ report: inout TrialReport) throws {
    let table = LoadTable(path: table, procedure: try procedure())
    var counts: [(cases: Int, events: Int)] = []
    let stretches = try repeated {
      counts = try table.read(threads: threads) {
        (cases: 0, events: 0)
      } each: { history, counts in
        counts.cases += 1
        counts.events += history.events.count
      }
    }
    report.take(stretches)
    report.cases = counts.map(\.cases).reduce(0, +)
    report.events = counts.map(\.events).reduce(0, +)
  }

  private func replay(_ report: inout TrialReport) throws {
    let procedure = try procedure()
    let table = LoadTable(path: table, procedure: procedure)
    let cases = try table.read(threads: 1) {
      [CaseHistory]()
    } each: {
      $1.append($0)
    }.flatMap { $0 }
    try replay((procedure, cases), &report)
  }

  private func walks() throws -> (Procedure, [CaseHistory]) {
    let names = RandomWalks.usualWorkflows
    guard let procedure = BuiltInProcedure.named("england", withRulesOf: names) else {
      throw BenchmarkFault("The built-in procedure cannot be read.")
    }
    let chosen = procedure.workflows.indices.filter { names.contains(procedure.workflows[$0].name) }
    var walks = RandomWalks(procedure, workflows: chosen, seed: seed)
    return (procedure, walks.cases(events: events, perCase: 50))
  }

  private func replay(_ load: (procedure: Procedure, cases: [CaseHistory]), _ report: inout TrialReport) throws {
    let (procedure, cases) = load
    report.cases = cases.count
    report.events = cases.map(\.events.count).reduce(0, +)
    let stretches = try repeated {
      _ = try Threads.share(among: threads) { [threads, rules] share in
        let worker = Replayer(procedure).worker(judging: rules == .all ? .everything : .rulesAlone)
        var counts = ReplayCounts()
        let own = (cases.count * share / threads)..<(cases.count * (share + 1) / threads)
        // Read where they stand, as a reader's histories are.
        cases.withUnsafeBufferPointer { cases in
          for place in own { counts.add(worker.count(cases[place])) }
        }
        return counts
      }
    }
    report.take(stretches)
  }

  private func readAndReplay(_ report: inout TrialReport) throws {
    let stretches = try repeated {
      let answer = try ExtractReplay(table: table, rules: rules, threads: threads).run(work, to: output)
      guard answer.status != .badInput else { throw BenchmarkFault(answer.messages) }
    }
    report.take(stretches)
  }

  private func findBreaches(_ report: inout TrialReport) throws {
    let procedure = try procedure()
    let table = LoadTable(path: table, procedure: procedure)
    var shares: [BreachSearch] = []
    let stretches = try repeated {
      shares = try table.read(threads: threads) {
        BreachSearch(procedure)
      } each: {
        $1.search($0)
      }
    }
    report.take(stretches)
    var tallies = RuleTallies(ruleCount: procedure.rules.count)
    for share in shares {
      tallies.add(share.tallies)
      report.cases += share.cases
      report.events += share.events
    }
    report.verdicts = tallies.byRule(of: procedure)
  }

  private func procedure() throws -> Procedure {
    let found =
      rules == .all ? BuiltInProcedure.named("england") : BuiltInProcedure.named("england", withRules: TwelveRules.names)
    guard let found else { throw BenchmarkFault("The built-in procedure does not have the rules that are asked for.") }
    return found
  }
}
