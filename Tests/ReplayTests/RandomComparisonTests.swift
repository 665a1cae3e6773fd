import Foundation
import Procedures
import Replay
import Testing

/// The fast replay and the slow, obvious one agree on random procedures and histories.
///
/// `PLUMBLINE_RANDOM_PAIRS` says how many pairs, `PLUMBLINE_RANDOM_SEED` where they begin, and
/// `PLUMBLINE_RANDOM_FAULTS` after how many differences to stop.
struct RandomComparisonTests {
  private static let historiesPerProcedure = 6

  @Test
  func `The replay and the reference agree on random procedures and histories`() {
    let environment = ProcessInfo.processInfo.environment
    let pairs = environment["PLUMBLINE_RANDOM_PAIRS"].flatMap { Int($0) } ?? 1000
    let seed = environment["PLUMBLINE_RANDOM_SEED"].flatMap { UInt64($0) } ?? 2020
    var faults = environment["PLUMBLINE_RANDOM_FAULTS"].flatMap { Int($0) } ?? 1
    var compared = 0
    var unread = 0
    var next = seed
    while compared < pairs, unread < pairs + 100 {
      let made = RandomProcedureMaker.make(seed: next)
      next += 1
      guard let procedure = made.read().procedure else {
        unread += 1
        continue
      }
      let worker = Replayer(procedure).worker()
      let few = FewRules(of: made, seed: next)
      for number in 0..<Self.historiesPerProcedure {
        compared += 1
        let record = RandomCaseMaker.make(seed: next &* 1000 &+ UInt64(number), for: procedure, written: made)
        let pair = RandomComparison(procedure: made, history: record)
        if compare(pair, procedure, worker, seed: next - 1) || compareCounts(pair, procedure, worker, seed: next - 1)
          || few?.differs(on: record, seed: next - 1) ?? false
        {
          faults -= 1
          if faults <= 0 { return }
          break
        }
      }
    }
    #expect(compared >= pairs, "\(unread) of the procedures from seed \(seed) on could not be read")
  }

  /// True where the two differ, after reporting the smallest pair on which they do.
  ///
  /// The worker has replayed other histories before.
  private func compare(
    _ pair: RandomComparison, _ procedure: Procedure, _ worker: ReplayWorker, seed: UInt64
  ) -> Bool {
    guard let history = pair.history.history(for: procedure) else {
      Issue.record("the times of a random history contradict one another, seed \(seed)")
      return true
    }
    let difference = pair.difference(referenceEngine, { worker.replay($1, asOf: $2).compared }, procedure, history)
    guard difference != nil else { return false }
    Issue.record("seed \(seed):\n\(pair.shrunk(referenceEngine, fastEngine).report(referenceEngine, fastEngine))")
    return true
  }

  /// True where counting comes to something else than replaying, after reporting it.
  private func compareCounts(
    _ pair: RandomComparison, _ procedure: Procedure, _ worker: ReplayWorker, seed: UInt64
  ) -> Bool {
    guard let history = pair.history.history(for: procedure) else { return false }
    let counts = worker.count(history)
    var tallies = RuleTallies(ruleCount: procedure.rules.count)
    let breaches = worker.breaches(history, addingTo: &tallies)
    let told = worker.findings(history, addingTo: &tallies)
    let replay = worker.replay(history)
    let notRecorded = replay.findings.filter { $0.kind == .notRecorded }
    let isSame =
      counts == ReplayCounts(replay) && counts == breaches.counts
      && breaches.departures == replay.departures.map(\.withoutMissing)
      && told.findings == replay.findings.filter { $0.kind != .notRecorded }
      && told.certainlyNotRecorded == notRecorded.count { $0.certainty == .certain }
      && told.possiblyNotRecorded == notRecorded.count { $0.certainty == .possible }
      && breaches.judgements == replay.judgements.filter(\.verdict.isBreach)
      && procedure.rules.indices.allSatisfy { rule in
        let tally = Tally.of(replay.judgements.filter { $0.rule == rule })
        return Verdict.allCases.allSatisfy { tallies[rule, $0] == 2 * tally[$0] }
      }
    #expect(isSame, "seed \(seed): counted \(counts), replayed \(ReplayCounts(replay))\n\(pair.history)")
    return !isSame
  }
}

/// Some of the rules of a random procedure, judged with every machine moving, and alone.
private struct FewRules {
  let procedure: Procedure
  private let whole: ReplayWorker
  private let alone: ReplayWorker

  /// `nil` where the rules cannot stand by themselves.
  init?(of made: RandomProcedure, seed: UInt64) {
    var some = made
    // One alone, or about half of them.
    let only = Int(seed / 2 % UInt64(max(1, made.rules.count)))
    some.rules = made.rules.enumerated().filter { number, _ in
      seed.isMultiple(of: 2) ? (seed >> UInt64(number & 7)) & 1 == 0 : number == only
    }.map(\.element)
    guard let procedure = some.read().procedure else { return nil }
    self.procedure = procedure
    whole = Replayer(procedure).worker()
    alone = Replayer(procedure).worker(judging: .rulesAlone)
  }

  /// True where they come to different judgements, after reporting it.
  func differs(on record: RandomCase, seed: UInt64) -> Bool {
    guard let history = record.history(for: procedure) else { return false }
    let (all, own) = (whole.replay(history), alone.replay(history))
    var tallies = RuleTallies(ruleCount: procedure.rules.count)
    let (expected, told) = (
      whole.breaches(history, addingTo: &tallies), alone.breaches(history, addingTo: &tallies)
    )
    let isSame =
      all.judgements == own.judgements && expected.judgements == told.judgements && own.departures.isEmpty
      && told.departures.isEmpty
    let places = all.judgements.indices.filter { $0 >= own.judgements.count || own.judgements[$0] != all.judgements[$0] }
    let first = places.first.map { place in
      "\(all.judgements[place])\nand\n\(place < own.judgements.count ? "\(own.judgements[place])" : "nothing")"
    }
    #expect(
      isSame,
      "seed \(seed): the rules alone come to something else: \(first ?? "more judgements, other breaches or departures")\n\(record)"
    )
    return !isSame
  }
}

extension Departure {
  /// As those who go through many cases are told of it.
  fileprivate var withoutMissing: Departure {
    Departure(
      kind: kind, child: child, workflow: workflow, episode: episode, event: event, since: since, jumped: jumped,
      shownNotDone: shownNotDone, certainty: certainty, happened: happened, missing: [])
  }
}
