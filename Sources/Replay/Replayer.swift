public import CivilTime
public import Histories
public import Procedures

/// Replays case histories under one procedure.
public struct Replayer: Sendable {
  public let procedure: Procedure

  public init(_ procedure: Procedure) {
    self.procedure = procedure
  }

  /// Replays one case.
  ///
  /// For many cases make one `worker()` for each core and replay with that: it keeps what it has compiled.
  /// - Parameter asOf: observation ends on this day, with what had happened by then; `nil` replays the whole record.
  public func replay(_ history: CaseHistory, asOf: Day? = nil) -> CaseReplay {
    worker().replay(history, asOf: asOf)
  }

  /// A replayer for one thread, which compiles the procedure once.
  public func worker(judging scope: ReplayScope = .everything) -> ReplayWorker { ReplayWorker(procedure, scope) }
}

/// Replays cases one after another on one thread.
public final class ReplayWorker {
  private let run: CaseRun

  init(_ procedure: Procedure, _ scope: ReplayScope) { run = CaseRun(ReplayTables(procedure, scope)) }

  /// Replays one case and tells all that was found.
  public func replay(_ history: CaseHistory, asOf: Day? = nil) -> CaseReplay {
    run.keepsAll = true
    run.run(history, asOf: asOf)
    return run.result()
  }

  /// Replays one case, adds what each rule came to to a tally, and tells what was breached.
  ///
  /// Nothing is put into words, no stays and transitions are kept, and of what was held only the number is told, so that
  /// many cases can be gone through. The rule, child, dates, certainty and evidence of a breach are those of `replay`.
  public func breaches(
    _ history: CaseHistory, asOf: Day? = nil, addingTo tallies: inout RuleTallies
  ) -> CaseBreaches {
    run.keepsAll = false
    run.run(history, asOf: asOf)
    tallies.count(run.judged)
    return run.breaches
  }

  /// Replays one case, adds what each rule came to to a tally, and tells its findings but those of what is not recorded, as
  /// `replay` tells them and in the same order.
  ///
  /// No stays and transitions are kept, so that many cases can be gone through.
  public func findings(_ history: CaseHistory, asOf: Day? = nil, addingTo tallies: inout RuleTallies) -> CaseFindings {
    run.keepsAll = false
    run.run(history, asOf: asOf)
    tallies.count(run.judged)
    return run.toldFindings
  }

  /// Replays one case and only counts: no findings are put into words and no stays and transitions are kept.
  public func count(_ history: CaseHistory) -> ReplayCounts {
    run.keepsAll = false
    run.run(history, asOf: nil)
    return run.counts
  }
}

/// What a replay came to, for those who only count.
public struct ReplayCounts: Sendable, Hashable {
  public private(set) var judgements = 0
  public private(set) var breaches = 0
  public private(set) var departures = 0

  public init() {}

  /// What a whole replay came to.
  public init(_ replay: CaseReplay) {
    judgements = replay.judgements.count
    for place in replay.judgements.indices where replay.judgements[place].verdict.isBreach { breaches += 1 }
    departures = replay.departures.count
  }

  init(judgements: Int, breaches: Int, departures: Int) {
    (self.judgements, self.breaches, self.departures) = (judgements, breaches, departures)
  }

  public mutating func add(_ other: ReplayCounts) {
    judgements += other.judgements
    breaches += other.breaches
    departures += other.departures
  }
}

extension CaseRun {
  /// Whether stays, transitions and every judgement are kept, and what each hangs on, or only what findings need.
  fileprivate var keepsAll: Bool {
    get { judged.keepsAll }
    set { (stays.isKept, transitions.isKept, judged.keepsAll) = (newValue, newValue, newValue) }
  }

  /// What the case at hand breached.
  var breaches: CaseBreaches {
    if judged.breachCount > 0 { numberJudgements() }
    return CaseBreaches(judgements: judged.toldBreaches(ordinals), departures: departures, counts: counts)
  }

  /// How much the case at hand came to.
  var counts: ReplayCounts {
    ReplayCounts(
      judgements: judged.lines.count + judged.passed.count, breaches: judged.breachCount, departures: departures.count)
  }
}
