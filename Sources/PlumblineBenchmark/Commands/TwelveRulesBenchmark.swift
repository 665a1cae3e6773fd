import Foundation
import Procedures
import Workbench

/// The twelve rules alone, beside peers that answer the same from the same file.
struct TwelveRulesBenchmark {
  let folder: TemporaryFolder
  let size: SizeOptions
  let threads: ThreadOptions
  /// `nil` where no peers are asked for.
  let environment: PeerEnvironment?

  /// The rules by Plumbline, DuckDB and Polars.
  func section(of path: String, _ agreement: inout [RuleAgreement]) throws -> BenchmarkSection {
    var section = BenchmarkSection(title: "The twelve rules alone: a CSV file of cases to the verdicts of each rule")
    var own: [Int: BenchmarkRow] = [:]
    var verdicts: [String: [String: Int]] = [:]
    var summaries: [BenchmarkRow] = []
    for count in threads.counts.reversed() {
      Progress.tell("the twelve rules, \(count) threads")
      let report = try ours(.breaches, path, threads: count)
      verdicts = report.verdicts
      let row = try BenchmarkRow("Plumbline", threads: count, report)
      own[count] = row
      section.rows.append(section.rows.first.map(row.compared) ?? row)
      var summary = try ours(.summary, path, threads: count)
      (summary.events, summary.cases) = (report.events, report.cases)
      summaries.append(try BenchmarkRow("Plumbline, the summary it prints", threads: count, summary).compared(with: row))
    }
    section.rows += summaries
    var found: [String: [String: [String: Int]]] = [:]
    for peer in Peer.ofRules {
      for count in Set([threads.most, 1]).sorted(by: >) {
        guard let report = measured(peer, path, threads: count, &section.notes), let first = own[count] else { continue }
        section.rows.append(try BenchmarkRow(report.version ?? peer.name, threads: count, report).compared(with: first))
        found[peer.name] = report.verdicts
      }
    }
    section.notes += [
      "A row of another name is compared with Plumbline on as many threads.",
      "Times begin where the libraries are loaded and, but for the summary, the procedure is read; the runs but for those of the "
        + "summary are of one process, as are those of a peer.",
    ]
    agreement = agreements(verdicts, found)
    return section
  }

  /// The rules by Plumbline, and what pm4py holds a log against, on one thread: from the CSV file on, and from memory.
  func logSections(events: Int, seed: UInt64) throws -> [BenchmarkSection] {
    var whole = BenchmarkSection(title: "The twelve rules by Plumbline, and the checks of pm4py, each from the CSV file on")
    var inMemory = BenchmarkSection(title: "The same from memory")
    let path = folder.file("log.csv")
    try MadeLoad(events: events, seed: seed).write(to: path)
    whole.rows.append(try BenchmarkRow("Plumbline", threads: 1, ours(.breaches, path, threads: 1)))
    let replay = Trial(work: .replay, rules: .twelve, runs: size.runs, warmUps: 1, table: path)
    inMemory.rows.append(try BenchmarkRow("Plumbline", threads: 1, replay.measured()))
    try add(Peer.ofLogs, path, to: &whole)
    try add(Peer.ofLogsInMemory, path, to: &inMemory)
    inMemory.notes.append("What pm4py learns beforehand from the log, the profile and the net, is not counted into its time.")
    return [whole, inMemory]
  }

  private func add(_ peers: [Peer], _ path: String, to section: inout BenchmarkSection) throws {
    for peer in peers {
      guard let report = measured(peer, path, threads: 1, &section.notes) else { continue }
      let name = report.version.map { "\(peer.name) (\($0))" } ?? peer.name
      section.rows.append(try BenchmarkRow(name, threads: 1, report).compared(with: section.rows[0]))
    }
  }

  /// Breaches are searched as the scripts of the peers run, several times in one process; a summary is made as a user makes it,
  /// in a process for each.
  private func ours(_ work: Trial.Work, _ path: String, threads: Int) throws -> TrialReport {
    var trial = Trial(work: work, rules: .twelve, threads: threads, table: path)
    guard work == .breaches else { return try trial.measured(processes: size.runs) }
    trial.runs = size.runs
    return try trial.measured()
  }

  /// What a peer came to; `nil` and a note where it does not run.
  private func measured(_ peer: Peer, _ path: String, threads: Int, _ notes: inout [String]) -> TrialReport? {
    guard let environment else {
      notes.append("\(peer.name) was not asked for: --peers measures it.")
      return nil
    }
    do {
      let holidays = folder.file("holidays.csv")
      try WorkingDayTable.csv.write(toFile: holidays, atomically: true, encoding: .utf8)
      return try peer.measured(
        PeerTable(path: path, holidays: holidays, threads: threads, runs: size.runs), in: environment)
    } catch {
      notes.append("\(peer.name) did not run: \(error)")
      return nil
    }
  }

  private func agreements(
    _ own: [String: [String: Int]], _ peers: [String: [String: [String: Int]]]
  ) -> [RuleAgreement] {
    let rules = BuiltInProcedure.named("england")?.rules ?? []
    return TwelveRules.names.map { name in
      RuleAgreement(
        rule: name, says: rules.first { $0.fullName == name }?.says ?? "", ours: own[name] ?? [:],
        peers: peers.mapValues { $0[name] ?? [:] })
    }
  }
}
